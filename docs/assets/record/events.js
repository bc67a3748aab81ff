/**
 * What elements tell each other, as bubbling CustomEvents whose `detail` is plain data, and what the log keeps of it.
 *
 *   item-checked  {item, rev, objective, mode, seed, response, score, confidence?}
 *                                                    Check was pressed, the response was complete -> answered
 *   item-revealed {item, rev, objective, mode, seed} Show answer was pressed                      -> revealed
 *   item-reset    {item, rev, objective, mode, seed} Start over was pressed                       -> reset
 *   item-hinted   {item, rev, objective, mode, seed} one more hint was opened                     -> hinted
 *   item-marked, item-unmarked {item, rev, objective, mode, seed}                                 -> marked, unmarked
 *   item-drafted  {item, rev, seed, response, confidence?, hints, invalid}   the reader is answering   -> a draft
 *   item-retried  {item, rev, seed, response, hints, invalid: false}         Try again was pressed     -> a draft
 *   item-passed   {item}                             Next question was pressed
 *   lab-passed    {item}                             all tests of a lab passed for the first time            -> lab
 *   item-restored Known (types.d.ts)                 sent to an item, does not bubble: what is known of it
 *   items-hidden, items-shown                        sent to a set, do not bubble: show nothing of what is known; show it again
 */
/** @import { Draft, Entry } from "./types.js" */

/** @type {Record<string, Entry["kind"]>} */
export const LOGGED = {
  "item-checked": "answered",
  "item-revealed": "revealed",
  "item-reset": "reset",
  "item-hinted": "hinted",
  "item-marked": "marked",
  "item-unmarked": "unmarked",
};

const KINDS = ["answered", "revealed", "hinted", "marked", "unmarked", "reset", "lab"];
const MODES = ["pretest", "practice", "review", "mock"];
const CONFIDENCES = [undefined, "guess", "think", "sure"];
const HINTS = [0, 1, 2, 3];
const LONGEST = 1000; // characters of a text; far more than any id or typed answer
const LONGEST_CODE = 50_000; // characters; twenty times the longest solution of a lab
const LATEST = 4102444800000; // the year 2100: no clock that errs goes so far, and what comes later must have room to follow

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value.length <= LONGEST;

/** Spread, as every() passes over holes. @param {unknown} value @param {number} [depth] lists within lists that may follow @returns {boolean} */
const isResponse = (value, depth = 2) =>
  isText(value) ||
  (Array.isArray(value) &&
    depth > 0 &&
    value.length < 100 &&
    [...value].every((inner) => isResponse(inner, depth - 1)));

/** @param {any} row */
const isPlaced = (row) =>
  isText(row.item) &&
  [row.rev, row.seed, row.at].every((number) => Number.isSafeInteger(number) && number >= 0 && number < LATEST);

/** Complete where kind is answered; a lab has a score and no response. @param {any} row */
const isScored = ({ kind, response, score, confidence }) =>
  kind === "lab"
    ? response === null && score === 1
    : kind !== "answered" ||
      (isResponse(response) &&
        typeof score === "number" &&
        score >= 0 &&
        score <= 1 &&
        CONFIDENCES.includes(confidence));

/**
 * Whether a stored or imported row is one of ours: what is kept on a reader's device is nothing to rely on.
 * @param {any} row
 * @returns {row is Entry}
 */
export const isEntry = (row) =>
  row?.format === 1 &&
  [row.eid, row.objective].every(isText) &&
  KINDS.includes(row.kind) &&
  MODES.includes(row.mode) &&
  isPlaced(row) &&
  isScored(row);

/** Of a lab's draft; others have none. @param {unknown} code */
const isCode = (code) => code === undefined || (typeof code === "string" && code.length <= LONGEST_CODE);

/** @param {any} row @returns {row is Draft} */
export const isDraft = (row) =>
  !!row &&
  isPlaced(row) &&
  isCode(row.code) &&
  isResponse(row.response) &&
  typeof row.invalid === "boolean" &&
  CONFIDENCES.includes(row.confidence) &&
  HINTS.includes(row.hints);
