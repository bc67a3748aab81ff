/** Pure: which steps of an order must move. */

/**
 * The smallest set of ids whose moving puts all in order: those outside of a longest subsequence that is in order. Of several
 * such subsequences the one with the earlier steps stays, so that a step is rather too early than too late: feedback says
 * what a step needs first.
 * @param {readonly any[]} correct ids in the right order
 * @param {string[]} ids in the order of the reader
 */
export function fewestIdsToMove(correct, ids) {
  const places = ids.map((id) => correct.indexOf(id));
  /** The best subsequence that ends at each position, as positions. @type {number[][]} */
  const best = [];
  for (const [at, place] of places.entries()) {
    const before = best.filter((_, earlier) => Number(places[earlier]) < place);
    best.push([...longestOf(before, places), at]);
  }
  const inOrder = longestOf(best, places);
  return ids.filter((_, at) => !inOrder.includes(at));
}

/**
 * The longest sequence of positions; of equally long ones, the one that belongs first.
 * @param {number[][]} sequences
 * @param {number[]} placeAt where the step at each position belongs
 * @returns {number[]}
 */
function longestOf(sequences, placeAt) {
  const sorted = sequences.toSorted((a, b) => b.length - a.length || compareByFirstDifference(a, b, placeAt));
  return sorted[0] ?? [];
}

/** Compares two sequences by the first step in which they differ. @param {number[]} a @param {number[]} b of the same length @param {number[]} placeAt */
function compareByFirstDifference(a, b, placeAt) {
  const at = a.findIndex((position, index) => position !== b[index]);
  return at < 0 ? 0 : Number(placeAt[Number(a[at])]) - Number(placeAt[Number(b[at])]);
}
