/** What a learner set: events of their own kind in the log, of which the last of each name holds. Pure. */
/** @import { Entry } from "../record/types.js" */
/** @import { Settings } from "./types.js" */

/** Names of settings, with the values that are valid. @type {Record<string, (value: unknown) => boolean>} */
export const SETTINGS = {
  /** Days since 1970, or null for no exam. */
  "exam-day": (value) => value === null || (Number.isSafeInteger(value) && Number(value) > 0 && Number(value) < 60_000),
  /** How many questions a session has. */
  "session-items": (value) => Number.isSafeInteger(value) && Number(value) >= 5 && Number(value) <= 50,
  /** "I was away": the value says nothing, the time of the event does. */
  away: (value) => value === null,
};

const SESSION_ITEMS = 15;

/** @param {Entry[]} events in the order of the log @returns {Settings} */
export function settingsOf(events) {
  /** @type {Settings} */
  const settings = { examDay: undefined, sessionItems: SESSION_ITEMS, awayAt: undefined };
  for (const { kind, name, value, at } of events) {
    if (kind !== "setting") continue;
    if (name === "exam-day") settings.examDay = /** @type {number | null} */ (value) ?? undefined;
    if (name === "session-items") settings.sessionItems = Number(value);
    if (name === "away") settings.awayAt = at;
  }
  return settings;
}
