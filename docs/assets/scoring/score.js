/** Declaration and response become a score from 0 to 1. Same as score in macros/bank/scoring.py. */
/** @import { Declaration } from "./types.js" */
import { near, parseNumber } from "./number.js";

/** @param {unknown} list @returns {list is string[]} */
const texts = (list) => Array.isArray(list) && [...list].every((name) => typeof name === "string");

/** Without regard to case, spaces and how a letter is composed. @param {string} text */
export const tidy = (text) => text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");

/** @type {Record<string, (declaration: Declaration, response: any) => number | boolean>} */
const SCORES = {
  float: ({ correct, tolerance, unit }, response) => {
    try {
      const value = parseNumber(response, unit);
      return correct.some((key) => near(value, key, tolerance));
    } catch {
      return 0;
    }
  },
  string: ({ correct }, response) => typeof response === "string" && correct.map(tidy).includes(tidy(response)),
  single: ({ correct }, response) => correct.includes(response),
  multiple: ({ correct }, response) => {
    const chosen = new Set(texts(response) ? response : []);
    const hits = correct.filter((key) => chosen.has(key)).length;
    return Math.max(0, 2 * hits - chosen.size) / correct.length;
  },
  ordered: ({ correct }, response) => {
    if (!texts(response) || [...response].sort().join() !== [...correct].sort().join()) return 0;
    const places = correct.map((key) => response.indexOf(key));
    const right = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place));
    return right.length / ((places.length * (places.length - 1)) / 2);
  },
  pair: ({ correct }, response) => {
    const rows =
      Array.isArray(response) && [...response].every((row) => texts(row) && row.length === 2) ? response : [];
    const given = new Map(rows);
    return correct.filter(([left, right]) => given.get(left) === right).length / correct.length;
  },
};

/**
 * 1 is correct, between is partly right; what is no response at all is 0.
 * @param {Declaration} declaration
 * @param {unknown} response
 */
export function score(declaration, response) {
  const by = declaration.base === "identifier" ? declaration.cardinality : declaration.base;
  return Number(SCORES[by]?.(declaration, response) ?? 0);
}
