/** An exception that ended the reader's code; `line` counts from 1, null: it was not raised in a line of the reader's. */
export interface CodeError {
  type: string;
  message: string;
  line: number | null;
  text: string;
}

export interface Editor {
  readonly text: string;
  setText(text: string): void;
  markLine(line: number | null): void;
  goToLine(line: number): void;
}
