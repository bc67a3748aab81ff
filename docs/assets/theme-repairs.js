import { findElements } from "./dom/queries.js";
import { makeMenuKeyboardAccessible } from "./page/drawer.js";
import { inputByIdOrNull, replaceWithButton } from "./page/label-button.js";
import { makeSearchKeyboardAccessible } from "./page/search-keys.js";
import { openDefinitionsOnClick } from "./page/term-links.js";

/**
 * Repairs what Material leaves out or its script adds: names of code toolbars and of boxes that scroll, keyboard focus for
 * such boxes, links beside headings that screen readers would read as "pilcrow" (the table of contents has the same links),
 * the target of the skip link, keys for its menu, and scrolling to a result of the search. Takes away keys with which the
 * theme leaves the page.
 */
let toolbarCount = 0;
let tableCount = 0;

/** Makes the box of a table that is wider than the page a region with a name. @param {Element} tableBox */
function setRegionRoleAndLabel(tableBox) {
  tableBox.setAttribute("role", "region");
  tableBox.setAttribute(
    "aria-label",
    tableBox.querySelector("caption")?.textContent?.trim() || `Table ${++tableCount}`,
  );
}

function labelCodeToolbars() {
  for (const toolbar of document.querySelectorAll("nav.md-code__nav:not([aria-label])"))
    toolbar.setAttribute("aria-label", `Code ${++toolbarCount}`);
}

/** Hides the links beside headings from screen readers and the keyboard. */
function hideHeadingLinks() {
  for (const link of document.querySelectorAll(".headerlink:not([aria-hidden])")) {
    link.setAttribute("aria-hidden", "true");
    link.setAttribute("tabindex", "-1");
  }
}

function makeScrollingBoxesFocusable() {
  for (const box of document.querySelectorAll("article :is(pre > code, .md-typeset__scrollwrap):not([tabindex])")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.setAttribute("tabindex", "0");
    if (box.matches(".md-typeset__scrollwrap")) setRegionRoleAndLabel(box);
  }
}

function repairThemeAccessibility() {
  labelCodeToolbars();
  hideHeadingLinks();
  makeScrollingBoxesFocusable();
}

/**
 * Makes buttons of the labels that switch between light and dark. The theme shows one of them at a time and hides the
 * other, which would lose the focus.
 */
function replaceColorLabelsWithButtons() {
  const buttons = findElements(document, "[data-md-component=palette] label").map(replaceWithButton);
  for (const button of buttons) {
    button.addEventListener("click", () => buttons.find(({ hidden }) => !hidden)?.focus());
    button.addEventListener("keydown", (event) => event.stopPropagation()); // the theme would switch once more
  }
}

/**
 * What is added here needs no repair, and measuring boxes would make each answer, and each line that code prints, wait
 * for a layout. A review is not among them: the questions that it adds may have code that scrolls.
 */
const NEEDS_NO_REPAIR = "live-calculator, quiz-set, lab-editor, live-playground";

let frame = 0;

/** Repairs once for all changes until the next frame. */
function repairInNextFrame() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    repairThemeAccessibility();
  });
}

/**
 * In a narrow window the theme keeps the page still while the search is open, and then returns to where the page was: once
 * it has, this scrolls to the target of the result that was clicked.
 */
function enableScrollToClickedResult() {
  const scroll = new MutationObserver(() => {
    scroll.disconnect();
    document.querySelector(":target")?.scrollIntoView();
  });
  document.querySelector(".md-search-result")?.addEventListener("click", () => {
    const isLocked = document.body.hasAttribute("data-md-scrolllock");
    if (isLocked) scroll.observe(document.body, { attributeFilter: ["data-md-scrolllock"] });
  });
}

/** Imports the repairs of the search and runs them; without the module, the search works as the theme made it. */
const importAndRunSearchRepairs = () =>
  import("./page/search.js")
    .then(({ setStatusRoleOfResultCount, suggestSimilarPagesWhenNoResults }) => {
      setStatusRoleOfResultCount();
      suggestSimilarPagesWhenNoResults();
    })
    .catch(() => {});

function loadSearchRepairsOnFocus() {
  document.querySelector(".md-search__input")?.addEventListener("focus", importAndRunSearchRepairs, { once: true });
}

/**
 * Keeps the theme from going to another page, or into the search, at a single character: a reader who types a number beside
 * a field would lose what the page holds (WCAG 2.1.4). The theme listens at the window, and a stopped event ends before it.
 * The open search needs the characters.
 */
function disableThemeCharacterShortcuts() {
  const search = inputByIdOrNull("__search");
  document.addEventListener("keydown", (event) => {
    if (event.key.length === 1 && !search?.checked) event.stopPropagation();
  });
}

const observer = new MutationObserver((changes) => {
  const targets = changes.map(({ target }) => /** @type {Element} */ (target));
  if (targets.some((target) => !target.closest(NEEDS_NO_REPAIR))) repairInNextFrame();
});
observer.observe(document.body, { childList: true, subtree: true });
addEventListener("resize", repairInNextFrame);
repairThemeAccessibility();
document.querySelector(".md-skip")?.setAttribute("href", "#page-title");
disableThemeCharacterShortcuts();
makeMenuKeyboardAccessible();
replaceColorLabelsWithButtons();
makeSearchKeyboardAccessible();
enableScrollToClickedResult();
loadSearchRepairsOnFocus();
openDefinitionsOnClick();
