/** Pure: which rows of the log and of the drafts are ours, and which fields of them are stored. */
/** @import { Draft, Entry, EventFacts } from "./types.js" */
import {
  EVENT_KINDS,
  isConfidence,
  isKind,
  isMode,
  isShortText,
  isShortTextOrNestedList,
  isTime,
  isWholeNumber,
} from "./event-kinds.js";

const MAX_CODE = 200_000; // characters; far more than a lab needs, and the playground takes data that was pasted in
const MAX_HINTS = 99;

/** Fields of an event of any kind. @type {Record<string, (value: unknown) => boolean>} */
export const EVENT_FIELDS = {
  format: (value) => value === 1,
  eid: isShortText,
  kind: isKind,
  item: isShortText,
  rev: isWholeNumber,
  objective: isShortText,
  mode: isMode,
  seed: isWholeNumber,
  at: isTime,
};

/** @type {Record<string, (value: unknown) => boolean>} */
export const DRAFT_FIELDS = {
  item: isShortText,
  rev: isWholeNumber,
  seed: isWholeNumber,
  response: (value) => isShortTextOrNestedList(value),
  code: (value) => value === undefined || (typeof value === "string" && value.length <= MAX_CODE),
  confidence: isConfidence,
  hints: (value) => isWholeNumber(value) && Number(value) <= MAX_HINTS,
  invalid: (value) => typeof value === "boolean",
  at: isTime,
};

/** @param {Record<string, unknown>} row @param {Record<string, (value: unknown) => boolean>} isValidByField */
const areFieldsValid = (row, isValidByField) =>
  Object.entries(isValidByField).every(([name, isValid]) => isValid(row[name]));

/**
 * Whether a row is one of ours. Rows come from the reader's device or from a file, so nothing about them is certain.
 * @param {any} row
 * @returns {row is Entry}
 */
export const isValidEntry = (row) =>
  !!row &&
  areFieldsValid(row, EVENT_FIELDS) &&
  areFieldsValid(row, EVENT_KINDS[/** @type {Entry} */ (row).kind].fields);

/** Whether a row is a draft whose fields are all valid. @param {any} row @returns {row is Draft} */
export const isValidDraft = (row) => !!row && areFieldsValid(row, DRAFT_FIELDS);

/** @param {any} row @param {string[]} names @returns {any} a copy with these fields only, and none that is undefined */
const pickFields = (row, names) =>
  Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]));

/**
 * The event that is stored: what happened, stamped. Fields that its kind does not have are dropped.
 * @param {EventFacts} facts
 * @param {{eid: string, at: number}} stamp
 * @returns {Entry}
 */
export function createEntry(facts, { eid, at }) {
  const own = isKind(facts.kind) ? Object.keys(EVENT_KINDS[facts.kind].fields) : [];
  return pickFields({ ...facts, seed: facts.seed ?? 0, format: 1, eid, at }, [...Object.keys(EVENT_FIELDS), ...own]);
}

/** The fields of an event that are stored, in one order. @param {Entry} entry @returns {Entry} */
export const pickEntryFields = (entry) => createEntry(entry, entry);

/** The fields of a draft that are stored. @param {Draft} draft @returns {Draft} */
export const pickDraftFields = (draft) => pickFields(draft, Object.keys(DRAFT_FIELDS));
