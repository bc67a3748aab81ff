/** cloze: words typed into the blank of a sentence. A wrong response that is a known mistake gets its own feedback. */
/** @import { InteractionModule } from "../types.js" */
import { copyFeedbackNodes, createElement, normalizeText, setFieldVerdict, tooLongNote } from "../shared.js";

const MAX_LENGTH = 200; // characters
const UNKNOWN_MISTAKE = "This answer does not fit. Read the whole sentence again.";

/** @param {HTMLFormElement} form */
const fieldOf = (form) => /** @type {HTMLInputElement} */ (form.querySelector("[name=response]"));

/** @type {InteractionModule} */
export const interaction = {
  otherLinesTitle: "Common mistakes",

  readResponse: (form) => fieldOf(form).value,

  writeResponse(form, response) {
    if (fieldOf(form).value !== response) fieldOf(form).value = String(response);
  },

  canHoldResponse: (_form, _declaration, response) => typeof response === "string",

  whyIncomplete(form) {
    const { length } = fieldOf(form).value;
    if (length > MAX_LENGTH)
      return `Enter a few words. This answer has ${length} characters, and the limit is ${MAX_LENGTH}.`;
    return fieldOf(form).value.trim() ? "" : "Type the missing words, then press Check.";
  },

  createFeedback(_form, answer, { mistakes = [] }, { phase, response = "" }) {
    if (phase === "correct") return [];
    if (phase === "revealed") return [createElement("b", "feedback", answer.querySelector("dt")?.textContent ?? "")];
    const mistake = mistakes.findIndex((each) => normalizeText(String(each)) === normalizeText(String(response)));
    return [
      createElement("div", "feedback", ...(mistake < 0 ? [UNKNOWN_MISTAKE] : copyFeedbackNodes(answer, mistake))),
    ];
  },

  progressText: (form, _declaration, { phase, tried }) =>
    tooLongNote(fieldOf(form).value) ||
    (tried.length && phase !== "correct" ? `Already tried: ${tried.join("; ")}` : ""),

  showViewInForm(form, { correct }, { phase }) {
    if (phase === "revealed") fieldOf(form).value = correct[0];
    setFieldVerdict(fieldOf(form), phase);
  },
};
