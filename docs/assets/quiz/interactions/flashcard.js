/** flashcard: the reader turns it, then says whether it was remembered. */
/** @import { Interaction, View } from "../types.js" */
import { feedbackFor } from "../parts.js";

const TURNED = ["back", "forgot", "remembered"];

/** @param {HTMLElement} form */
const back = (form) => /** @type {HTMLElement} */ (form.querySelector(".back"));

/** @param {View} view */
const isTurned = ({ phase, response }) => phase === "revealed" || TURNED.includes(String(response));

/** @type {Interaction} */
export const flashcard = {
  rest: "",
  verdicts: { correct: "Remembered", wrong: "Forgot" },

  unsure: true,

  deeds(view, next) {
    if (view.phase === "correct") return [next ? "next" : "", "reset"];
    if (view.phase === "wrong") return ["retry", next ? "next" : ""]; // its answer is in view
    if (view.phase !== "unseen" && view.phase !== "answering") return undefined;
    return isTurned(view) ? ["forgot", "remembered"] : ["turn", ""];
  },

  heard: (form) => back(form).textContent ?? "",

  read: () => "",

  write: () => undefined,

  fits: (_form, _declaration, response) => ["", ...TURNED].includes(String(response)),

  problem: () => "",

  count: () => "",

  mark(form, _declaration, view) {
    back(form).replaceChildren(
      ...(isTurned(view) ? feedbackFor(/** @type {HTMLElement} */ (form.parentElement), "key") : []),
    );
    back(form).hidden = !isTurned(view);
  },

  said: () => [],

  kept: () => "",
};
