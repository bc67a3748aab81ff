// A click on a link to a term of the glossary opens its definition in place. What shows it is loaded at the first such
// click. Without it, or if the glossary does not arrive, the link leads there.

const TERM_LINK = 'article a[href*="reference/glossary/#"]';

/** Aborted at the next click on a term, and once the reader goes on with something else. */
let lastClick = new AbortController();

/**
 * Aborts when the reader uses something other than the link.
 * @param {AbortController} controller
 * @param {HTMLAnchorElement} link
 */
const abortOnUseOfAnotherElement = (controller, link) => {
  for (const type of ["pointerdown", "keydown", "focusin"])
    document.addEventListener(type, ({ target }) => link.contains(/** @type {Node} */ (target)) || controller.abort(), {
      capture: true,
      signal: controller.signal,
    });
};

/**
 * Shows the definition, or follows the link if there is none; does neither once the reader has gone on.
 * @param {HTMLAnchorElement} link
 */
const showDefinitionOrFollowLink = async (link) => {
  lastClick.abort();
  const click = (lastClick = new AbortController());
  abortOnUseOfAnotherElement(click, link);
  try {
    const { showDefinition } = await import("./term-popover.js");
    await showDefinition(link, click.signal);
  } catch {
    if (!click.signal.aborted) location.assign(link.href);
  }
  click.abort(); // stops listening
};

/** @param {MouseEvent} event @returns {boolean} whether the reader asked for another tab, window, or file */
const hasModifierKey = ({ ctrlKey, metaKey, shiftKey, altKey }) => ctrlKey || metaKey || shiftKey || altKey;

/** Lets every link to a term of the glossary, also one that comes later, open its definition in place. */
export const openDefinitionsOnClick = () => {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest(TERM_LINK);
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || hasModifierKey(event)) return;
    event.preventDefault();
    link.focus(); // Safari does not focus a link that is clicked
    void showDefinitionOrFollowLink(link);
  });
};
