/**
 * Rows as most files have them, read from bytes: plain digits, nothing missing, nothing out of range.
 *
 * Python reads headers and unusual rows, and says what is wrong with them; here a million plain rows take a thirtieth
 * of its time (decision 14). If one row of a piece is unusual, Python reads the whole piece, so rows keep their order.
 */

/**
 * Where the two columns are, and how their cells are read: Python's `header` in worker.py.
 * @typedef {object} Header
 * @property {[number, number]} places
 * @property {number} width
 * @property {string} separator
 * @property {boolean} scores
 * @property {number} divisor
 * @property {boolean} decimalCommas
 * @property {[string, number][]} labels
 */
/**
 * Where the two cells of a row are in the bytes of a file.
 * @typedef {[firstStart: number, firstEnd: number, secondStart: number, secondEnd: number]} CellBounds
 */
/** Labels, or amounts, and what was predicted. @typedef {{actual: Int8Array | Float64Array, predicted: Float64Array}} Rows */

const [LINE_FEED, RETURN, QUOTE, ZERO, POINT, COMMA, MINUS, SPACE] = [10, 13, 34, 48, 46, 44, 45, 32];
const EXACT_DIGITS = 15; // digits that a float holds for certain
const LONGEST_LABEL = 40; // letters of a label that is read here
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * The two columns of whole lines, or undefined if a row is not plain.
 * @param {Uint8Array} bytes of lines without the header; the last byte ends a line
 * @param {Header} header
 * @returns {Rows | undefined}
 */
export function readRowsIfAllPlain(bytes, header) {
  const count = countLineFeeds(bytes);
  /** @type {Rows} */
  const rows = {
    actual: header.scores ? new Int8Array(count) : new Float64Array(count),
    predicted: new Float64Array(count),
  };
  /** @type {CellBounds} */
  const bounds = [0, 0, 0, 0];
  const classByLabel = new Map(header.labels);
  let start = 0;
  for (let row = 0; row < count; row++) {
    const lineEnd = bytes.indexOf(LINE_FEED, start);
    const end = bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
    if (
      !tryFillCellBounds(bytes, start, end, header, bounds) ||
      !readRowIfPlain(bytes, bounds, header, classByLabel, rows, row)
    )
      return undefined;
    start = lineEnd + 1;
  }
  return rows;
}

/**
 * Reads the two cells of a row and returns whether both of them are plain.
 * @param {Uint8Array} bytes @param {CellBounds} bounds @param {Header} header
 * @param {Map<string, number>} classByLabel
 * @param {Rows} rows gets the numbers @param {number} row its index
 * @returns {boolean}
 */
function readRowIfPlain(
  bytes,
  bounds,
  { scores: hasScores, divisor, decimalCommas },
  classByLabel,
  { actual, predicted },
  row,
) {
  const first = hasScores
    ? classOfLabelOrNaN(bytes, bounds[0], bounds[1], classByLabel)
    : parsePlainNumber(bytes, bounds[0], bounds[1], decimalCommas);
  const second = parsePlainNumber(bytes, bounds[2], bounds[3], decimalCommas, divisor === 100);
  actual[row] = first;
  predicted[row] = second;
  return Number.isFinite(first) && (hasScores ? isScore(second) : Number.isFinite(second));
}

/** @param {number} value */
const isScore = (value) => value >= 0 && value <= 1;

/** @param {Uint8Array} bytes */
function countLineFeeds(bytes) {
  let count = 0;
  for (const byte of bytes) if (byte === LINE_FEED) count++;
  return count;
}

/**
 * Fills in where the two cells of a row are; false if the row has quotes, or more or fewer cells than the header.
 * @param {Uint8Array} bytes @param {number} rowStart @param {number} rowEnd @param {Header} header
 * @param {CellBounds} bounds is filled
 * @returns {boolean}
 */
function tryFillCellBounds(bytes, rowStart, rowEnd, { places: [first, second], width, separator }, bounds) {
  const separatorByte = separator.charCodeAt(0);
  let start = rowStart;
  let column = 0;
  for (let at = rowStart; at <= rowEnd; at++) {
    if (bytes[at] === QUOTE) return false;
    if (at < rowEnd && bytes[at] !== separatorByte) continue;
    if (column === first) [bounds[0], bounds[1]] = [start, at];
    if (column === second) [bounds[2], bounds[3]] = [start, at];
    start = at + 1;
    column++;
  }
  return column === width;
}

/**
 * The class that a label names, or NaN.
 * @param {Uint8Array} bytes @param {number} start @param {number} end @param {Map<string, number>} classByLabel
 */
function classOfLabelOrNaN(bytes, start, end, classByLabel) {
  const text = end - start > LONGEST_LABEL ? "" : String.fromCharCode(...bytes.subarray(start, end)); // of ASCII
  return classByLabel.get(text) ?? classByLabel.get(text.trim().toLowerCase()) ?? NaN;
}

/**
 * A number without an exponent, or NaN.
 * @param {Uint8Array} bytes @param {number} start @param {number} end @param {boolean} allowsDecimalComma
 * @param {boolean} [dividesBy100] whether the column has percentages
 */
function parsePlainNumber(bytes, start, end, allowsDecimalComma, dividesBy100 = false) {
  const addedDecimals = dividesBy100 ? 2 : 0;
  while (bytes[start] === SPACE) start++;
  if (bytes[start] !== MINUS) return parseUnsigned(bytes, start, end, allowsDecimalComma, addedDecimals);
  return 0 - parseUnsigned(bytes, start + 1, end, allowsDecimalComma, addedDecimals); // 0 and not -0 for "-0"
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} end
 * @param {boolean} allowsDecimalComma
 * @param {number} addedDecimals
 */
function parseUnsigned(bytes, start, end, allowsDecimalComma, addedDecimals) {
  let [digits, count, decimalMark] = [0, 0, -1];
  for (let at = start; at < end; at++) {
    const byte = /** @type {number} */ (bytes[at]);
    if (byte >= ZERO && byte < ZERO + 10) [digits, count] = [digits * 10 + byte - ZERO, count + 1];
    else if (decimalMark < 0 && isDecimalMark(byte, allowsDecimalComma)) decimalMark = at;
    else return NaN;
  }
  return count ? nearestFloatOrNaN(digits, addedDecimals + (decimalMark < 0 ? 0 : end - decimalMark - 1)) : NaN;
}

/** @param {number} byte @param {boolean} allowsDecimalComma */
const isDecimalMark = (byte, allowsDecimalComma) => byte === POINT || (allowsDecimalComma && byte === COMMA);

/**
 * The nearest float to integer / 10^decimalPlaces, or NaN where there are too many digits to tell.
 * @param {number} integer its digits without the mark
 * @param {number} decimalPlaces
 */
const nearestFloatOrNaN = (integer, decimalPlaces) =>
  integer < 10 ** EXACT_DIGITS ? integer / (POWERS_OF_TEN[decimalPlaces] ?? NaN) : NaN;
