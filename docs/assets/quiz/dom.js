/** Builds and fills the elements that items and interactions add to a page. */

const SVG = "http://www.w3.org/2000/svg";
const MUTE_MS = 1000; // for what is not announced
/** @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} the timers that end a mute, by live region */
const muteTimers = new WeakMap();
/** Lines on a grid of 24. */
const ICON_PATHS = {
  correct: "M4 13l5 5L20 6",
  wrong: "M5 5l14 14M19 5L5 19",
  partly: "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18v18M10 4v16M8 5v14M6 6v12M4 9v6",
  revealed: "M7 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8M11 12h10v4M17 12v3",
  invalid: "M12 3L2 20h20zM12 10v4M12 17v.1",
  tried: "M5 12h14",
};
const VERDICT_ICONS = /** @type {const} */ ({ right: "correct", wrong: "wrong", tried: "tried", shown: "revealed" });

/** @typedef {keyof typeof ICON_PATHS} IconName */
/** @typedef {keyof typeof VERDICT_ICONS | ""} RowVerdict */

/**
 * An element with a class and children. A text becomes a text node, never markup.
 * @param {string} tag
 * @param {string} className
 * @param {...(Node | string)} children
 */
export function createElement(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** An icon that is hidden from screen readers, because a word stands beside it. @param {IconName} name */
export function createIcon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICON_PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * Shows a verdict on a row: `data-verdict` for its line and background, and at its end an icon with a label.
 * @param {HTMLElement} row
 * @param {RowVerdict} verdict "" removes it
 * @param {string} label
 */
export function setRowVerdict(row, verdict, label) {
  row.querySelector(".row-verdict")?.remove();
  row.removeAttribute("data-verdict");
  if (!verdict) return;
  row.dataset.verdict = verdict;
  row.append(createElement("span", "row-verdict", createIcon(VERDICT_ICONS[verdict]), label));
}

/**
 * Shows a verdict on a typed answer: by the line and background of the field, and by an icon inside it. The words are in the
 * live region.
 * @param {HTMLElement} field
 * @param {import("./types.js").Phase} phase
 */
export function setFieldVerdict(field, phase) {
  const verdict = /** @type {Partial<Record<import("./types.js").Phase, "right" | "wrong" | "shown">>} */ ({
    correct: "right",
    wrong: "wrong",
    partly: "wrong",
    revealed: "shown",
  })[phase];
  setAttributeOrRemoveIfEmpty(field, "data-verdict", verdict ?? "");
  if (field.nextElementSibling?.matches(".field-verdict")) field.nextElementSibling.remove();
  if (!verdict) return;
  const mark = createElement("span", "field-verdict", createIcon(VERDICT_ICONS[verdict]));
  mark.dataset.verdict = verdict;
  field.after(mark);
}

/**
 * The bold lead-in of a line of feedback: a copy of the name of a row or a choice. A sentence keeps its end, other names
 * get a colon.
 * @param {Node} nameNode
 */
export function copyAsBoldLeadIn(nameNode) {
  const separator = /[.?!]$/.test(nameNode.textContent ?? "") ? " " : ": ";
  return createElement("b", "", nameNode.cloneNode(true), separator);
}

/**
 * Copies of the feedback that the build wrote for one choice, row or mistake.
 * @param {HTMLElement} answer
 * @param {string | number} forId id of the choice or row, or number of the mistake
 * @returns {Node[]} the text and elements of the feedback
 */
export function copyFeedbackNodes(answer, forId) {
  const feedback = answer.querySelector(`[data-for="${CSS.escape(`${forId}`)}"]`);
  return [...(feedback?.cloneNode(true).childNodes ?? [])];
}

/**
 * Sets an attribute, or removes it if there is no value.
 * @param {Element} element
 * @param {string} name
 * @param {string} value "" removes it
 */
export const setAttributeOrRemoveIfEmpty = (element, name, value) =>
  value ? element.setAttribute(name, value) : element.removeAttribute(name);

/**
 * Replaces the contents of a live region. The region is muted for what is not announced: saved state that is restored, and
 * what is read at the field that gets the focus.
 * @param {HTMLElement} region
 * @param {(Node | string)[]} contents
 * @param {boolean} isAnnounced
 */
export function fillLiveRegion(region, contents, isAnnounced) {
  const isMuted = !isAnnounced && contents.length > 0;
  region.ariaLive = isMuted ? "off" : null;
  clearTimeout(muteTimers.get(region)); // an earlier mute's timer would end this one too soon
  if (isMuted)
    muteTimers.set(
      region,
      setTimeout(() => void (region.ariaLive = null), MUTE_MS),
    );
  if (contents.length || region.hasChildNodes()) region.replaceChildren(...contents);
}
