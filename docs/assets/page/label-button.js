// @ts-check
// The theme's buttons are labels of hidden check boxes. A label takes no key, so these functions add what a button has.

/**
 * Makes a label a button for the keyboard: Enter and Space press it.
 * @param {HTMLElement} label
 * @param {() => void} press
 */
export const addButtonKeys = (label, press = () => label.click()) => {
  label.setAttribute("role", "button");
  label.tabIndex = 0;
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // the theme's script would press it once more
    if (!event.repeat) press();
  });
};

/** @param {string} id @returns {HTMLInputElement | null} the check box with that id */
export const checkBox = (id) => /** @type {HTMLInputElement | null} */ (document.getElementById(id));
