// @ts-check
// The button that switches between light and dark: the theme shows one of its labels at a time and hides the other, which
// would lose the focus.
import { replaceByButton } from "./label-button.js";

/** Makes the labels buttons, and keeps the focus on the one that is shown. */
export const replaceThemeLabelsByButtons = () => {
  const labels = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-md-component=palette] label")]);
  const buttons = labels.map(replaceByButton);
  for (const button of buttons) {
    button.addEventListener("click", () => buttons.find(({ hidden }) => !hidden)?.focus());
    button.addEventListener("keydown", (event) => event.stopPropagation()); // the theme would switch once more
  }
};
