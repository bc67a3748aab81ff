// The menu of narrow windows, for the keyboard: its button says whether it is open, the focus goes into the open menu and
// back, Escape closes it, and what another part covers cannot be reached. The theme opens it by a hidden check box.
import { findElements } from "../dom/queries.js";
import { inputByIdOrNull, replaceWithButton } from "./label-button.js";

const NARROW = matchMedia("(max-width: 76.234375em)"); // as in the theme's style sheet
const OUTSIDE = "[data-md-component=skip], .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer";
const LABELS = ".md-nav--primary label:not([for=__drawer])"; // they open a list, or lead back from it

/**
 * In a narrow window each open list covers the list it belongs to. The closed and the covered ones become unreachable, and
 * in a wide window all lists can be reached.
 * @param {HTMLElement} menu
 */
const makeClosedAndCoveredListsInert = (menu) => {
  for (const list of findElements(menu, ".md-nav__list")) {
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    const open = NARROW.matches && items.find((item) => item.querySelector(":scope > .md-nav__toggle:checked"));
    const title = list.previousElementSibling;
    if (title instanceof HTMLElement) title.inert = Boolean(open);
    // the list of a heading's subheadings has no toggle: it is always shown
    for (const item of items)
      for (const part of findElements(item, ":scope > *"))
        part.inert = part.matches(".md-nav__toggle ~ nav") ? NARROW.matches && item !== open : Boolean(open);
  }
};

/**
 * The title of a list has the focus once the list is open, and the button that opened it once the list is closed.
 * @param {HTMLInputElement} toggle
 */
const focusTitleIfOpenElseButton = (toggle) => {
  const title = findElements(toggle.parentElement ?? document, `.md-nav__title[for="${toggle.id}"]`)[0];
  const button = findElements(document, `.md-nav__link[for="${toggle.id}"]`)[0];
  (toggle.checked ? title : button)?.focus();
};

/**
 * Each label that opens a list becomes a button that says whether the list is open.
 * @param {HTMLElement} menu
 */
const replaceListLabelsWithButtons = (menu) => {
  for (const button of findElements(menu, LABELS).map(replaceWithButton)) {
    const text = button.textContent?.trim();
    if (button.matches(".md-nav__title")) button.ariaLabel = `Back from ${text}`;
    else if (!text) button.ariaLabel = `Pages of ${button.previousElementSibling?.textContent?.trim()}`;
  }
  for (const element of findElements(menu, ".md-nav__toggle")) {
    const toggle = /** @type {HTMLInputElement} */ (element);
    const copyToggleStateToButtons = () => {
      for (const button of findElements(menu, `.md-nav__link[for="${toggle.id}"]`))
        button.ariaExpanded = String(toggle.checked);
    };
    copyToggleStateToButtons();
    toggle.addEventListener("change", () => {
      copyToggleStateToButtons();
      makeClosedAndCoveredListsInert(menu);
      if (NARROW.matches) focusTitleIfOpenElseButton(toggle);
    });
  }
};

/**
 * Puts a button first in the menu, and returns it.
 * @param {HTMLElement} menu
 * @param {() => void} close
 */
const addCloseButton = (menu, close) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "menu-close";
  button.textContent = "Close";
  button.ariaLabel = "Close menu";
  button.addEventListener("click", close);
  menu.prepend(button);
  return button;
};

/** What is outside the menu cannot be reached while the menu is open over it. @param {boolean} isInert */
const setOutsideInert = (isInert) => {
  for (const part of findElements(document, OUTSIDE)) part.inert = isInert;
};

/** Makes the theme's menu one that works by keyboard. */
export const makeMenuKeyboardAccessible = () => {
  const drawer = inputByIdOrNull("__drawer");
  const [menu] = findElements(document, ".md-sidebar--primary");
  const [label] = findElements(document, ".md-header__button[for=__drawer]");
  if (!drawer || !menu || !label) return;
  const button = replaceWithButton(label);
  const closeMenuAndFocusButton = () => {
    drawer.click();
    button.focus();
  };
  const closeButton = addCloseButton(menu, closeMenuAndFocusButton);
  const updateButtonAndInertParts = () => {
    button.ariaExpanded = String(drawer.checked);
    setOutsideInert(NARROW.matches && drawer.checked);
    makeClosedAndCoveredListsInert(menu);
  };
  button.ariaLabel = "Menu";
  replaceListLabelsWithButtons(menu);
  drawer.addEventListener("change", () => {
    updateButtonAndInertParts();
    if (drawer.checked) closeButton.focus();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && drawer.checked && NARROW.matches) closeMenuAndFocusButton();
  });
  NARROW.addEventListener("change", () => {
    if (!NARROW.matches && drawer.checked) drawer.click();
    updateButtonAndInertParts();
  });
  updateButtonAndInertParts();
};
