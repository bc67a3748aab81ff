// @ts-check
// What Material leaves out or its script adds: names, focus for what scrolls, titles without a spoken pilcrow (the table
// of contents has the same links), a Skip that leads to the title, and keys for its menu.
import { addMenuButtons } from "./page/drawer.js";
import { addSearchNote } from "./page/search-note.js";
import { openTermsInPlace } from "./page/term-popover.js";
import { addThemeButtons } from "./page/theme-button.js";

let count = 0;
const repair = () => {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([aria-label])"))
    nav.setAttribute("aria-label", `Code ${++count}`);
  for (const link of document.querySelectorAll(".headerlink:not([aria-hidden])")) {
    link.setAttribute("aria-hidden", "true");
    link.setAttribute("tabindex", "-1");
  }
  for (const box of document.querySelectorAll("article :is(pre > code, .md-typeset__scrollwrap):not([tabindex])"))
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
};
// our own elements need none of it, and measuring would make each of their answers wait for a layout
/** @param {MutationRecord} change */
const elsewhere = ({ target }) => !(/** @type {Element} */ (target).closest("live-calculator, quiz-set"));
new MutationObserver((changes) => changes.some(elsewhere) && repair()).observe(document.body, {
  childList: true,
  subtree: true,
});
addEventListener("resize", repair);
repair();
document.querySelector(".md-skip")?.setAttribute("href", "#page-title");
addMenuButtons();
addThemeButtons();
addSearchNote();
openTermsInPlace();
