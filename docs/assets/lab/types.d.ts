import type { CodeError } from "../code/types.js";
import type { Tree } from "../dom/trees.js";

export interface TestResult {
  name: string;
  title: string;
  passed: boolean;
  message: string;
  line: number | null;
}

/** A drawing of macros/live/figures, and its numbers as a table. */
export interface Figure {
  caption: string;
  tree: Tree;
  table: string[][];
}

/** What harness.run returns. */
export interface Outcome {
  output: string;
  error: CodeError | null;
  tests: TestResult[];
  figure: Figure | null;
  passed: boolean;
}

/** What the page tells its lab. */
export interface LabData {
  tests: string;
  files: Record<string, [size: number, compressed: number]>;
}
