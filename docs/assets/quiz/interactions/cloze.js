/** cloze: words typed into the blank of a sentence. A wrong response that is a known mistake gets its own feedback. */
/** @import { Declaration } from "../../scoring/types.js" */
/** @import { InteractionModule } from "../types.js" */
import { copyFeedbackNodes, createElement, normalizeText, setFieldVerdict, noteIfOverSaveLimit } from "../shared.js";

const MAX_LENGTH = 200; // characters
const MIN_LENGTH_OF_SPELLING = 5; // letters; shorter words are one edit away from too many others
const UNKNOWN_MISTAKE = "This answer does not fit. Read the whole sentence again.";
const MISSPELLED = "Check the spelling.";

/** @param {HTMLFormElement} form */
const fieldOf = (form) => /** @type {HTMLInputElement} */ (form.querySelector("[name=response]"));

/** Whether a response is one edit away from a key that is long enough to tell. @param {string} response @param {string[]} keys */
const isMisspelled = (response, keys) =>
  keys
    .map(normalizeText)
    .some((key) => key.length >= MIN_LENGTH_OF_SPELLING && isOneEditAway(normalizeText(response), key));

/**
 * Whether inserting, deleting or replacing one character, or swapping two neighbors, turns one text into the other.
 * @param {string} a
 * @param {string} b
 */
function isOneEditAway(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const [left, right] = [short.slice(start), long.slice(start)];
  if (short.length < long.length) return left === right.slice(1);
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return left.slice(1) === right.slice(1) || isSwapped;
}

/**
 * The feedback of a known mistake, or a sentence on the spelling.
 * @param {HTMLElement} answerPart
 * @param {Declaration} declaration
 * @param {string} response
 */
function wrongResponseFeedback(answerPart, { correct, mistakes = [] }, response) {
  const mistake = mistakes.findIndex((each) => normalizeText(String(each)) === normalizeText(response));
  if (mistake >= 0) return copyFeedbackNodes(answerPart, mistake);
  return [isMisspelled(response, correct) ? MISSPELLED : UNKNOWN_MISTAKE];
}

/** @type {InteractionModule} */
export const interaction = {
  otherLinesTitle: "Common mistakes",

  readResponse: (form) => fieldOf(form).value,

  writeResponse(form, typedText) {
    if (fieldOf(form).value !== typedText) fieldOf(form).value = String(typedText);
  },

  canHoldResponse: (_form, _declaration, response) => typeof response === "string",

  validationMessage(form) {
    const { length } = fieldOf(form).value;
    if (length > MAX_LENGTH)
      return `Enter a few words. This answer has ${length} characters, and the limit is ${MAX_LENGTH}.`;
    return fieldOf(form).value.trim() ? "" : "Type the missing words, then press Check.";
  },

  createFeedback(_form, answerPart, declaration, { phase, response: typedText = "" }) {
    if (phase === "correct") return [];
    if (phase === "revealed")
      return [createElement("b", "feedback", answerPart.querySelector("dt")?.textContent ?? "")];
    return [createElement("div", "feedback", ...wrongResponseFeedback(answerPart, declaration, String(typedText)))];
  },

  progressText: (form, _declaration, { phase, tried }) =>
    noteIfOverSaveLimit(fieldOf(form).value) ||
    (tried.length && phase !== "correct" ? `Already tried: ${tried.join("; ")}` : ""),

  showVerdictsAndRevealedKey(form, { correct }, { phase }) {
    if (phase === "revealed") fieldOf(form).value = correct[0];
    setFieldVerdict(fieldOf(form), phase);
  },
};
