/** What stands after a page's last question: how it went, what to read again, starting over, printing. It comes when it is needed. */
/** @import { Store } from "../record/store.js" */
import { make } from "./parts.js";

const HUSH = 1000; // ms; what a page shows as it opens is not announced

/**
 * @param {HTMLElement} end its live region comes first, what is not announced second
 * @param {HTMLElement[]} items none: not finished, or no longer
 * @param {number[]} tries of each of them
 * @param {boolean} fresh just now, by this reader: say so
 */
export function summarize(end, items, tries, fresh) {
  if (!items.length && !end.dataset.finished) return;
  const [status, more] = partsOf(end);
  const again = items.filter((item, at) => !(item.dataset.state === "correct" && tries[at] === 1));
  const words = items.length ? resultOf(items.length - again.length, items.length) : "";
  const links = linksOf(again);
  end.dataset.finished = words && "yes";
  if (words !== status.textContent) say(status, words, fresh);
  more.replaceChildren(
    ...(links.length
      ? [make("p", "", "Read again:"), make("ul", "", ...links.map((link) => make("li", "", link)))]
      : []),
  );
}

/** @param {HTMLElement} end @returns {[HTMLElement, HTMLElement]} */
const partsOf = (end) => /** @type {any} */ (end.children);

/** @param {number} right @param {number} all */
const resultOf = (right, all) =>
  `All questions done: ${right === all ? `all ${all}` : `${right} of ${all}`} right on the first try.`;

/**
 * @param {HTMLElement} status
 * @param {string} words
 * @param {boolean} fresh not when a page is opened
 */
function say(status, words, fresh) {
  if (!fresh) {
    status.ariaLive = "off";
    setTimeout(() => void (status.ariaLive = null), HUSH);
  }
  status.replaceChildren(words && make("p", "", words));
}

/** Links of the items' own answers, each once. @param {HTMLElement[]} items */
function linksOf(items) {
  const links = new Map();
  for (const item of items) {
    const link = /** @type {HTMLAnchorElement | null} */ (item.querySelector(".answer .again a"));
    if (link && !links.has(link.href)) links.set(link.href, named(link));
  }
  return [...links.values()];
}

/** A section of this page by its heading, another page by its title. @param {HTMLAnchorElement} link */
function named(link) {
  const copy = /** @type {HTMLAnchorElement} */ (link.cloneNode());
  const heading = link.hash && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
  const text =
    heading &&
    [...heading.childNodes].filter((node) => !(node instanceof HTMLAnchorElement)).map((node) => node.textContent);
  copy.append(text ? text.join("") : link.textContent.replace(/^[^:]*: /, ""));
  return copy;
}

/**
 * @param {string} button
 * @param {HTMLElement[]} items
 * @param {Store} store
 */
export function press(button, items, store) {
  if (button === "over") startOver(items, store);
  if (button === "print") printBare();
}

/** @param {HTMLElement[]} items @param {Store} store */
function startOver(items, store) {
  const facts = items.map(({ id, dataset: { rev, objective = "", mode } }) => ({
    kind: /** @type {const} */ ("reset"),
    item: id.slice("item-".length),
    rev: Number(rev),
    objective,
    mode: /** @type {"practice"} */ (mode),
  }));
  store.append(...facts);
  store.dispatchEvent(new Event("change"));
  const end = /** @type {HTMLElement} */ (document.querySelector(".quiz-end"));
  const [status, more] = partsOf(end);
  delete end.dataset.finished;
  more.replaceChildren();
  /** @type {HTMLDetailsElement} */ (end.querySelector("details")).open = false;
  say(status, "Started over: every question on this page is open again.", true);
  /** @type {HTMLElement | null | undefined} */ (
    items[0]?.querySelector(":is(input, select, button):enabled")
  )?.focus();
}

/** Every question as if it were new, and its answer closed; all is back once it is printed. */
function printBare() {
  const sets = [...document.querySelectorAll("quiz-set")];
  /** @param {string} type */
  const tell = (type) => sets.forEach((set) => set.dispatchEvent(new Event(type)));
  document.body.dataset.print = "bare";
  tell("items-hidden");
  addEventListener(
    "afterprint",
    () => {
      delete document.body.dataset.print;
      tell("items-shown");
    },
    { once: true },
  );
  print();
}
