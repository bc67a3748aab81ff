/** flashcard: the reader turns the card, then says whether they remembered its back. */
/** @import { InteractionModule, View } from "../types.js" */
import { buttonActions, copyFeedback } from "../shared.js";

const TURNED_RESPONSES = ["back", "forgot", "remembered"];

/** @param {HTMLElement} form */
const backOf = (form) => /** @type {HTMLElement} */ (form.querySelector(".card-back"));

/** @param {Pick<View, "phase" | "response">} view */
const isTurned = ({ phase, response }) => phase === "revealed" || TURNED_RESPONSES.includes(String(response));

/** @type {InteractionModule} */
export const interaction = {
  verdicts: { correct: "Remembered", partly: "", wrong: "Forgot", revealed: "Answer shown" },
  asksConfidence: false,

  readResponse: () => "",

  writeResponse: () => undefined,

  canHoldResponse: (_form, _declaration, response) => ["", ...TURNED_RESPONSES].includes(String(response)),

  whyIncomplete: () => "",

  createFeedback: () => [],

  responseForRetry: () => "",

  announcement: (form) => backOf(form).textContent ?? "",

  buttonActions(view, hasNext) {
    if (view.phase === "correct") return [hasNext ? "next" : "", "reset"];
    if (view.phase === "wrong") return ["retry", hasNext ? "next" : ""]; // its answer is in view
    if (view.phase !== "unseen" && view.phase !== "answering") return buttonActions(view, hasNext);
    return isTurned(view) ? ["forgot", "remembered"] : ["turn", ""];
  },

  showViewInForm(form, _declaration, view) {
    const answer = /** @type {HTMLElement} */ (form.parentElement);
    backOf(form).replaceChildren(...(isTurned(view) ? copyFeedback(answer, "key") : []));
    backOf(form).hidden = !isTurned(view);
  },
};
