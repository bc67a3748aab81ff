// The definition of a glossary term beside its link. It comes from the glossary page itself, which is fetched at the first
// click on such a link (term-links.js).

import { createElement } from "../quiz/dom.js";

const PATIENCE = 3000; // ms until the link is followed instead
const GAP = 8; // px between link, definition, and edge of the window
/** @type {Promise<Document> | undefined} */
let glossaryPage;

/**
 * The glossary page, fetched once; its relative links are made absolute.
 * @param {string} address
 */
const fetchGlossaryPage = async (address) => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`the glossary answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("dd a[href]"))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", answer.url).href);
  return page;
};

/**
 * The term and its definition, as elements of this page.
 * @param {HTMLAnchorElement} link
 * @returns {Promise<{ term: Element, definition: Element }>}
 */
const fetchTermAndDefinition = async (link) => {
  const [address = "", id = ""] = link.href.split("#");
  glossaryPage ??= fetchGlossaryPage(address);
  try {
    const page = await glossaryPage;
    const term = page.getElementById(decodeURIComponent(id));
    const definition = term?.nextElementSibling;
    if (!term || !definition) throw new Error(`the glossary has no term ${id}`);
    return { term, definition };
  } catch (fault) {
    glossaryPage = undefined; // the next click tries again
    throw fault;
  }
};

/**
 * A popover, not shown yet, with a copy of the definition and a link to the glossary.
 * @param {string} glossaryUrl URL of the term in the glossary
 * @param {{ term: Element, definition: Element }} found
 */
const createDefinitionPopover = (glossaryUrl, { term, definition }) => {
  const heading = createElement(
    "strong",
    "term-name",
    ...[...term.childNodes].map((node) => document.importNode(node, true)),
  );
  heading.id = "term-name";
  const text = createElement(
    "p",
    "term-meaning",
    ...[...definition.childNodes].map((node) => document.importNode(node, true)),
  );
  const more = /** @type {HTMLAnchorElement} */ (createElement("a", "", "Open in the glossary"));
  more.href = glossaryUrl;
  const close = /** @type {HTMLButtonElement} */ (createElement("button", "button link", "Close"));
  const popover = createElement(
    "div",
    "term-popover md-typeset",
    heading,
    text,
    createElement("p", "term-actions", more, close),
  );
  popover.popover = "auto"; // Escape and a click elsewhere close it, and the focus returns to the link
  popover.role = "dialog";
  popover.tabIndex = -1;
  popover.setAttribute("aria-labelledby", heading.id);
  close.addEventListener("click", () => popover.hidePopover());
  popover.addEventListener("keydown", (event) => hideOnTabPastEnds(event, popover, close));
  popover.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !popover.contains(relatedTarget)) popover.hidePopover();
  });
  popover.addEventListener(
    "toggle",
    (event) => /** @type {ToggleEvent} */ (event).newState === "closed" && popover.remove(),
  );
  return popover;
};

/**
 * The Tab key goes on from the link, though the popover stands elsewhere in the page: hiding it returns the focus to the link.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} popover
 * @param {HTMLElement} lastControl
 */
const hideOnTabPastEnds = (event, popover, lastControl) => {
  if (event.key !== "Tab") return;
  if (!event.shiftKey && event.target === lastControl) popover.hidePopover();
  if (!event.shiftKey || event.target !== popover) return;
  event.preventDefault();
  popover.hidePopover();
};

/**
 * Below the link, or above it where there is more room. On a phone, the style sheet has it at the bottom of the window.
 * @param {HTMLElement} popover
 * @param {HTMLElement} link
 */
const positionNearLink = (popover, link) => {
  const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(line.left, document.documentElement.clientWidth - width - GAP));
  const below = line.bottom + GAP;
  const top = below + height > innerHeight && line.top - GAP - height > 0 ? line.top - GAP - height : below;
  popover.style.setProperty("--left", `${left + scrollX}px`);
  popover.style.setProperty("--top", `${top + scrollY}px`);
};

/**
 * @param {HTMLElement} popover
 * @param {HTMLAnchorElement} link
 */
const showPopoverNearLink = (popover, link) => {
  document.querySelector(".md-content")?.append(popover); // not beside the link, which may be part of a choice
  popover.showPopover();
  positionNearLink(popover, link);
  popover.focus({ preventScroll: true });
};

/**
 * Shows the definition beside its link, unless the reader has gone on meanwhile. Rejects if there is none.
 * @param {HTMLAnchorElement} link
 * @param {AbortSignal} signal aborted once the reader has gone on
 */
export const showDefinition = async (link, signal) => {
  const found = await fetchTermAndDefinition(link);
  if (!signal.aborted) showPopoverNearLink(createDefinitionPopover(link.href, found), link);
};
