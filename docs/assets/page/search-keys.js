// Keys of the theme's search: Tab moves through the results, and Escape leaves the focus where the search was opened. The
// theme closes the search at either key and drops the focus. In a narrow window a button opens the search, as its field is
// hidden until then.
import { findElements } from "../dom/queries.js";
import { inputByIdOrNull, replaceWithButton } from "./label-button.js";

const NARROW = matchMedia("(max-width: 59.984375em)"); // as in the theme's style sheet
const RESULT_LINKS = ".md-search-result :is(a, summary)";

/** Makes a button of the label that opens the search in a narrow window. @param {HTMLElement} field */
const replaceSearchLabelWithButton = (field) => {
  const label = /** @type {HTMLElement} */ (document.querySelector(".md-header__button[for=__search]"));
  const button = replaceWithButton(label);
  button.ariaLabel = "Search";
  button.addEventListener("click", () => field.focus());
  return button;
};

/** Focuses the field of the search. The theme does not see it, since it would open the search. @param {HTMLElement} field */
const focusWithoutOpening = (field) => {
  const events = ["focusin", "focusout"]; // the theme listens to both at the body
  const hideFromTheme = (/** @type {Event} */ event) => event.stopImmediatePropagation();
  for (const type of events) document.addEventListener(type, hideFromTheme, true);
  field.focus();
  for (const type of events) document.removeEventListener(type, hideFromTheme, true);
};

/** @param {HTMLInputElement} field @returns {HTMLElement[]} the field and the links of the results that are shown */
const fieldAndVisibleResultLinks = (field) => [
  field,
  ...findElements(document, RESULT_LINKS).filter((link) => link.checkVisibility()),
];

/** Makes the theme's search one that works by keyboard. Tab and Escape are handled before the theme does. */
export const makeSearchKeyboardAccessible = () => {
  const toggle = inputByIdOrNull("__search");
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  if (!toggle || !field) return;
  const button = replaceSearchLabelWithButton(field);
  /** The button opened the search in a narrow window, and the field in a wide one. */
  const closeAndFocusOpener = () => {
    toggle.click();
    if (NARROW.matches) button.focus();
    else if (document.activeElement !== field) focusWithoutOpening(field);
  };
  /** @param {KeyboardEvent} tabEvent */
  const moveFocusOrClose = (tabEvent) => {
    const stops = fieldAndVisibleResultLinks(field);
    const next =
      stops[stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + (tabEvent.shiftKey ? -1 : 1)];
    if (!next && !NARROW.matches) return; // the theme closes the search, and the browser moves on
    tabEvent.stopPropagation();
    tabEvent.preventDefault();
    if (next) next.focus();
    else closeAndFocusOpener();
  };
  document.addEventListener("keydown", (event) => {
    if (!toggle.checked) return;
    if (event.key === "Tab") moveFocusOrClose(event);
    else if (event.key === "Shift")
      event.stopPropagation(); // the theme would focus the field before Shift and Tab
    else if (event.key === "Escape") {
      event.stopPropagation();
      closeAndFocusOpener();
    }
  });
  for (const type of ["input", "click"]) field.addEventListener(type, () => toggle.checked || toggle.click());
};
