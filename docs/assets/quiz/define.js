/**
 * Wakes the quizzes of a page: once one comes near, is touched, or was answered before, the elements are loaded, with
 * the interactions that the page's items use. Until then this is all that runs, and what a reader does is kept for them.
 */
/** @import { Load } from "./types.js" */
import { answeredBefore } from "../record/before.js";

const items = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("quiz-item"))];
const DEEDS = ["pointerover", "focusin", "click", "submit", "input"];
/** @type {(() => void)[]} */
const deeds = [];
let awake = false;

/** @type {Record<string, () => Promise<any>>} */
const INTERACTIONS = {
  choice: () => import("./interactions/choice.js"),
  cloze: () => import("./interactions/cloze.js"),
  flashcard: () => import("./interactions/flashcard.js"),
  match: () => import("./interactions/match.js"),
  numeric: () => import("./interactions/numeric.js"),
  order: () => import("./interactions/order.js"),
};

/** @type {Load} */
const load = async (kind) => {
  const module = await INTERACTIONS[kind]?.();
  return module[kind];
};

/** A style sheet that only answered items need. */
const dress = () =>
  new Promise((done) => {
    const link = document.createElement("link");
    Object.assign(link, {
      rel: "stylesheet",
      href: new URL("states.css", import.meta.url),
      onload: done,
      onerror: done,
    });
    document.head.append(link);
  });

async function wake() {
  if (awake) return;
  awake = true;
  watch.disconnect();
  const kinds = [...new Set(items.map((item) => item.dataset.interaction ?? ""))];
  const loading = Promise.all(
    kinds.map((kind) =>
      load(kind).then(
        (interaction) => [kind, interaction],
        () => [kind],
      ),
    ),
  );
  try {
    const [{ define }, loaded] = await Promise.all([import("./elements.js"), loading, dress()]);
    await define(load, new Map(/** @type {any} */ (loaded)));
  } catch {
    for (const item of items) item.removeAttribute("data-state"); // as without scripts
    deeds.length = 0;
  }
  for (const type of DEEDS) document.removeEventListener(type, keep, true);
  for (const deed of deeds) deed();
}

/** What is done to an item before it is awake is done again once it is. @param {Event} event */
function keep(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (!target.closest?.("quiz-item")) return;
  wake();
  const button = target.closest("button");
  if (event.type === "submit") {
    event.preventDefault();
    deeds.push(() => /** @type {HTMLFormElement} */ (target).requestSubmit());
  } else if (event.type === "click" && button?.type === "button") deeds.push(() => button.click());
  else if (event.type === "input") deeds.push(() => target.dispatchEvent(new Event("input", { bubbles: true })));
}

/** Opens the folds around what the address names, and goes there. */
function arrive() {
  const target = document.querySelector(":target");
  const folds = [...document.querySelectorAll("details:not([open])")].filter(
    (fold) => target !== fold && fold.contains(target),
  );
  for (const fold of folds) fold.setAttribute("open", "");
  if (folds.length) target?.scrollIntoView();
}

/** Someone is about to read the reader's own file, and from then on nothing may be fetched: all that an item may want
 * later comes now. @param {Event} event its detail is a list of what to wait for */
function hoard(event) {
  const later = [wake(), import("./actions.js"), import("./drag.js"), import("./end.js")];
  /** @type {CustomEvent<Promise<any>[]>} */ (event).detail.push(...later);
}

const watch = new IntersectionObserver((seen) => void (seen.some((each) => each.isIntersecting) && wake()));
for (const item of items) {
  item.dataset.state = ""; // it looks as it will
  watch.observe(item);
}
for (const type of DEEDS) document.addEventListener(type, keep, true);
addEventListener("hashchange", arrive);
if (items.length) addEventListener("file-expected", hoard);
arrive();

answeredBefore().then((before) => void (before && wake()));
