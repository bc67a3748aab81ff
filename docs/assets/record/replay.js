/** Pure: the log becomes what is known of each item. No clock, no page. */
/** @import { Entry, State } from "./types.js" */

/** @returns {State} */
export const unseen = () => ({
  tries: [],
  revealed: false,
  changed: false,
  hints: 0,
  marked: false,
  done: false,
  seed: 0,
  at: 0,
});

/** The order of the log. @param {Entry} a @param {Entry} b */
export const inOrder = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1);

/** Of what an attempt is made. @type {Partial<Record<Entry["kind"], (state: State, entry: Entry) => void>>} */
const FOLD = {
  answered: (state, { response, score = 0, confidence, seed }) => {
    state.tries.push({ response: response ?? "", score, confidence });
    state.seed = seed;
  },
  revealed: (state, { seed }) => void Object.assign(state, { revealed: true, seed }),
  // the next order, whichever device an order was last seen on
  reset: (state, { seed }) =>
    void Object.assign(state, unseen(), {
      marked: state.marked,
      done: state.done,
      seed: Math.max(state.seed, seed) + 1,
    }),
};

/** What stands beside an attempt: it leaves a draft alone. @type {typeof FOLD} */
const ASIDE = {
  hinted: (state) => void (state.hints += 1),
  marked: (state) => void (state.marked = true),
  unmarked: (state) => void (state.marked = false),
  lab: (state) => void (state.done = true),
};

/**
 * State of every item that `revs` names; answers to another revision count only as "changed".
 * @param {Iterable<Entry>} entries in any order
 * @param {Record<string, number>} revs the revision of each item that is on show
 */
export function replay(entries, revs) {
  const states = new Map(Object.keys(revs).map((item) => [item, unseen()]));
  const known = [...entries].filter(({ item }) => states.has(item));
  for (const entry of known.sort(inOrder)) {
    const state = /** @type {State} */ (states.get(entry.item));
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
