/** The mark of a row: its line and wash by `data-mark`, and at its end an icon with words. */
import { icon } from "./icons.js";
import { make } from "./words.js";

const ICONS = /** @type {const} */ ({ right: "correct", wrong: "wrong", tried: "tried", shown: "revealed" });

/** @typedef {keyof typeof ICONS | ""} Mark */

/**
 * @param {HTMLElement} row
 * @param {Mark} mark "" takes it away
 * @param {string} words
 */
export function tag(row, mark, words) {
  row.querySelector(".tag")?.remove();
  row.removeAttribute("data-mark");
  if (!mark) return;
  row.dataset.mark = mark;
  row.append(make("span", "tag", icon(ICONS[mark]), words));
}
