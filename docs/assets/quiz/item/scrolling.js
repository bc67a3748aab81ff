/** Keeps the buttons of an item under the reader's finger, and brings what they have to read into view. */
/** @import { Phase } from "../types.js" */
import { isFormClosed } from "../shared.js";

/** @param {HTMLElement} item @returns {number} from the top of the window */
export const topOfButtons = (item) => item.querySelector(".item-buttons")?.getBoundingClientRect().top ?? 0;

/**
 * Scrolls at once, without animation. What appears or goes above the buttons moves the text above them, and not the buttons;
 * after that, feedback or a problem that is not in view is brought there.
 * @param {{item: HTMLElement, view: {phase: Phase}}} shown
 * @param {{phase: Phase, top: number}} before the phase and the place of the buttons
 */
export function scrollToWhatChanged({ item, view: { phase } }, before) {
  if (isFormClosed(phase) !== isFormClosed(before.phase)) moveButtonsBack(item, before.top);
  if (isFormClosed(phase) || phase === "invalid")
    item.querySelector(".item-result")?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** At the top of the page, where nothing is left to scroll, the whole item moves down. @param {HTMLElement} item @param {number} top */
function moveButtonsBack(item, top) {
  item.style.marginTop = "";
  scrollBy({ top: topOfButtons(item) - top, behavior: "instant" });
  const missing = Math.round(top - topOfButtons(item));
  if (missing > 0) item.style.marginTop = `calc(1.4rem + ${missing}px)`;
}
