/** How sure a reader is, asked before the first Check of an item. It is never scored, and optional. */
/** @import { Confidence } from "../../record/types.js" */

/**
 * Opens or closes the question, which the build wrote. Closed, it shows what the reader said, or takes no room.
 * @param {HTMLElement | null} group null: the item does not ask
 * @param {boolean} isOpen
 * @param {Confidence | undefined} confidence
 */
export function openOrCloseConfidence(group, isOpen, confidence) {
  if (!group) return;
  if (!isOpen && group.contains(document.activeElement))
    /** @type {HTMLElement | null | undefined} */ (group.parentElement?.querySelector(".item-buttons button"))?.focus();
  for (const radio of group.querySelectorAll("input")) {
    radio.checked = radio.value === confidence;
    radio.disabled = !isOpen;
  }
  group.classList.toggle("unused", !isOpen && !confidence);
}
