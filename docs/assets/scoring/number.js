/** Reads numbers as readers type them, and compares numbers. macros/bank/scoring.py does the same in Python. */
/** @typedef {[match: string, sign: string, digits: string, exponent: string | undefined, suffix: string]} NumberParts */

const NUMBER = /^([+\-−]?)([0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE]([+\-−]?[0-9]+))?[ \t\u00a0\u2009\u202f]*([^]*)$/;
const SEVERAL_MARKS = /^[+\-−]?[0-9]*(?:[.,][0-9]*[.,]|[.,]?[0-9]*['_ \t\u00a0\u2009\u202f][0-9])/;
const OUTER_SPACES = /^[ \t\u00a0\u2009\u202f]+|[ \t\u00a0\u2009\u202f]+$/g;
const MAX_LENGTH = 100; // characters; a longer text is no number, and not searched by the patterns
const ROUNDING_ERROR = 1e-12; // relative; what arithmetic in binary fractions may lose

/**
 * The number that a text means. `%` divides by 100 unless it is the unit.
 * @param {string} text
 * @param {string} [unit] the unit of the item; the text may end with it
 * @throws {RangeError} with a sentence for the reader
 */
export function parseNumberOrThrow(text, unit = "") {
  const typed = text.length > MAX_LENGTH ? "x" : text.replace(OUTER_SPACES, "");
  const parts = /** @type {NumberParts | null} */ (NUMBER.exec(typed));
  const isUnitKnown = parts && ["", "%", unit.toLowerCase()].includes(parts[4].toLowerCase());
  const value = isUnitKnown ? numberFromMatch(parts, unit === "%") : NaN;
  if (Number.isFinite(value)) return value;
  throw new RangeError(isUnitKnown ? "That number is too large." : notANumberMessage(typed, parts && unit));
}

/**
 * The number of a match of NUMBER; `%` divides by 100 unless it is expected.
 * @param {NumberParts} match
 * @param {boolean} isPercentExpected
 * @returns {number}
 */
function numberFromMatch([, sign, digits, exponent = "0", suffix], isPercentExpected) {
  const divisor = suffix === "%" && !isPercentExpected ? 100 : 1;
  const size = Number(`${digits.replace(",", ".")}e${exponent.replace("−", "-")}`) / divisor;
  return size && /[-−]/.test(sign) ? -size : size; // -0 is 0
}

/**
 * Says what is wrong with a text that is not a number.
 * @param {string} typed
 * @param {string | null} unitToSuggest null or "": none, because the text does not begin with a number or no unit is expected
 */
function notANumberMessage(typed, unitToSuggest) {
  if (!typed) return "Type a number, then press Check.";
  if (SEVERAL_MARKS.test(typed)) return "Use one decimal mark and no thousands separators, as in 1234.5.";
  if (unitToSuggest) return `Enter the number alone, or with its unit: ${unitToSuggest}.`;
  return "That is not a number. Use digits and one decimal mark, as in 0.4 or 0,4.";
}

/**
 * Whether two numbers agree within a tolerance, bounds included.
 * @param {number} value
 * @param {number} target
 * @param {{abs?: number, rel?: number}} [tolerance] absolute, or relative to the target
 */
export function isWithinTolerance(value, target, { abs = 0, rel = 0 } = {}) {
  const limit = Math.max(abs, rel * Math.abs(target));
  return Math.abs(value - target) <= limit + ROUNDING_ERROR * Math.max(Math.abs(value), Math.abs(target));
}
