// @ts-check
/** Rows as most files have them, read from bytes: plain digits, nothing missing, nothing out of range.
 *
 * Python reads heads and whatever is unusual, and says what is wrong with it; here a million plain rows take a tenth of
 * its time. A piece with one unusual row is left to Python as a whole, so rows keep their order.
 */

/** @typedef {{places: [number, number], width: number, mark: string, scores: boolean}} Head where the two columns are */
/** @typedef {{one: Int8Array | Float64Array, other: Float64Array}} Rows labels, or amounts, and what was predicted */

const [LINE_END, RETURN, QUOTE, ZERO, POINT, COMMA, MINUS, SPACE] = [10, 13, 34, 48, 46, 44, 45, 32];
const EXACT = 15; // digits that a float holds for certain
const POWERS = Array.from({ length: EXACT + 1 }, (_, i) => 10 ** i);

/** The two columns of whole lines, the last one too, or undefined if a row is not plain.
 * @param {Uint8Array} bytes @param {Head} head @returns {Rows | undefined} */
export function plainRows(bytes, head) {
  const { one, other } = columns(count(bytes), head.scores);
  const label = head.scores ? isLabel : Number.isFinite;
  const value = head.scores ? isShare : Number.isFinite;
  const commas = head.mark !== ",";
  const ends = [0, 0, 0, 0];
  let at = 0;
  for (let row = 0; row < other.length; row++) {
    const end = bytes.indexOf(LINE_END, at);
    if (!find(bytes, at, bytes[end - 1] === RETURN ? end - 1 : end, head, ends)) return undefined;
    const [a, b] = [number(bytes, ends[0], ends[1], commas), number(bytes, ends[2], ends[3], commas)];
    if (!label(a) || !value(b)) return undefined;
    one[row] = a;
    other[row] = b;
    at = end + 1;
  }
  return { one, other };
}

/** @param {number} rows @param {boolean} scores @returns {Rows} */
const columns = (rows, scores) => ({
  one: scores ? new Int8Array(rows) : new Float64Array(rows),
  other: new Float64Array(rows),
});

/** @param {number} value */
const isLabel = (value) => value === 0 || value === 1;
/** @param {number} value */
const isShare = (value) => value >= 0 && value <= 1;

/** @param {Uint8Array} bytes */
function count(bytes) {
  let lines = 0;
  for (const byte of bytes) if (byte === LINE_END) lines++;
  return lines;
}

/** Where the two cells of a row start and end; false if it has more or fewer cells than it should, or quotes.
 * @param {Uint8Array} bytes @param {number} start @param {number} end @param {Head} head @param {number[]} ends is filled */
function find(bytes, start, end, { places: [i, j], width, mark }, ends) {
  const split = mark.charCodeAt(0);
  let cell = 0;
  for (let at = start; at <= end; at++) {
    if (bytes[at] === QUOTE) return false;
    if (at < end && bytes[at] !== split) continue;
    if (cell === i) [ends[0], ends[1]] = [start, at];
    if (cell === j) [ends[2], ends[3]] = [start, at];
    start = at + 1;
    cell++;
  }
  return cell === width;
}

/** A number without an exponent, or NaN. @param {Uint8Array} bytes @param {any} start @param {any} end
 * @param {boolean} commas whether a comma is a decimal mark, too */
function number(bytes, start, end, commas) {
  while (bytes[start] === SPACE) start++;
  return bytes[start] === MINUS ? 0 - digits(bytes, start + 1, end, commas) : digits(bytes, start, end, commas); // no -0
}

/** @param {Uint8Array} bytes @param {number} start @param {number} end @param {boolean} commas */
function digits(bytes, start, end, commas) {
  let [whole, seen, mark] = [0, 0, -1];
  for (let at = start; at < end; at++) {
    const byte = /** @type {number} */ (bytes[at]);
    if (byte >= ZERO && byte < ZERO + 10) [whole, seen] = [whole * 10 + byte - ZERO, seen + 1];
    else if (mark < 0 && isMark(byte, commas)) mark = at;
    else return NaN;
  }
  return seen ? exact(whole, mark < 0 ? 0 : end - mark - 1) : NaN;
}

/** @param {number} byte @param {boolean} commas */
const isMark = (byte, commas) => byte === POINT || (commas && byte === COMMA);

/** The nearest float, or NaN where there are too many digits to tell. @param {number} whole @param {number} after decimal digits */
const exact = (whole, after) => (whole < 10 ** EXACT ? whole / (POWERS[after] ?? NaN) : NaN);
