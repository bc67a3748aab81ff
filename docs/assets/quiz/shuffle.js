/** Pure: the order in which an attempt shows what may stand in any order. The build's own is the one of seed 0. */
/** @import { Declaration } from "../scoring/types.js" */

const ROUNDS = 100; // a round fits with a chance of a third at least, wherever anything fits
const APART = 0.4; // share of all pairs that stand the wrong way round at first, at least

/** 32 bits of a text, well mixed (FNV-1a, then a finish). @param {string} text */
function hash(text) {
  let bits = 0x811c9dc5;
  for (const sign of text) bits = Math.imul(bits ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * The same order for the same salt and ids, however these stand.
 * @param {string[]} ids
 * @param {string} salt
 * @param {(order: string[]) => number} [misfit] how much is wrong with an order, 0 if nothing
 * @returns {string[]} of the orders tried, the first with the least misfit
 */
export function shuffled(ids, salt, misfit = () => 0) {
  let best = ids;
  let least = Infinity;
  for (let round = 0; least && round < ROUNDS; round++) {
    const places = new Map([...ids].sort().map((id) => [id, hash(`${salt} ${round} ${id}`)]));
    const order = [...places.keys()].sort((a, b) => Number(places.get(a)) - Number(places.get(b)));
    const fault = misfit(order);
    if (fault < least) [best, least] = [order, fault];
  }
  return best;
}

/** Pairs too few that stand the wrong way round (Kendall). @param {Declaration} declaration @param {string[]} order */
export function solved({ correct }, order) {
  const pairs = correct.flatMap((one, at) => correct.slice(at + 1).map((other) => [one, other]));
  const apart = pairs.filter(([one, other]) => order.indexOf(one) > order.indexOf(other)).length;
  return Math.max(0, Math.ceil(APART * pairs.length) - apart);
}

/** Partners that stand at the place of their row. @param {Declaration} declaration @param {string[]} order */
export const aligned = ({ correct }, order) => correct.filter(([, right], at) => right === order[at]).length;
