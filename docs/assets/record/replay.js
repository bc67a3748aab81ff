/** Pure: what is known of each item, from the log. No clock, no page. */
/** @import { Draft, Entry, State } from "./types.js" */
import { EVENT_KINDS, newItemState } from "./event-kinds.js";

/** The order of the log. @param {Entry} a @param {Entry} b */
export const compareEntries = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1);

/**
 * Whether an event changes what the page of a lesson shows: an answer in a review leaves the lesson as the reader left it.
 * @param {Entry} entry
 */
const changesLessonPage = ({ kind, mode }) =>
  EVENT_KINDS[kind].anyRevision || mode === "pretest" || mode === "practice";

/**
 * The state of every item in `currentRevs`, as its lesson shows it. Answers to another revision count only as "changed".
 * @param {Iterable<Entry>} entries in any order
 * @param {Record<string, number>} currentRevs item -> its revision on the page
 * @returns {Map<string, State>}
 */
export function stateByItem(entries, currentRevs) {
  const states = new Map(Object.keys(currentRevs).map((item) => [item, newItemState()]));
  const ours = [...entries].filter((entry) => states.has(entry.item) && changesLessonPage(entry));
  for (const entry of ours.sort(compareEntries))
    applyEntryOrSetChanged(/** @type {State} */ (states.get(entry.item)), entry, entry.rev === currentRevs[entry.item]);
  return states;
}

/**
 * An entry of another revision is applied only if its kind counts for any; an answer to one sets `changed`.
 * @param {State} state
 * @param {Entry} entry
 * @param {boolean} isCurrentRevision
 */
function applyEntryOrSetChanged(state, entry, isCurrentRevision) {
  const { anyRevision, apply, endsDraft } = EVENT_KINDS[entry.kind];
  if (!isCurrentRevision) state.changed ||= entry.kind === "answered";
  if (!isCurrentRevision && !anyRevision) return;
  apply(state, entry);
  if (endsDraft) state.at = entry.at;
}

/**
 * The draft, if it goes on: it was begun in this revision, and after the last attempt.
 * @param {Draft | undefined} draft
 * @param {State} state
 * @param {number} rev
 */
export const draftSinceLastAttempt = (draft, state, rev) =>
  draft?.rev === rev && draft.at > state.at ? draft : undefined;
