/** How sure a reader is, asked before the first Check of an item. It is never scored, and optional. */
/** @import { Confidence } from "../../record/types.js" */

/**
 * Opens or closes the question, which the build wrote. Closed, it shows what the reader said, or takes no room.
 * @param {HTMLElement | null} group null: the item does not ask
 * @param {boolean} isAsked
 * @param {Confidence | undefined} confidence
 */
export function showConfidence(group, isAsked, confidence) {
  if (!group) return;
  if (!isAsked && group.contains(document.activeElement))
    /** @type {HTMLElement | null | undefined} */ (group.parentElement?.querySelector(".item-buttons button"))?.focus();
  for (const radio of group.querySelectorAll("input")) {
    radio.checked = radio.value === confidence;
    radio.disabled = !isAsked;
  }
  group.classList.toggle("unused", !isAsked && !confidence);
}
