/** Pure: which lines two texts share, and which only one of them has. */

/** @typedef {{left?: number, right?: number, isShared: boolean}} Row indexes of the lines that stand side by side */

/**
 * Rows that show both texts side by side: shared lines in one row, and what lies between them paired in order.
 * The longest common subsequence of lines decides; trailing spaces do not count.
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Row[]}
 */
export function sideBySideRows(left, right) {
  const lengths = lcsLengthsOfSuffixes(left, right);
  const rows = /** @type {Row[]} */ ([]);
  let [i, j] = [0, 0]; // the next line of each text
  let [firstLeft, firstRight] = [0, 0]; // the first lines that are in no row yet
  while (i < left.length && j < right.length) {
    if (isSameLine(left[i], right[j])) {
      rows.push(...pairedRowsOfUnsharedLines(firstLeft, i, firstRight, j), { left: i, right: j, isShared: true });
      [firstLeft, firstRight] = [++i, ++j];
    } else if (lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1)) i++;
    else j++;
  }
  return [...rows, ...pairedRowsOfUnsharedLines(firstLeft, left.length, firstRight, right.length)];
}

/**
 * Rows of lines that are not shared, the first of the left with the first of the right and so on.
 * @param {number} leftStart
 * @param {number} leftEnd
 * @param {number} rightStart
 * @param {number} rightEnd
 * @returns {Row[]}
 */
function pairedRowsOfUnsharedLines(leftStart, leftEnd, rightStart, rightEnd) {
  const count = Math.max(leftEnd - leftStart, rightEnd - rightStart);
  return Array.from({ length: count }, (_, k) => ({
    left: leftStart + k < leftEnd ? leftStart + k : undefined,
    right: rightStart + k < rightEnd ? rightStart + k : undefined,
    isShared: false,
  }));
}

/**
 * [i][j]: length of the longest common subsequence of left from i on and right from j on.
 * @param {string[]} left
 * @param {string[]} right
 */
function lcsLengthsOfSuffixes(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const length = isSameLine(left[i], right[j])
        ? lengthAt(lengths, i + 1, j + 1) + 1
        : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
      /** @type {Uint16Array} */ (lengths[i])[j] = length;
    }
  }
  return lengths;
}

/** @param {Uint16Array[]} lengths @param {number} i @param {number} j */
const lengthAt = (lengths, i, j) => lengths[i]?.[j] ?? 0;

/** @param {string} [one] @param {string} [other] */
const isSameLine = (one = "", other = "") => one.trimEnd() === other.trimEnd();
