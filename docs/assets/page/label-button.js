// The theme's buttons are labels of hidden check boxes, which no key reaches. These functions make them real buttons.

/** @param {string} id @returns {HTMLInputElement | null} the check box, or radio button, with that id */
export const inputByIdOrNull = (id) => /** @type {HTMLInputElement | null} */ (document.getElementById(id));

/**
 * Puts a button in the place of a label. It keeps the attributes, since the theme's style sheet asks for `for` too.
 * @param {HTMLElement} label
 * @returns {HTMLButtonElement}
 */
export const replaceWithButton = (label) => {
  const button = document.createElement("button");
  for (const { name, value } of label.attributes) button.setAttribute(name, value);
  button.type = "button";
  button.classList.add("label-button");
  button.append(...label.childNodes);
  button.addEventListener("click", () => inputByIdOrNull(label.getAttribute("for") ?? "")?.click());
  label.replaceWith(button);
  return button;
};
