/** What stands after a page's last question: the summary, starting over, printing. Loaded when it is needed. */
import { createElement, fillLiveRegion } from "../shared.js";

/** @typedef {{ item: HTMLElement, isFirstTry: boolean }} Result whether the item was right on the first try */

/** The live region comes first, what is not announced second. @param {HTMLElement} end @returns {[HTMLElement, HTMLElement]} */
const statusAndLinksOf = (end) => /** @type {any} */ (end.children);

/**
 * @param {HTMLElement} end
 * @param {Result[]} results none: some question is open, or open again
 * @param {boolean} isAnnounced
 */
export function showSummary(end, results, isAnnounced) {
  if (!results.length && !end.dataset.finished) return;
  const [status, readAgain] = statusAndLinksOf(end);
  const missed = results.filter(({ isFirstTry }) => !isFirstTry).map(({ item }) => item);
  const text = results.length ? summaryText(results.length - missed.length, results.length) : "";
  const links = readAgainLinks(missed);
  end.dataset.finished = text && "yes";
  if (text !== status.textContent) fillLiveRegion(status, text ? [createElement("p", "", text)] : [], isAnnounced);
  const list = createElement("ul", "", ...links.map((link) => createElement("li", "", link)));
  readAgain.replaceChildren(...(links.length ? [createElement("p", "", "Read again:"), list] : []));
}

/** @param {number} right @param {number} all */
const summaryText = (right, all) =>
  `All questions done: ${right === all ? `all ${all}` : `${right} of ${all}`} right on the first try.`;

/** The links of the items' own answers, each once. @param {HTMLElement[]} items */
function readAgainLinks(items) {
  const links = new Map();
  for (const item of items) {
    const link = /** @type {HTMLAnchorElement | null} */ (item.querySelector(".answer .read-again a"));
    if (link && !links.has(link.href)) links.set(link.href, copyLinkWithTitle(link));
  }
  return [...links.values()];
}

/** A section of this page is named by its heading, another page by its title. @param {HTMLAnchorElement} link */
function copyLinkWithTitle(link) {
  const copy = /** @type {HTMLAnchorElement} */ (link.cloneNode());
  const heading = link.hash && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
  const texts =
    heading &&
    [...heading.childNodes].filter((node) => !(node instanceof HTMLAnchorElement)).map((node) => node.textContent);
  copy.append(texts ? texts.join("") : link.textContent.replace(/^[^:]*: /, ""));
  return copy;
}

/** @param {HTMLElement} end */
export function showStartedOver(end) {
  const [status, readAgain] = statusAndLinksOf(end);
  delete end.dataset.finished;
  readAgain.replaceChildren();
  /** @type {HTMLDetailsElement} */ (end.querySelector("details")).open = false;
  const text = "Started over: every question on this page is open again.";
  fillLiveRegion(status, [createElement("p", "", text)], true);
}

/** Prints the page with every question as if it were new. @param {(isHidden: boolean) => void} setAnswersHidden */
export function printWithoutAnswers(setAnswersHidden) {
  document.body.dataset.print = "without-answers";
  setAnswersHidden(true);
  addEventListener(
    "afterprint",
    () => {
      delete document.body.dataset.print;
      setAnswersHidden(false);
    },
    { once: true },
  );
  print();
}
