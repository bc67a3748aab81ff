/**
 * What a learner set: events of their own kind in the log, so that exports, imports and merged devices keep them. `item`
 * names the setting, `response` is its value as text, and the last event of a name holds. Pure.
 */
/** @import { Entry, EventFacts } from "../record/types.js" */
/** @import { Settings } from "./types.js" */

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
    examDay: dayFromIsoDate(lastValueText("exam-day")),
    sessionItems: sessionItemCountOrDefault(lastValueText("session-items")),
    awayAt: last.get("away")?.at,
  };
}

/** How many items a session has; the default if the text is no valid number. @param {string} text */
function sessionItemCountOrDefault(text) {
  const count = Number(text);
  return text && count >= SESSION_ITEMS.min && count <= SESSION_ITEMS.max ? Math.floor(count) : SESSION_ITEMS.default;
}

/**
 * The event that sets something.
 * @param {"exam-day" | "session-items" | "away" | "last-export" | "persistent-storage"} name
 * @param {string} value a date or "", a number, or "" for "I was away", of which only the time counts; of an export how many
 *   answers it had, and of persistent storage what the browser or the reader said
 * @returns {EventFacts}
 */
export const settingEvent = (name, value) => ({
  kind: "setting",
  item: name,
  rev: 1,
  objective: "",
  mode: "review",
  response: value,
});
