/** Pure: which lines two texts share, and which only one of them has. */

/** @typedef {{left?: number, right?: number, isShared: boolean}} Row indexes of the lines that stand side by side */

/**
 * Rows that show both texts side by side: shared lines in one row, and what lies between them paired in order.
 * The longest common subsequence of lines decides; trailing spaces do not count.
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Row[]}
 */
export function alignLines(left, right) {
  const lengths = commonLengths(left, right);
  const rows = /** @type {Row[]} */ ([]);
  let [i, j] = [0, 0]; // the next line of each text
  let [firstLeft, firstRight] = [0, 0]; // the first lines that are in no row yet
  while (i < left.length && j < right.length) {
    if (isSame(left[i], right[j])) {
      rows.push(...pairedRows(firstLeft, i, firstRight, j), { left: i, right: j, isShared: true });
      [firstLeft, firstRight] = [++i, ++j];
    } else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) i++;
    else j++;
  }
  return [...rows, ...pairedRows(firstLeft, left.length, firstRight, right.length)];
}

/** Rows of lines that are not shared. @param {number} left @param {number} leftEnd @param {number} right @param {number} rightEnd @returns {Row[]} */
function pairedRows(left, leftEnd, right, rightEnd) {
  const count = Math.max(leftEnd - left, rightEnd - right);
  return Array.from({ length: count }, (_, k) => ({
    left: left + k < leftEnd ? left + k : undefined,
    right: right + k < rightEnd ? right + k : undefined,
    isShared: false,
  }));
}

/** [i][j]: length of the longest common subsequence of left from i on and right from j on. @param {string[]} left @param {string[]} right */
function commonLengths(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const length = isSame(left[i], right[j])
        ? at(lengths, i + 1, j + 1) + 1
        : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      /** @type {Uint16Array} */ (lengths[i])[j] = length;
    }
  }
  return lengths;
}

/** @param {Uint16Array[]} lengths @param {number} i @param {number} j */
const at = (lengths, i, j) => lengths[i]?.[j] ?? 0;

/** @param {string} [one] @param {string} [other] */
const isSame = (one = "", other = "") => one.trimEnd() === other.trimEnd();
