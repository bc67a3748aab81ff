/** numeric: a typed number. A wrong value that is a known mistake gets its own feedback. */
/** @import { Declaration } from "../../scoring/types.js" */
/** @import { InteractionModule } from "../types.js" */
import {
  copyFeedbackNodes,
  createElement,
  isWithinTolerance,
  parseNumberOrThrow,
  setFieldVerdict,
  noteIfOverSaveLimit,
} from "../shared.js";

const UNKNOWN_MISTAKE = "This is not the number of a common mistake. Check your calculation.";

/** @param {HTMLFormElement} form */
const fieldOf = (form) => /** @type {HTMLInputElement} */ (form.querySelector("[name=response]"));

/**
 * The number that a text means, or NaN with the reason.
 * @param {string} text
 * @param {string} [unit]
 */
function valueAndProblemOf(text, unit) {
  try {
    return { value: parseNumberOrThrow(text, unit), problem: "" };
  } catch (error) {
    return { value: NaN, problem: /** @type {Error} */ (error).message };
  }
}

/** How a text was read, if that may be a surprise; otherwise "". @param {string} typed @param {number} value */
const noteIfCommaOrPercent = (typed, value) =>
  /[,%]/.test(typed) ? `${typed.trim()} was read as ${Number(value.toPrecision(12))}. ` : "";

/**
 * The feedback of a known mistake, or a general sentence.
 * @param {HTMLElement} answerPart
 * @param {Declaration} declaration
 * @param {number} value
 */
function wrongValueFeedback(answerPart, { tolerance, mistakes = [] }, value) {
  const mistake = mistakes.findIndex((each) => isWithinTolerance(value, each, tolerance));
  return mistake < 0 ? [UNKNOWN_MISTAKE] : copyFeedbackNodes(answerPart, mistake);
}

/** @type {InteractionModule} */
export const interaction = {
  otherLinesTitle: "Common mistakes",

  readResponse: (form) => fieldOf(form).value,

  writeResponse(form, typedText) {
    if (fieldOf(form).value !== typedText) fieldOf(form).value = String(typedText);
  },

  canHoldResponse: (_form, _declaration, response) => typeof response === "string",

  validationMessage: (form, { unit }) => valueAndProblemOf(fieldOf(form).value, unit).problem,

  createFeedback(_form, answerPart, declaration, { phase, response: typedText = "" }) {
    if (phase === "correct") return [];
    if (phase === "revealed")
      return [createElement("b", "feedback", answerPart.querySelector("dt")?.textContent ?? "")];
    const { value } = valueAndProblemOf(String(typedText), declaration.unit);
    const note = noteIfCommaOrPercent(String(typedText), value);
    return [createElement("div", "feedback", note, ...wrongValueFeedback(answerPart, declaration, value))];
  },

  progressText: (form, _declaration, { phase, tried }) =>
    noteIfOverSaveLimit(fieldOf(form).value) ||
    (tried.length && phase !== "correct" ? `Already tried: ${tried.join("; ")}` : ""),

  showVerdictsAndRevealedKey: (form, _declaration, { phase }) => setFieldVerdict(fieldOf(form), phase),
};
