/** A moment, and where on earth the reader is: minutes to add to local time to reach UTC, as Date has it. */
export interface Now {
  at: number;
  offset: number;
}

export interface Settings {
  /** Days since 1970. */
  examDay?: number;
  sessionItems: number;
  /** When "I was away" was pressed last, in ms since 1970. */
  awayAt?: number;
}

/** What the log says of one objective. */
export interface ObjectiveState {
  /** In days: how long until the probability of recall falls to 90%. */
  stability: number;
  /** How often it was forgotten after it had been recalled. */
  lapses: number;
  /** Probability today, from 0 to 1. */
  recall: number;
  /** Days since 1970. */
  dueDay: number;
  lastReviewDay: number;
  /** Of the last review: ms since 1970, and whether it was recalled. */
  at: number;
  isRecalled: boolean;
}

export interface ObjectiveSchedule {
  /** Days since 1970. */
  today: number;
  settings: Settings;
  /** By objective; those that were never reviewed are missing. */
  states: Map<string, ObjectiveState>;
}

/** What the build says of one item, in generated/review/catalogue.json. */
export interface CatalogueItem {
  id: string;
  rev: number;
  objective: string;
  /** The easiest level is 0. */
  level: number;
  seconds: number;
  /** Whether the page of its lesson counts it as one of its questions; missing for a pretest and for items of the pool. */
  isCounted?: true;
}

/** One objective: its statement, and the lesson that teaches it. */
export interface CatalogueObjective {
  statement: string;
  lesson: string;
}

export interface CatalogueLesson {
  title: string;
  /** Relative to the root of the site. */
  url: string;
  topic: string;
}

export interface Catalogue {
  items: CatalogueItem[];
  objectives: Record<string, CatalogueObjective>;
  /** In the order of the site. */
  lessons: Record<string, CatalogueLesson>;
}

/** The lesson to study next. */
export interface LessonToStudy {
  lesson: string;
  /** Whether it is the lesson of the last answer, which is not finished. */
  isContinued: boolean;
  /** How many questions of its page have no answer. */
  unansweredCount: number;
}

/** A question of a session. */
export interface SessionItem {
  item: string;
  objective: string;
  /** 0 the first time; a wrong answer brings an item back. */
  turn: number;
  /** The objective keeps being forgotten: the lesson is shown first. */
  isStuck: boolean;
  /** Another item of the objective came back in place of the one that was answered. */
  isVariant?: boolean;
}

export type ReviewKind = "today" | "mistakes" | "marked" | "topic";

/** A review that was begun in this tab. */
export interface OpenReview {
  kind: ReviewKind;
  /** When a question of it was asked last, as days since 1970. */
  day: number;
  /** The questions and repeats that it has left. */
  items: SessionItem[];
}
