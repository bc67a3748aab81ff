/** Hints stand in the page as folds. With scripts, one button opens the next one. */
/** @import { View } from "../types.js" */
import { createElement } from "../shared.js";

/** @param {Element} box @returns {HTMLDetailsElement[]} */
const hintElementsOf = (box) => [...box.querySelectorAll("details")];

/**
 * Shows as many hints as were opened.
 * @param {Element | null} box null: the item has no hints
 * @param {View} view
 */
export function showHints(box, { hints: openCount, phase }) {
  if (!box) return;
  const hints = hintElementsOf(box);
  const oldButton = box.querySelector("button");
  hints.forEach((hint, at) => {
    if (hint.hidden || !oldButton) hint.open = at < openCount; // a hint that the reader folds stays folded
    hint.hidden = at >= openCount;
  });
  const button = oldButton ?? box.appendChild(createElement("button", "button link"));
  const isLast = openCount >= hints.length;
  Object.assign(button, {
    type: "button",
    textContent: isLast ? "No more hints" : "Hint",
    ariaDisabled: String(isLast),
  });
  /** @type {HTMLElement} */ (button).dataset.do = "hint";
  const isOver = phase === "correct" || phase === "revealed";
  button.classList.toggle("unused", isOver);
  box.classList.toggle("unused", isOver && !openCount);
}

/**
 * The text of the next hint, to be announced; "" if there is none.
 * @param {Element} box
 * @param {number} shownCount how many hints are shown so far
 */
export function nextHintText(box, shownCount) {
  const hint = hintElementsOf(box)[shownCount];
  return hint ? [...hint.childNodes].map((node) => node.textContent).join(": ") : "";
}
