/** numeric: a typed number; wrong values that have a name get the feedback written for them. */
/** @import { Declaration } from "../../scoring/types.js" */
/** @import { Interaction } from "../types.js" */
import { feedbackFor, lost, make, near, parseNumber } from "../parts.js";

const UNKNOWN = "This is not the number of a common mistake. Check your calculation.";

/** @param {HTMLFormElement} form */
const field = (form) => /** @type {HTMLInputElement} */ (form.querySelector("[name=response]"));

/**
 * What a typed text says: a number, or why it is none.
 * @param {string} text
 * @param {string} [unit]
 */
function reading(text, unit) {
  try {
    return { value: parseNumber(text, unit), problem: "" };
  } catch (refused) {
    return { value: NaN, problem: /** @type {Error} */ (refused).message };
  }
}

/**
 * How the typed text was read, where that may surprise, and which mistake leads there.
 * @param {HTMLElement} answer
 * @param {Declaration} declaration
 * @param {string} typed
 */
function thought(answer, { unit, tolerance, mistakes = [] }, typed) {
  const { value } = reading(typed, unit);
  const known = mistakes.findIndex((mistake) => near(value, mistake, tolerance));
  const note = /[,%]/.test(typed) ? [`${typed.trim()} was read as ${Number(value.toPrecision(12))}. `] : [];
  return [...note, ...(known < 0 ? [UNKNOWN] : feedbackFor(answer, known))];
}

/** @type {Interaction} */
export const numeric = {
  rest: "Common mistakes",

  read: (form) => field(form).value,

  write(form, response) {
    if (field(form).value !== response) field(form).value = String(response);
  },

  fits: (_form, _declaration, response) => typeof response === "string",

  problem: (form, { unit }) => reading(field(form).value, unit).problem,

  count: (form, _declaration, { phase, tried }) =>
    lost(field(form).value) || (tried.length && phase !== "correct" ? `Already tried: ${tried.join("; ")}` : ""),

  said(_form, answer, declaration, { phase, response = "" }) {
    if (phase === "correct") return [];
    if (phase === "revealed") return [make("b", "said", answer.querySelector("dt")?.textContent ?? "")];
    return [make("div", "said", ...thought(answer, declaration, String(response)))];
  },

  kept: (_declaration, response) => response,
};
