// @ts-check
// The button that switches between light and dark: the theme shows one of its labels at a time and hides the other, which
// would lose the focus.
import { addButtonKeys } from "./label-button.js";

/** Lets the keyboard press the button, and keeps the focus on the label that is shown. */
export const addThemeButtonKeys = () => {
  const labels = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-md-component=palette] label")]);
  for (const label of labels)
    addButtonKeys(label, () => {
      label.click();
      labels.find(({ hidden }) => !hidden)?.focus();
    });
};
