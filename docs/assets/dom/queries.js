/** Elements inside a host by selector, as HTML elements. */

/** @param {ParentNode} host @param {string} selector @returns {HTMLElement[]} */
export const findElements = (host, selector) => [
  .../** @type {NodeListOf<HTMLElement>} */ (host.querySelectorAll(selector)),
];

/** The first match, which must be there. @param {HTMLElement} host @param {string} selector */
export const findElement = (host, selector) => /** @type {HTMLElement} */ (host.querySelector(selector));
