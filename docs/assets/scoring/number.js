/** Numbers as readers type them. Same as parse_number and near in macros/bank/scoring.py. */
/** @typedef {[string, sign: string, digits: string, power: string | undefined, after: string]} Found */

const NUMBER = /^([+\-−]?)([0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE]([+\-−]?[0-9]+))?[ \t\u00a0\u2009\u202f]*([^]*)$/;
const TWO_MARKS = /^[+\-−]?[0-9]*(?:[.,][0-9]*[.,]|[.,]?[0-9]*['_ \t\u00a0\u2009\u202f][0-9])/;
const LONGEST = 100; // characters; patterns are not let loose on more
const EDGES = /^[ \t\u00a0\u2009\u202f]+|[ \t\u00a0\u2009\u202f]+$/g;

/**
 * The number; `%` divides by 100 unless it is the unit.
 * @param {string} text
 * @throws {RangeError} with a sentence for the reader
 */
export function parseNumber(text, unit = "") {
  const typed = text.length > LONGEST ? "x" : text.replace(EDGES, "");
  const found = /** @type {Found | null} */ (NUMBER.exec(typed));
  const known = found && ["", "%", unit.toLowerCase()].includes(found[4].toLowerCase());
  const value = known ? valueOf(found, unit) : NaN;
  if (Number.isFinite(value)) return value;
  throw new RangeError(known ? "That number is too large." : problem(typed, found && unit));
}

/** @param {Found} found @param {string} unit */
function valueOf([, sign, digits, power = "0", after], unit) {
  const size =
    Number(`${digits.replace(",", ".")}e${power.replace("−", "-")}`) / (after === "%" && unit !== "%" ? 100 : 1);
  return size && /[-−]/.test(sign) ? -size : size; // -0 is 0
}

/** @param {string} typed @param {string | null} unit null: not even the digits were found */
function problem(typed, unit) {
  if (!typed) return "Type a number, then press Check.";
  if (TWO_MARKS.test(typed)) return "Use one decimal mark and no thousands separators, as in 1234.5.";
  if (unit) return `Enter the number alone, or with its unit: ${unit}.`;
  return "That is not a number. Use digits and one decimal mark, as in 0.4 or 0,4.";
}

/**
 * Whether two numbers agree, bounds included; the last term is what arithmetic in binary fractions may lose.
 * @param {number} value @param {number} target @param {{abs?: number, rel?: number}} [tolerance]
 */
export function near(value, target, { abs = 0, rel = 0 } = {}) {
  const limit = Math.max(abs, rel * Math.abs(target));
  return Math.abs(value - target) <= limit + 1e-12 * Math.max(Math.abs(value), Math.abs(target));
}
