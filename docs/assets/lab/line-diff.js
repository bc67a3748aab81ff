/** Pure: which lines two texts share, and which only one of them has. */

/** @typedef {{left?: number, right?: number}} Row the indexes of a line in each text; of two different lines in one row neither is shared */

/**
 * Rows that show both texts side by side: shared lines in one row, and what lies between them paired in order.
 * The longest common subsequence of lines decides; trailing spaces do not count.
 * @param {string[]} left
 * @param {string[]} right
 * @returns {(Row & {isShared: boolean})[]}
 */
export function alignLines(left, right) {
  const lengths = commonLengths(left, right);
  /** @type {(Row & {isShared: boolean})[]} */
  const rows = [];
  /** @type {number[]} */
  let onlyLeft = [];
  /** @type {number[]} */
  let onlyRight = [];
  const pairUp = () => {
    for (let at = 0; at < Math.max(onlyLeft.length, onlyRight.length); at++) rows.push({ left: onlyLeft[at], right: onlyRight[at], isShared: false });
    onlyLeft = [];
    onlyRight = [];
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && isSame(left[i], right[j])) {
      pairUp();
      rows.push({ left: i++, right: j++, isShared: true });
    } else if (j === right.length || (i < left.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) onlyLeft.push(i++);
    else onlyRight.push(j++);
  }
  pairUp();
  return rows;
}

/** [i][j]: length of the longest common subsequence of left from i on and right from j on. @param {string[]} left @param {string[]} right */
function commonLengths(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const length = isSame(left[i], right[j]) ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      /** @type {Uint16Array} */ (lengths[i])[j] = length;
    }
  }
  return lengths;
}

/** @param {Uint16Array[]} lengths @param {number} i @param {number} j */
const at = (lengths, i, j) => lengths[i]?.[j] ?? 0;

/** @param {string} [one] @param {string} [other] */
const isSame = (one = "", other = "") => one.trimEnd() === other.trimEnd();
