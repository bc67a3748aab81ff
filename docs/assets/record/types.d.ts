import type { Declaration, Response } from "../scoring/types.js";

/** What an element says of an item's place: its id, its revision, its objective, and where it was met. */
export interface Standing {
  item: string;
  rev: number;
  objective: string;
  mode: "pretest" | "practice" | "review" | "mock";
}

/** How sure a reader was before Check; never scored. */
export type Confidence = "guess" | "think" | "sure";

/** One row of the log. Rows are only ever added; their order is (at, eid). */
export interface Entry extends Standing {
  format: 1;
  eid: string;
  kind: "answered" | "revealed" | "hinted" | "marked" | "unmarked" | "reset" | "lab";
  /** Both only where kind is answered, or lab, whose response is null; score 0..1. */
  response?: Response | null;
  score?: number;
  confidence?: Confidence;
  /** Of the order shown: how often the item was started over before; 0: as the build wrote it. */
  seed: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** What a reader has begun and not checked; one row an item, overwritten. */
export interface Draft {
  item: string;
  rev: number;
  seed: number;
  response: Response;
  /** Of a lab: what is in the editor. */
  code?: string;
  confidence?: Confidence;
  /** How many are open. */
  hints: number;
  /** Check was pressed, and the response was not complete. */
  invalid: boolean;
  at: number;
}

/** What the log says of one item. */
export interface State {
  /** Since the last reset, oldest first. */
  tries: { response: Response; score: number; confidence?: Confidence }[];
  revealed: boolean;
  /** There are answers, but to another revision of the item. */
  changed: boolean;
  /** Hints opened since the last reset. */
  hints: number;
  marked: boolean;
  /** Of a lab: all tests passed once. */
  done: boolean;
  /** Of the attempt that goes on. */
  seed: number;
  /** When the last of this happened; 0: never. */
  at: number;
}

/** What a set tells an item. */
export interface Known {
  declaration: Declaration;
  state: State;
  draft?: Draft;
  /** There is an item after this one. */
  next: boolean;
  /** The reader has just done something here: say so. Not when a page is opened. */
  fresh: boolean;
}
