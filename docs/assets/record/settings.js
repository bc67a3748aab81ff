/**
 * What a learner set: events of their own kind in the log, so that exports, imports and merged devices keep them. `item`
 * names the setting, `response` is its value as text, and the last event of each name applies.
 */
/** @import { EventFacts } from "./types.js" */

/** The names of all settings, each with its value. */
export const SETTINGS = /** @type {const} */ ({
  examDay: "exam-day", // a date such as 2027-01-31, or ""
  sessionItems: "session-items", // how many items a review has
  away: "away", // "": only the time counts
  lastExport: "last-export", // how many answers the file had
  persistentStorage: "persistent-storage", // what the browser or the reader said: granted, refused, or not-now
});

/**
 * The facts of the event that sets something; the store adds its time.
 * @param {(typeof SETTINGS)[keyof typeof SETTINGS]} name
 * @param {string} value
 * @returns {EventFacts}
 */
export const settingEventFacts = (name, value) => ({
  kind: "setting",
  item: name,
  rev: 1,
  objective: "",
  mode: "review",
  response: value,
});
