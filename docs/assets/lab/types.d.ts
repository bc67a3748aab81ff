import type { CodeError } from "../code/types.js";

export interface TestResult {
  name: string;
  title: string;
  passed: boolean;
  message: string;
  line: number | null;
}

/** What harness.run returns. */
export interface Outcome {
  output: string;
  error: CodeError | null;
  tests: TestResult[];
  /** A drawing of macros/live/figures. */
  figure: any;
  passed: boolean;
}

/** What the page tells its lab. */
export interface LabData {
  tests: string;
  files: Record<string, [size: number, compressed: number]>;
}
