/** How sure a reader is, asked beside the first Check of an item. It is never scored, and optional. */
/** @import { Confidence } from "../../record/types.js" */
import { createElement } from "../shared.js";

/** @type {Record<Confidence, string>} */
const LABELS = { guess: "Guess", think: "Think so", sure: "Sure" };

/** @returns {HTMLElement} */
function createConfidenceGroup() {
  const segments = Object.entries(LABELS).map(([value, label]) => {
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "confidence", value });
    return createElement("label", "", radio, label);
  });
  const legend = createElement("legend", "", "How sure are you?");
  return createElement("fieldset", "confidence", legend, createElement("span", "", ...segments));
}

/**
 * Adds or removes the question. It stands below Check, so that Check keeps its place.
 * @param {HTMLElement} buttons
 * @param {boolean} isAsked
 * @param {Confidence | undefined} confidence
 */
export function askConfidence(buttons, isAsked, confidence) {
  const shown = buttons.querySelector(".confidence");
  if (!isAsked) return shown ? removeConfidenceGroup(buttons, shown) : undefined;
  const group = shown ?? buttons.appendChild(createConfidenceGroup());
  for (const radio of group.querySelectorAll("input")) radio.checked = radio.value === confidence;
}

/** If the focus was inside, it moves to the first button. @param {HTMLElement} buttons @param {Element} group */
function removeConfidenceGroup(buttons, group) {
  if (group.contains(document.activeElement)) buttons.querySelector("button")?.focus();
  group.remove();
}
