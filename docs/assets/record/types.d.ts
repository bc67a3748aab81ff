import type { Declaration, Response } from "../scoring/types.js";

/** The kinds of events; event-kinds.js says what each has and does. */
export type EventKind =
  "answered" | "revealed" | "hinted" | "marked" | "unmarked" | "reset" | "retried" | "lab" | "setting";

/** Where an item was met: its id, its revision, its objective, and how it was asked. */
export interface ItemContext {
  item: string;
  rev: number;
  objective: string;
  mode: "pretest" | "practice" | "review" | "mock";
}

/** How sure a reader was before Check; never scored. */
export type Confidence = "guess" | "think" | "sure";

/** What happened, as elements report it; the store adds the rest of an Entry. */
export interface EventFacts extends ItemContext {
  kind: EventKind;
  /** Where kind is answered, lab (null), or setting (its value); score, 0..1, not for settings. */
  response?: Response | null;
  score?: number;
  confidence?: Confidence;
  /** Which order was shown: how often the item was started over before; 0: the order of the build. */
  seed?: number;
}

/** One row of the log. Rows are only ever added; their order is (at, eid). */
export interface Entry extends EventFacts {
  format: 1;
  eid: string;
  seed: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** An answer that was begun and not checked; one row an item, overwritten. */
export interface Draft {
  item: string;
  rev: number;
  seed: number;
  response: Response;
  /** Of a lab: what is in the editor. */
  code?: string;
  confidence?: Confidence;
  /** How many hints are open. */
  hints: number;
  /** Check was pressed, and the response was not complete. */
  invalid: boolean;
  at: number;
}

/** What the log says of one item. */
export interface State {
  /** Since the last start, oldest first. */
  tries: { response: Response; score: number; confidence?: Confidence }[];
  revealed: boolean;
  /** There are answers, but to another revision of the item. */
  changed: boolean;
  /** Hints opened since the last start. */
  hints: number;
  marked: boolean;
  /** How often the item was opened again after it was not right at once; a reset begins at 0. */
  retries: number;
  /** Of a lab: all tests passed once. */
  done: boolean;
  /** Of the current attempt. */
  seed: number;
  /** When the last event happened that ends a draft; 0: never. */
  at: number;
}

export type NextAction = "next" | "result" | "continue" | "";

/** What an item is told: what is right, and what is known of the reader's work on it. */
export interface Known {
  declaration: Declaration;
  state: State;
  /** An answer that was begun and goes on. */
  draft?: Omit<Draft, "at">;
  /** Where the way on leads: to the next question, to the result of the page, or back to its text; "": nowhere. */
  nextAction: NextAction;
  /**
   * Its position among the items that were opened again together with it, and how many these are; undefined: it was not
   * opened again.
   */
  retryPosition?: { position: number; count: number };
  /** Whether the item is asked once, as in a review: after an answer there is no other try. */
  isSingleTry?: boolean;
}
