// @ts-check
// Repairs what Material leaves out or what its script adds: names of landmarks, keyboard focus for what scrolls, permanent
// links that screen readers would read after each title (the table of contents has the same links), and the target of Skip.
let codeCount = 0;
let tableCount = 0;

/** Makes a table that is wider than the page a region with a name, which readers can focus and scroll by keyboard. @param {Element} box */
const nameTableRegion = (box) => {
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", box.querySelector("caption")?.textContent?.trim() || `Table ${++tableCount}`);
};

const repair = () => {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([aria-label])"))
    nav.setAttribute("aria-label", `Code ${++codeCount}`);
  for (const link of document.querySelectorAll(".headerlink:not([aria-hidden])")) {
    link.setAttribute("aria-hidden", "true");
    link.setAttribute("tabindex", "-1");
  }
  for (const box of document.querySelectorAll("article :is(pre > code, .md-typeset__scrollwrap):not([tabindex])")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.setAttribute("tabindex", "0");
    if (box.matches(".md-typeset__scrollwrap")) nameTableRegion(box);
  }
};

/** Our own elements need no repair, and measuring them would delay each of their answers. @param {MutationRecord} change */
const isOutsideOwnElements = ({ target }) => !(/** @type {Element} */ (target).closest("live-calculator, quiz-set"));
new MutationObserver((changes) => changes.some(isOutsideOwnElements) && repair()).observe(document.body, {
  childList: true,
  subtree: true,
});
addEventListener("resize", repair);
repair();
document.querySelector(".md-skip")?.setAttribute("href", "#page-title");
