/** Pure: why a row of an imported file is none of ours, in words, from the same tables that decide it. */
import { EVENT_KINDS, MAX_TEXT, isKind } from "./event-kinds.js";
import { DRAFT_FIELDS, EVENT_FIELDS } from "./events.js";

const MAX_QUOTED = 40; // characters of a foreign text that a reason quotes

/** @typedef {Record<string, (value: unknown) => boolean>} Fields */

/** Why a value is not an event, or "". @param {any} row @returns {string} */
export function whyNotEntry(row) {
  if (!isObject(row)) return "is not an event";
  const reason = whyRowInvalid(row, EVENT_FIELDS);
  return reason || whyRowInvalid(row, EVENT_KINDS[/** @type {import("./types.js").Entry} */ (row).kind].fields);
}

/** Why a value is not a draft, or "". @param {any} row @returns {string} */
export const whyNotDraft = (row) => (isObject(row) ? whyRowInvalid(row, DRAFT_FIELDS) : "is not a draft");

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Why a field of a row is not valid, or "". @param {any} row @param {Fields} fields @returns {string} */
function whyRowInvalid(row, fields) {
  const field = Object.keys(fields).find((name) => !fields[name]?.(row[name]));
  return field ? describeInvalidValue(field, row[field]) : "";
}

/** @param {string} field @param {unknown} value one that its check rejects */
function describeInvalidValue(field, value) {
  if (value === undefined) return `has no "${field}"`;
  if (field === "format") return `has format ${quote(value)}, and this site reads format 1`;
  if (field === "kind" && !isKind(value)) return `is of a kind that this site does not know: ${quote(value)}`;
  if (field === "at") return `has a time that is not valid: ${quote(value)}`;
  if (hasTooLongText(value)) return `has a text that is too long in "${field}"`;
  return `has a value that is not valid in "${field}": ${quote(value)}`;
}

/** Whether it is a text that is too long, or a list with one. @param {unknown} value @returns {boolean} */
const hasTooLongText = (value) =>
  typeof value === "string" ? value.length > MAX_TEXT : Array.isArray(value) && value.flat(2).some(hasTooLongText);

/** @param {unknown} value of a file in JSON */
function quote(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
