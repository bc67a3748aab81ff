/** Pure: the log becomes what is known of each item. No clock, no page. */
/** @import { Entry, State } from "./types.js" */

/** @returns {State} */
export const unseen = () => ({ tries: [], revealed: false, changed: false, hints: 0, marked: false, seed: 0, at: 0 });

/** Of what an attempt is made. @type {Partial<Record<Entry["kind"], (state: State, entry: Entry) => void>>} */
const FOLD = {
  answered: (state, { response = "", score = 0, confidence, seed }) =>
    void Object.assign(state, { tries: [...state.tries, { response, score, confidence }], seed }),
  revealed: (state, { seed }) => void Object.assign(state, { revealed: true, seed }),
  // the next order, whichever device an order was last seen on
  reset: (state, { seed }) => void Object.assign(state, unseen(), { marked: state.marked, seed: Math.max(state.seed, seed) + 1 }),
};

/** What stands beside an attempt: it leaves a draft alone. @type {typeof FOLD} */
const ASIDE = {
  hinted: (state) => void (state.hints += 1),
  marked: (state) => void (state.marked = true),
  unmarked: (state) => void (state.marked = false),
};

/**
 * State of every item that `revs` names; answers to another revision count only as "changed".
 * @param {Iterable<Entry>} entries in any order
 * @param {Record<string, number>} revs the revision of each item that is on show
 */
export function replay(entries, revs) {
  const states = new Map(Object.keys(revs).map((item) => [item, unseen()]));
  for (const entry of [...entries].sort((a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1))) {
    const state = states.get(entry.item);
    if (!state) continue;
    if (entry.rev === revs[entry.item]) fold(state, entry);
    else foldOther(state, entry);
  }
  return states;
}

/** @param {State} state @param {Entry} entry */
function fold(state, entry) {
  ASIDE[entry.kind]?.(state, entry);
  if (!FOLD[entry.kind]) return;
  FOLD[entry.kind]?.(state, entry);
  state.at = entry.at; // a draft begun before it is over
}

/** An entry to another revision: a mark holds for all of them. @param {State} state @param {Entry} entry */
function foldOther(state, entry) {
  state.changed ||= entry.kind === "answered";
  if (entry.kind !== "hinted") ASIDE[entry.kind]?.(state, entry);
}
