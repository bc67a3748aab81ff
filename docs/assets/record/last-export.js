/** Pure: when the reader last exported the log. An export is an event in it, whose response is how many answers it had. */
/** @import { Entry } from "./types.js" */
import { SETTINGS } from "./settings.js";

export const ANSWERS_WITHOUT_EXPORT = 25; // from here on the reader is reminded

/** @param {Entry[]} events */
export const countAnswers = (events) => events.filter(({ kind }) => kind === "answered").length;

/**
 * The last export, and how many answers came after it, given or imported. Counted, because an imported answer may be older
 * than the export. `at`: 0 if nothing was exported.
 * @param {Entry[]} events in the order of the log
 * @returns {{at: number, answers: number, since: number}}
 */
export function lastExportAndAnswerCounts(events) {
  const last = events.findLast(({ kind, item }) => kind === "setting" && item === SETTINGS.lastExport);
  const answers = Math.floor(Number(last?.response)) || 0;
  return { at: last?.at ?? 0, answers, since: Math.max(0, countAnswers(events) - answers) };
}
