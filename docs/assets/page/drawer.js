// @ts-check
// The menu of narrow windows, for the keyboard: its button says whether it is open, the focus goes into the open menu and
// back, Escape closes it, and what another part covers cannot be reached. The theme opens it by a hidden check box.
import { inputOf, replaceByButton } from "./label-button.js";

const NARROW = matchMedia("(max-width: 76.234375em)"); // as in the theme's style sheet
const OUTSIDE = "[data-md-component=skip], .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer";
const LABELS = ".md-nav--primary label:not([for=__drawer])"; // they open a list, or lead back from it

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
const elements = (selector, root = document) =>
  [...root.querySelectorAll(selector)].map((part) => /** @type {HTMLElement} */ (part));

/**
 * In a narrow window each open list covers the list it belongs to. The closed and the covered ones become unreachable.
 * @param {HTMLElement} menu
 */
const updateLists = (menu) => {
  for (const list of elements(".md-nav__list", menu)) {
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    const open = NARROW.matches && items.find((item) => item.querySelector(":scope > .md-nav__toggle:checked"));
    const title = list.previousElementSibling;
    if (title instanceof HTMLElement) title.inert = Boolean(open);
    for (const item of items)
      for (const part of elements(":scope > *", item))
        part.inert = part.matches("nav") ? NARROW.matches && item !== open : Boolean(open);
  }
};

/**
 * The title of a list has the focus once the list is open, and the label that opened it once the list is closed.
 * @param {HTMLInputElement} toggle
 */
const followList = (toggle) => {
  const title = elements(`.md-nav__title[for="${toggle.id}"]`, toggle.parentElement ?? document)[0];
  const label = elements(`.md-nav__link[for="${toggle.id}"]`)[0];
  (toggle.checked ? title : label)?.focus();
};

/**
 * Each label that opens a list becomes a button that says whether the list is open.
 * @param {HTMLElement} menu
 */
const addListButtons = (menu) => {
  for (const button of elements(LABELS, menu).map(replaceByButton)) {
    const text = button.textContent?.trim();
    if (button.matches(".md-nav__title")) button.ariaLabel = `Back from ${text}`;
    else if (!text) button.ariaLabel = `Pages of ${button.previousElementSibling?.textContent?.trim()}`;
  }
  for (const element of elements(".md-nav__toggle", menu)) {
    const toggle = /** @type {HTMLInputElement} */ (element);
    const sayState = () => {
      for (const label of elements(`.md-nav__link[for="${toggle.id}"]`, menu))
        label.ariaExpanded = String(toggle.checked);
    };
    sayState();
    toggle.addEventListener("change", () => {
      sayState();
      updateLists(menu);
      if (NARROW.matches) followList(toggle);
    });
  }
};

/**
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

/** Makes the theme's menu one that works by keyboard. */
export const addMenuButtons = () => {
  const drawer = inputOf("__drawer");
  const [menu] = elements(".md-sidebar--primary");
  const [label] = elements(".md-header__button[for=__drawer]");
  if (!drawer || !menu || !label) return;
  const button = replaceByButton(label);
  const close = () => {
    drawer.click();
    button.focus();
  };
  const closeButton = addCloseButton(menu, close);
  const update = () => {
    button.ariaExpanded = String(drawer.checked);
    for (const part of elements(OUTSIDE)) part.inert = NARROW.matches && drawer.checked;
    updateLists(menu);
  };
  button.ariaLabel = "Menu";
  addListButtons(menu);
  drawer.addEventListener("change", () => {
    update();
    if (drawer.checked) closeButton.focus();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && drawer.checked && NARROW.matches) close();
  });
  NARROW.addEventListener("change", () => {
    if (!NARROW.matches && drawer.checked) drawer.click();
    update();
  });
  update();
};
