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
  /** Whether each goal is reached, and the sentence about it. */
  goals: [boolean, string][];
  /** Name of the preset that the values match, or "". */
  preset: string;
}

/** A result; or what is wrong with fields, by their names; or the data sets that must be added first. */
export type Answer = Result & { problems?: Record<string, string>; missing?: string[] };

/** What came of a reader's file; `end` in macros/live/csv_rows.py. */
export interface FileReport {
  rows: number;
  /** How many rows cannot be read. */
  bad: number;
  refused: boolean;
  says: string[];
  /** What is wrong with the first bad rows. */
  lines: string[];
  /** Words of the button that leaves the bad rows out. */
  ask: string;
}

export interface Progress {
  /** Share of the work that is done, from 0 to 1. */
  progress: number;
  words: string;
}
