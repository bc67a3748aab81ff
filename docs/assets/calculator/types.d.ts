import type { Tree } from "../dom/trees.js";

/** A cell of a table: a text, lines of text, or a drawing. */
export type Cell = string | { lines: string[]; span?: number } | { figure: Tree };

/** A row of a table; `mark` is its class. */
export type Row = Cell[] | { cells: Cell[]; mark: string };

/** What a page shows for a job; macros/live/jobs.py describes it. */
export interface Result {
  /** Sentences by the name of their region. */
  says: Record<string, string>;
  table: Row[];
  figures: Record<string, Tree | null>;
  /** Tables with the numbers of the figures, by the name of the figure. */
  tables: Record<string, Row[]>;
  /** Captions by the name of the figure. */
  captions: Record<string, string>;
  /** What buttons fill into a field, "" for nothing, and the words beside them. */
  offers: Record<string, [value: string, words: string]>;
  /** Whether each goal is reached, and the sentence about it; none for the reader's own data. */
  goals: [boolean, string][];
  /** Name of the preset that the values match, or "". */
  preset: string;
}

/** A result; or what is wrong with fields, by their names; or the data sets that must be added first. */
export type Answer = Result & { problems?: Record<string, string>; missing?: string[] };

/** Answers to questions about a reader's file; `choices` in macros/live/csv_rows.py. */
export interface FileChoices {
  places?: [number, number];
  labels?: Record<string, number>;
  comma?: "decimal" | "thousands";
  scores?: "percentages" | "other";
}

/** What must be known before a file can be read: which columns are meant, or one of several answers. */
export interface FileQuestion {
  text?: string;
  /** Name and first values of each column. */
  columns?: string[];
  /** Places of the two columns among them, -1 where none is known. */
  places?: number[];
  answers?: [choices: FileChoices, text: string][];
}

/** What came of a reader's file; `finish_and_summarize` in macros/live/csv_rows.py. */
export interface FileReport {
  rows: number;
  /** The number of rows in words. */
  size: string;
  /** How many rows cannot be read. */
  bad: number;
  refused: boolean;
  says: string[];
  /** What is wrong with the first bad rows. */
  lines: string[];
  /** Words of the button that leaves the bad rows out. */
  ask: string;
  /** What is used once the reader agrees. */
  used: string;
  question: FileQuestion;
}

export interface Progress {
  /** Share of the work that is done, from 0 to 1. */
  progress: number;
  words: string;
}
