/**
 * A page in happy-dom, as globals, for tests of elements. Import it before the modules under test.
 *
 * happy-dom has no `:enabled` inside of `:is()`, no `option.defaultSelected` and no `ariaLive`, so focus, the first order
 * of an ordering item and muted live regions are tested in a browser only.
 */
import { Window } from "happy-dom";

const window = new Window({ url: "https://example.org/docs/lesson/" });
const GLOBALS = [
  "document",
  "location",
  "customElements",
  "CSS",
  "Node",
  "EventTarget",
  "Event",
  "CustomEvent",
  "MouseEvent",
];
const ELEMENTS = ["HTMLElement", "HTMLSelectElement", "HTMLAnchorElement"];
for (const name of [...GLOBALS, ...ELEMENTS])
  Object.defineProperty(globalThis, name, {
    configurable: true,
    writable: true,
    value: /** @type {any} */ (window)[name],
  });

Object.assign(globalThis, { scrollBy() {} }); // nothing has a place here
Object.assign(window.HTMLElement.prototype, { scrollIntoView() {} });

export const document = /** @type {Document} */ (/** @type {unknown} */ (window.document));
export const customElements = /** @type {CustomElementRegistry} */ (/** @type {unknown} */ (window.customElements));

/** @type {any} modules that interactions load by name; the path is that of define.js */
export const importInteraction = (/** @type {string} */ name) =>
  import(`../../docs/assets/quiz/interactions/${name}.js`);

/** Parsed apart from the page: happy-dom connects an element that it parses within the page before its children are there. @param {Element} parent @param {string} markup */
export function setMarkup(parent, markup) {
  const parsed = document.createElement("div");
  parsed.innerHTML = markup;
  parent.replaceChildren(...parsed.childNodes);
}

/** A choice with three rows, of which "recall" is the key, as the build writes it. @param {string} id */
export const choiceMarkup = (id, mode = "practice") => `
  <quiz-item id="item-${id}" data-interaction="choice" data-rev="2" data-objective="name-recall" data-mode="${mode}">
    <form><h3 class="item-head">Question</h3>
      <fieldset role="radiogroup"><legend>Which share?</legend>
        ${["precision", "recall", "accuracy"].map((name) => `<label class="row"><input type="radio" name="response" value="${name}"> <span>${name}</span></label>`).join("")}
      </fieldset>
      <div class="hints"><details><summary>Hint 1</summary>Look at the rows.</details></div>
      <fieldset class="confidence"><label><input type="radio" name="confidence" value="sure">Sure</label></fieldset>
      <div class="item-buttons"><button type="submit" data-do="check">Check</button>
        <button type="button" data-do="" hidden></button> <button type="button" data-do="show">Show answer</button>
        <button type="button" data-do="" hidden></button> <span class="item-count"></span>
        <span class="item-tools"><button type="button" data-do="mark">Mark</button>
        <button type="button" data-do="copy">Copy link</button> <a href="/progress/#marked" hidden>Marked</a></span></div>
      <div class="item-result"></div></form>
    <details class="answer"><dl>
      ${["precision", "recall", "accuracy"].map((name) => `<dt>${name}</dt><dd data-for="${name}">On ${name}.</dd>`).join("")}</dl>
      <div class="rationale">Why it is recall.</div><p class="read-again"><a href="#recall">Read again: Recall</a></p></details>
  </quiz-item>`;

/** @type {import("../../docs/assets/scoring/types.js").Declaration} */
export const CHOICE = { cardinality: "single", base: "identifier", correct: ["recall"] };

/** @param {Element} item @param {string} name */
export function choose(item, name) {
  const box = /** @type {HTMLInputElement} */ (item.querySelector(`[value=${name}]`));
  box.checked = true;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Element} item @param {string} action */
export const press = (item, action) =>
  /** @type {HTMLElement} */ (item.querySelector(`button[data-do=${action}]`)).click();
