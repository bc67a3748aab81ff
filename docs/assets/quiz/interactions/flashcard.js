/** flashcard: the reader turns the card, then says whether they remembered its back. */
/** @import { Known } from "../../record/types.js" */
/** @import { ButtonActions, InteractionModule, View } from "../types.js" */
import { actionPerButton, copyFeedbackNodes, isFormClosed } from "../shared.js";

const TURNED_RESPONSES = ["back", "forgot", "remembered"];

/** @param {HTMLElement} form */
const backOf = (form) => /** @type {HTMLElement} */ (form.querySelector(".card-back"));

/** @param {Pick<View, "phase" | "response">} view */
const isTurned = ({ phase, response }) => phase === "revealed" || TURNED_RESPONSES.includes(String(response));

/**
 * Buttons once the reader has said whether they remembered. Forgot was pressed in the first place, and Remembered in the second.
 * @param {View["phase"]} phase
 * @param {Pick<Known, "nextAction" | "isSingleTry">} known
 * @returns {ButtonActions}
 */
function actionsAfterSelfGrading(phase, { nextAction, isSingleTry }) {
  if (isSingleTry) return phase === "correct" ? ["", nextAction, "", ""] : [nextAction, "", "", ""];
  return [phase === "correct" ? "reset" : "retry", nextAction, "", ""];
}

/** @type {InteractionModule} */
export const interaction = {
  verdicts: { correct: "Remembered", partly: "", wrong: "Forgot", revealed: "Answer shown" },

  readResponse: () => "",

  writeResponse: () => undefined,

  canHoldResponse: (_form, _declaration, response) => ["", ...TURNED_RESPONSES].includes(String(response)),

  validationMessage: () => "",

  createFeedback: () => [],

  responseForRetry: () => "",

  announcement: (form) => backOf(form).textContent ?? "",

  actionPerButton(view, known) {
    if (view.phase === "revealed") return actionPerButton(view, known);
    if (isFormClosed(view.phase)) return actionsAfterSelfGrading(view.phase, known);
    return isTurned(view) ? ["forgot", "remembered", "", ""] : ["turn", "", "", ""];
  },

  showVerdictsAndRevealedKey(form, _declaration, view) {
    const answer = /** @type {HTMLElement} */ (form.parentElement);
    backOf(form).replaceChildren(...(isTurned(view) ? copyFeedbackNodes(answer, "key") : []));
    backOf(form).hidden = !isTurned(view);
  },
};
