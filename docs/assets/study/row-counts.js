/** Pure: counts stored rows for the page of stored answers. */
/** @import { Draft, Entry } from "../record/types.js" */
import { countAnswers, lastExportAndAnswerCounts } from "../record/last-export.js";

/** @typedef {{title: string, url: string, objectives: string[]}} Page */
/** @typedef {[answered: number, revealed: number, other: number, drafts: number]} KindCounts */
/** @typedef {{title: string, url: string, kinds: KindCounts}} PageCounts */

const OTHER_PAGES = { title: "Other pages", url: "" };
const COUNTED_KINDS = ["answered", "revealed"]; // events of other kinds are counted together

/**
 * Rows by the page that teaches their objective, in the order of the site. Rows that no page teaches come last.
 * @param {Entry[]} events
 * @param {Draft[]} drafts their objective is not stored, and taken from events of the same item
 * @param {Page[]} pages
 * @returns {PageCounts[]} without pages that have no row
 */
export function rowKindCountsByPage(events, drafts, pages) {
  const counts = [...pages, OTHER_PAGES].map(
    ({ title, url }) => /** @type {PageCounts} */ ({ title, url, kinds: [0, 0, 0, 0] }),
  );
  const pageOfObjective = new Map(pages.flatMap(({ objectives }, at) => objectives.map((id) => [id, at])));
  /** @type {Map<string, number>} */
  const pageOfItem = new Map();
  for (const { kind, item, objective } of events) {
    const page = pageOfObjective.get(objective) ?? pages.length;
    pageOfItem.set(item, page);
    const column = COUNTED_KINDS.includes(kind) ? COUNTED_KINDS.indexOf(kind) : COUNTED_KINDS.length;
    incrementCountInPlace(counts, page, column);
  }
  for (const { item } of drafts)
    incrementCountInPlace(counts, pageOfItem.get(item) ?? pages.length, COUNTED_KINDS.length + 1);
  return counts.filter(({ kinds }) => kinds.some(Boolean));
}

/** @param {PageCounts[]} counts @param {number} pageIndex @param {number} columnIndex */
function incrementCountInPlace(counts, pageIndex, columnIndex) {
  const kinds = counts[pageIndex]?.kinds;
  if (kinds) kinds[columnIndex] = (kinds[columnIndex] ?? 0) + 1;
}

/** When the last answer was given, in ms since 1970; undefined: never. @param {Entry[]} events in the order of the log */
export const lastAnswerTime = (events) => events.findLast(({ kind }) => kind === "answered")?.at;

/** "95 answers and 25 other rows"; without answers, "25 rows". @param {Entry[]} events @param {unknown[]} drafts */
export function describeAnswersAndOtherRows(events, drafts) {
  const answers = countAnswers(events);
  const others = events.length - answers + drafts.length;
  if (!answers && others) return countOf(others, "row");
  const parts = [countOf(answers, "answer"), others ? countOf(others, "other row") : ""];
  return parts.filter(Boolean).join(" and ");
}

/** "1 answer", "1,200 answers". @param {number} count @param {string} noun */
export const countOf = (count, noun) => `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;

/** When the log was exported, in words. @param {Entry[]} events in the order of the log */
export function describeLastExport(events) {
  const { at, answers, since } = lastExportAndAnswerCounts(events);
  if (!at) return "Last export: never.";
  const date = new Date(at).toLocaleDateString("en-US", { dateStyle: "long" });
  const later = since ? `${countOf(since, "answer")} since then` : "no answers since then";
  const count = answers ? `, with ${countOf(answers, "answer")}` : ""; // it may have had answers that were only shown
  return `Last export: ${date}${count}; ${later}. This site cannot see whether you still have the file.`;
}

/** @param {Date} date */
export const exportFileName = (date) =>
  `model-answers-${[date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-")}.json`;

/** Whether the reader typed the word that confirms erasing. @param {string} typed */
export const isEraseConfirmed = (typed) => typed.trim().toLowerCase() === "erase";
