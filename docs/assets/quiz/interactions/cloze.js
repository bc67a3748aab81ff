/** cloze: words typed into the gap of a sentence; wrong ones that have a reason get the feedback written for them. */
/** @import { Interaction } from "../types.js" */
import { feedbackFor, lost, make, tidy } from "../parts.js";

const LONGEST = 200; // characters; more fills no gap
const UNKNOWN = "This answer does not fit. Read the whole sentence again.";

/** @param {HTMLFormElement} form */
const field = (form) => /** @type {HTMLInputElement} */ (form.querySelector("[name=response]"));

/** @type {Interaction} */
export const cloze = {
  rest: "Common mistakes",

  read: (form) => field(form).value,

  write(form, response) {
    if (field(form).value !== response) field(form).value = String(response);
  },

  fits: (_form, _declaration, response) => typeof response === "string",

  problem(form) {
    const { length } = field(form).value;
    if (length > LONGEST)
      return `Enter a few words. This answer has ${length} characters, and the limit is ${LONGEST}.`;
    return field(form).value.trim() ? "" : "Type the missing words, then press Check.";
  },

  count: (form, _declaration, { phase, tried }) =>
    lost(field(form).value) || (tried.length && phase !== "correct" ? `Already tried: ${tried.join("; ")}` : ""),

  mark(form, { correct }, { phase }) {
    if (phase === "revealed") field(form).value = correct[0];
  },

  said(_form, answer, { mistakes = [] }, { phase, response = "" }) {
    if (phase === "correct") return [];
    if (phase === "revealed") return [make("b", "said", answer.querySelector("dt")?.textContent ?? "")];
    const known = mistakes.findIndex((mistake) => tidy(String(mistake)) === tidy(String(response)));
    return [make("div", "said", ...(known < 0 ? [UNKNOWN] : feedbackFor(answer, known)))];
  },

  kept: (_declaration, response) => response,
};
