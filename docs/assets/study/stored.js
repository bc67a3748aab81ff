/** Pure: rows become the counts that a reader is shown. */
/** @import { Draft, Entry } from "../record/types.js" */

/** @typedef {{title: string, url: string, objectives: string[]}} Page */
/** @typedef {{title: string, url: string, kinds: [answered: number, revealed: number, other: number, begun: number]}} Count */

const ELSEWHERE = { title: "Other pages", url: "" };
const KINDS = ["answered", "revealed"];

/**
 * Rows by the page that teaches what was asked, in the order of the site; what no page teaches any more comes last.
 * @param {Entry[]} events
 * @param {Draft[]} drafts begun items: their objective is not stored, and taken from what was answered before
 * @param {Page[]} pages
 * @returns {Count[]} without pages that have no row
 */
export function countsOf(events, drafts, pages) {
  const counts = [...pages, ELSEWHERE].map(
    ({ title, url }) => /** @type {Count} */ ({ title, url, kinds: [0, 0, 0, 0] }),
  );
  const places = new Map(pages.flatMap(({ objectives }, at) => objectives.map((objective) => [objective, at])));
  /** @type {Map<string, number>} */
  const placed = new Map();
  for (const { kind, item, objective } of events) {
    const place = places.get(objective) ?? pages.length;
    placed.set(item, place);
    add(counts[place], KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  }
  for (const { item } of drafts) add(counts[placed.get(item) ?? pages.length], KINDS.length + 1);
  return counts.filter(({ kinds }) => kinds.some(Boolean));
}

/** @param {Count | undefined} count @param {number} kind */
function add(count, kind) {
  if (count) count.kinds[kind] = (count.kinds[kind] ?? 0) + 1;
}

/** @param {Entry[]} events in the order of the log @param {Draft[]} drafts */
export const totalsOf = (events, drafts) => ({
  rows: events.length + drafts.length,
  last: events.findLast(({ kind }) => kind === "answered")?.at ?? 0,
});

/** @param {Date} now */
export const fileName = (now) =>
  `model-answers-${[now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")}.json`;

/** @param {string} typed */
export const isConfirmed = (typed) => typed.trim().toLowerCase() === "erase";
