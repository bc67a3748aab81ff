/**
 * Pure: the order in which a later attempt shows what may stand in any order. The build writes the first order
 * (macros/bank/shuffling.py, with SHA-256, which a browser computes only asynchronously); this must be synchronous.
 */

const ROUNDS = 100; // one round has a chance of at least a third to find an order without faults, if there is one

/** 32 well mixed bits of a text (FNV-1a and the finish of MurmurHash3). @param {string} text */
function hash(text) {
  let bits = 0x811c9dc5;
  for (const char of text) bits = Math.imul(bits ^ /** @type {number} */ (char.codePointAt(0)), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * The same order for the same salt and ids, in whatever order the ids are passed.
 * @param {string[]} ids
 * @param {string} salt
 * @param {(order: string[]) => number} [countFaults] what is wrong with an order, 0 if nothing
 * @returns {string[]} of the orders tried, the first with the fewest faults
 */
export function shuffle(ids, salt, countFaults = () => 0) {
  let best = ids;
  let fewest = Infinity;
  for (let round = 0; fewest && round < ROUNDS; round++) {
    const keys = new Map([...ids].sort().map((id) => [id, hash(`${salt} ${round} ${id}`)]));
    const order = [...keys.keys()].sort((a, b) => Number(keys.get(a)) - Number(keys.get(b)));
    const faults = countFaults(order);
    if (faults < fewest) [best, fewest] = [order, faults];
  }
  return best;
}
