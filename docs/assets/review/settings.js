/** Pure: the current settings of reviews, from the log. */
/** @import { Entry } from "../record/types.js" */
/** @import { Settings } from "./types.js" */
import { SETTINGS } from "../record/settings.js";

const SESSION_ITEMS = { default: 15, min: 5, max: 50 };
const DAY_MS = 86_400_000;

/** @param {string} isoDate such as 2027-01-31 @returns {number | undefined} days since 1970 */
export function dayFromIsoDate(isoDate) {
  const time = /^\d{4}-\d\d-\d\d$/.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? undefined : time / DAY_MS;
}

/** @param {number} day days since 1970 */
export const isoDateFromDay = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * The settings that hold. A value that is not valid counts as not set.
 * @param {Entry[]} events in the order of the log
 * @returns {Settings}
 */
export function settingsOf(events) {
  const last = new Map(events.filter(({ kind }) => kind === "setting").map((event) => [event.item, event]));
  const lastValueText = (/** @type {string} */ name) => String(last.get(name)?.response ?? "");
  return {
    examDay: dayFromIsoDate(lastValueText(SETTINGS.examDay)),
    sessionItems: sessionItemCountOrDefault(lastValueText(SETTINGS.sessionItems)),
    awayAt: last.get(SETTINGS.away)?.at,
  };
}

/** How many items a session has; the default if the text is no valid number. @param {string} text */
function sessionItemCountOrDefault(text) {
  const count = Number(text);
  return text && count >= SESSION_ITEMS.min && count <= SESSION_ITEMS.max ? Math.floor(count) : SESSION_ITEMS.default;
}
