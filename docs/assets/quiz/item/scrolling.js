/** Keeps the buttons of an item under the reader's finger, and brings what they have to read into view. */

/** @param {HTMLElement} item @returns {number} from the top of the window */
export const topOfButtons = (item) => item.querySelector(".item-buttons")?.getBoundingClientRect().top ?? 0;

/**
 * Brings feedback or a problem that is not in view there, without animation, but not so far that the button above it, which was
 * pressed, leaves the window.
 * @param {HTMLElement} item
 */
export function scrollResultIntoView(item) {
  for (const part of [".item-result", ".item-buttons button"])
    item.querySelector(part)?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/**
 * Scrolls at once, without animation, so that what appears or goes above the buttons moves the text above them, and not the
 * buttons. At the top of the page, where nothing is left to scroll, the whole item moves down.
 * @param {HTMLElement} item
 * @param {number} top where the buttons were, from the top of the window
 */
export function scrollButtonsTo(item, top) {
  item.style.marginTop = "";
  scrollBy({ top: topOfButtons(item) - top, behavior: "instant" });
  const missing = Math.round(top - topOfButtons(item));
  if (missing > 0) item.style.marginTop = `calc(1.4rem + ${missing}px)`;
}
