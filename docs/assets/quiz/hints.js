/** Hints stand in the page as folds; with scripts one button opens the next one. */
/** @import { View } from "./types.js" */
import { make } from "./parts.js";

const LEFT = "Hint";
const NONE = "No more hints";

/** @param {Element} box @returns {HTMLDetailsElement[]} */
const foldsOf = (box) => [...box.querySelectorAll("details")];

/**
 * Shows as many as were opened.
 * @param {Element | null} box of an item that has hints
 * @param {View} view
 */
export function showHints(box, { hints, phase }) {
  if (!box) return;
  const folds = foldsOf(box);
  folds.forEach((fold, at) => {
    if (fold.hidden || !box.querySelector("button")) fold.open = at < hints; // one that the reader folds stays folded
    fold.hidden = at >= hints;
  });
  const button = box.querySelector("button") ?? box.appendChild(make("button", "button link"));
  Object.assign(button, {
    type: "button",
    textContent: hints < folds.length ? LEFT : NONE,
    ariaDisabled: String(hints >= folds.length),
  });
  button.dataset.do = "hint";
  button.classList.toggle("off", phase === "correct" || phase === "revealed"); // its place stays
}

/**
 * The words of the next hint, to be announced; "" if there is none.
 * @param {Element} box
 * @param {View} view
 */
export function nextHint(box, { hints }) {
  const fold = foldsOf(box)[hints];
  return fold ? [...fold.childNodes].map((node) => node.textContent).join(": ") : "";
}
