/** Pure: the log becomes what is known of each item. No clock, no page. */
/** @import { Entry, State } from "./types.js" */

/** @returns {State} */
export const unseen = () => ({ tries: [], revealed: false, changed: false, at: 0 });

/** The order of the log. @param {Entry} a @param {Entry} b */
export const inOrder = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1);

/** @type {Partial<Record<Entry["kind"], (state: State, entry: Entry) => void>>} */
const FOLD = {
  answered: (state, { response = "", score = 0 }) => void state.tries.push({ response, score }),
  revealed: (state) => void (state.revealed = true),
  reset: (state) => void Object.assign(state, unseen()),
};

/**
 * State of every item that `revs` names; answers to another revision count only as "changed".
 * @param {Iterable<Entry>} entries in any order
 * @param {Record<string, number>} revs the revision of each item that is on show
 */
export function replay(entries, revs) {
  const states = new Map(Object.keys(revs).map((item) => [item, unseen()]));
  for (const entry of [...entries].sort(inOrder)) {
    const state = states.get(entry.item);
    if (!state) continue;
    const fold = FOLD[entry.kind];
    if (entry.rev !== revs[entry.item]) state.changed ||= entry.kind === "answered";
    else if (fold) {
      fold(state, entry);
      state.at = entry.at; // a draft begun before it is over; marks and hints leave a draft alone
    }
  }
  return states;
}
