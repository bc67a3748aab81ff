/** An exception that ended the reader's code; `line` counts from 1 in lab.py, null: it was not raised there. */
export interface CodeError {
  type: string;
  message: string;
  line: number | null;
  text: string;
}

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

export interface Editor {
  readonly text: string;
  setText(text: string): void;
  markLine(line: number | null): void;
  goTo(line: number): void;
}
