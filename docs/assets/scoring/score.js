/** Scores a response by its declaration, from 0 to 1. macros/bank/scoring.py does the same in Python. */
/** @import { Declaration } from "./types.js" */
import { isWithinTolerance, parseNumberOrThrow } from "./number.js";

/** Spread, because every() skips holes. @param {unknown} list @returns {list is string[]} */
const isListOfTexts = (list) => Array.isArray(list) && [...list].every((entry) => typeof entry === "string");

/** Lower case, without outer and repeated spaces, in one form of Unicode. @param {string} text */
export const normalizeText = (text) => text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");

/**
 * By base type of texts and numbers, or by cardinality of ids.
 * @type {Record<string, (declaration: Declaration, response: any) => number | boolean>}
 */
const SCORERS = {
  float: ({ correct, tolerance, unit }, response) => {
    try {
      const value = parseNumberOrThrow(response, unit);
      return correct.some((key) => isWithinTolerance(value, key, tolerance));
    } catch {
      return 0;
    }
  },
  string: ({ correct }, response) =>
    typeof response === "string" && correct.map(normalizeText).includes(normalizeText(response)),
  single: ({ correct }, response) => correct.includes(response),
  multiple: ({ correct }, response) => {
    const chosen = new Set(isListOfTexts(response) ? response : []);
    const hits = correct.filter((key) => chosen.has(key)).length;
    const extras = chosen.size - hits;
    return Math.max(0, hits - extras) / correct.length;
  },
  ordered: ({ correct }, response) => {
    if (!isListOfTexts(response) || [...response].sort().join() !== [...correct].sort().join()) return 0;
    const places = correct.map((key) => response.indexOf(key));
    const pairsInOrder = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place));
    return pairsInOrder.length / ((places.length * (places.length - 1)) / 2);
  },
  pair: ({ correct }, response) => {
    const isPairList =
      Array.isArray(response) && [...response].every((pair) => isListOfTexts(pair) && pair.length === 2);
    const partners = new Map(isPairList ? response : []);
    return correct.filter(([left, right]) => partners.get(left) === right).length / correct.length;
  },
};

/**
 * 1: correct; between: partly right; 0: wrong, or no response at all.
 * @param {Declaration} declaration
 * @param {unknown} response
 */
export function scoreFraction(declaration, response) {
  const scorer = SCORERS[declaration.base === "identifier" ? declaration.cardinality : declaration.base];
  return Number(scorer?.(declaration, response) ?? 0);
}
