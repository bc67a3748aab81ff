/**
 * The one table of the kinds of events in a reader's log: which fields an event of a kind has besides those of every
 * event, and how it changes what is known of its item. Validation (events.js), replay (replay.js), the store (which
 * drafts an event ends) and the elements follow this table; a new kind is a new row.
 */
/** @import { Entry, EventKind, State } from "./types.js" */

export const MAX_TEXT = 1000; // characters; far more than any id or typed answer
const MAX_LIST = 99; // entries of a list in a response
const MAX_INTEGER = 4_102_444_800_000; // the year 2100 as a time, so that a date fits
const LAST_CLOCK_TIME = MAX_INTEGER - 1;
const LAST_TIME = LAST_CLOCK_TIME + 86_400_000;

/** @typedef {(value: unknown) => boolean} Check whether a stored value may stand in a field */

/** @param {unknown} value @returns {value is string} */
export const isShortText = (value) => typeof value === "string" && value.length <= MAX_TEXT;

/** @type {Check} whole, from 0 */
export const isWholeNumber = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < MAX_INTEGER;

/** The time of a row, in ms since 1970. What follows a row at the limit of the clock still fits. @type {Check} */
export const isTime = (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LAST_TIME;

/** @type {Check} */
const isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;

/** @param {...unknown} values @returns {Check} */
const isOneOf =
  (...values) =>
  (value) =>
    values.includes(value);

/**
 * The time of the next row: now, or the millisecond after `latest`. A clock outside of 1970 to 2100 is wrong, and a row with
 * its time would be none of ours; it is set to the nearest time that is possible.
 * @param {number} latest of the rows that this one follows; 0: none
 * @param {number} now what the clock says, in ms since 1970
 */
export const timeAfter = (latest, now) => Math.min(Math.max(Math.min(now, LAST_CLOCK_TIME), latest + 1), LAST_TIME);

export const isConfidence = isOneOf(undefined, "guess", "think", "sure");
export const isMode = isOneOf("pretest", "practice", "review", "mock");

/**
 * A short text, or lists of them. The list is spread, because every() skips holes.
 * @param {unknown} value
 * @param {number} [maxDepth] how many lists may be nested
 * @returns {boolean}
 */
export const isShortTextOrNestedList = (value, maxDepth = 2) =>
  isShortText(value) ||
  (Array.isArray(value) &&
    maxDepth > 0 &&
    value.length <= MAX_LIST &&
    [...value].every((inner) => isShortTextOrNestedList(inner, maxDepth - 1)));

/** The state of an item that has no events. @returns {State} */
export const newItemState = () => ({
  tries: [],
  revealed: false,
  changed: false,
  hints: 0,
  marked: false,
  retries: 0,
  done: false,
  seed: 0,
  at: 0,
});

/**
 * Starts an item over, in the next order, whichever device showed the last one.
 * @param {State} state
 * @param {Pick<Entry, "seed">} event
 */
function restartItemStateWithNextSeed(state, { seed }) {
  const { marked, done } = state;
  Object.assign(state, newItemState(), { marked, done, seed: Math.max(state.seed, seed) + 1 });
}

/** Whether the item was not right at once, even if it is right now. @param {State} state */
const wasEverMissed = ({ tries, revealed, retries }) => revealed || retries > 0 || tries.some(({ score }) => score < 1);

/** Starts an item over, and counts a retry if it was missed. @param {State} state @param {Pick<Entry, "seed">} event */
function restartAndCountRetryIfMissed(state, event) {
  const retries = state.retries + Number(wasEverMissed(state));
  restartItemStateWithNextSeed(state, event);
  state.retries = retries;
}

/** @param {State} state @param {Pick<Entry, "seed" | "response" | "score" | "confidence">} answer */
function addTryAndSetSeed(state, { response, score = 0, confidence, seed }) {
  state.tries.push({ response: response ?? "", score, confidence });
  state.seed = seed;
}

/**
 * `fields`: the fields that only this kind has, each with its check.
 * `endsDraft`: the event is part of an attempt, so an answer that was begun before it is over.
 * `anyRevision`: the event also counts after the item was changed.
 * @typedef {object} Kind
 * @property {Record<string, Check>} fields
 * @property {boolean} endsDraft
 * @property {boolean} anyRevision
 * @property {(state: State, event: Pick<Entry, "seed" | "response" | "score" | "confidence">) => void} apply
 */

/** @type {Record<EventKind, Kind>} */
export const EVENT_KINDS = {
  answered: {
    fields: { response: (value) => isShortTextOrNestedList(value), score: isShare, confidence: isConfidence },
    endsDraft: true,
    anyRevision: false,
    apply: addTryAndSetSeed,
  },
  revealed: {
    fields: {},
    endsDraft: true,
    anyRevision: false,
    apply: (state, { seed }) => void Object.assign(state, { revealed: true, seed }),
  },
  reset: {
    fields: {},
    endsDraft: true,
    anyRevision: false,
    apply: restartItemStateWithNextSeed,
  },
  // the item is opened again
  retried: {
    fields: {},
    endsDraft: true,
    anyRevision: false,
    apply: restartAndCountRetryIfMissed,
  },
  hinted: {
    fields: {},
    endsDraft: false,
    anyRevision: false,
    apply: (state) => void (state.hints += 1),
  },
  marked: {
    fields: {},
    endsDraft: false,
    anyRevision: true,
    apply: (state) => void (state.marked = true),
  },
  unmarked: {
    fields: {},
    endsDraft: false,
    anyRevision: true,
    apply: (state) => void (state.marked = false),
  },
  // `item` is the id of the lab, all of whose tests passed
  lab: {
    fields: { response: isOneOf(null), score: isOneOf(1) },
    endsDraft: false,
    anyRevision: true,
    apply: (state) => void (state.done = true),
  },
  // `item` is the name of a setting, and the response is its value
  setting: {
    fields: { response: isShortText },
    endsDraft: false,
    anyRevision: true,
    apply: () => {},
  },
};

/** @param {unknown} kind @returns {kind is EventKind} */
export const isKind = (kind) => typeof kind === "string" && Object.hasOwn(EVENT_KINDS, kind);
