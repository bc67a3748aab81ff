/** How sure a reader is, asked beside the first Check of an item: never scored, and nobody has to say it. */
/** @import { Confidence } from "../record/types.js" */
import { make } from "./parts.js";

/** @type {Record<Confidence, string>} */
const WORDS = { guess: "Guess", think: "Think so", sure: "Sure" };

/** @returns {HTMLElement} */
function written() {
  const segments = Object.entries(WORDS).map(([value, words]) => {
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "confidence", value });
    return make("label", "", radio, words);
  });
  return make("fieldset", "confidence", make("legend", "", "How sure are you?"), make("span", "", ...segments));
}

/**
 * It stands below Check, so that Check stays where it is.
 * @param {HTMLElement} buttons
 * @param {boolean} wanted
 * @param {Confidence | undefined} given
 */
export function askConfidence(buttons, wanted, given) {
  const there = buttons.querySelector(".confidence");
  if (!wanted) return there ? leave(buttons, there) : undefined;
  const group = there ?? buttons.appendChild(written());
  for (const radio of group.querySelectorAll("input")) radio.checked = radio.value === given;
}

/** Check was pressed from within it. @param {HTMLElement} buttons @param {Element} group */
function leave(buttons, group) {
  if (group.contains(document.activeElement)) buttons.querySelector("button")?.focus();
  group.remove();
}
