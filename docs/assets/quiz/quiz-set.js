/**
 * <quiz-set>: the items of one macro call. It keeps what they tell (record/), and tells each item what is known of it.
 * All sets of a page share one store, but for samples: what is tried there is forgotten with the page.
 */
/** @import { Declaration } from "../scoring/types.js" */
import { LOGGED } from "../record/events.js";
import { replay } from "../record/replay.js";
import { Store } from "../record/store.js";
import { make } from "./parts.js";

export const opening = Store.open();
const LOST = "This browser does not keep your answers: they last until you leave the page.";

export class QuizSet extends HTMLElement {
  /** @type {Store | undefined} */
  #store;
  /** @type {Record<string, Declaration>} */
  #declarations = {};
  /** @type {Map<string, string>} item -> what it was told last, as JSON */
  #told = new Map();

  connectedCallback() {
    for (const type of [...Object.keys(LOGGED), "item-drafted", "item-retried", "item-passed"]) this.addEventListener(type, this);
    opening.then((store) => this.#store ?? this.#start("sample" in this.dataset ? new Store() : store));
  }

  /** @param {Store} store */
  #start(store) {
    this.#store = store;
    this.#declarations = JSON.parse(this.querySelector("script")?.textContent ?? "").items;
    store.addEventListener("change", () => this.#restore());
    store.addEventListener("lost", () => this.#notice());
    if (!store.kept) this.#notice();
    this.#restore();
  }

  /** @param {any} event */
  handleEvent({ type, detail }) {
    if (!this.#store) return;
    if (type === "item-passed") return this.#pass(detail.item);
    const kind = LOGGED[type];
    if (kind) this.#store.append({ ...detail, kind });
    else this.#store.draft(detail);
    // while a reader types nothing is sent back: the form is ahead of the log
    if (type !== "item-drafted" || detail.invalid) this.#restore(detail.item);
  }

  /** Tells items what is known of them, where that is news. @param {string} [fresh] the item where something was just done */
  #restore(fresh) {
    const store = /** @type {Store} */ (this.#store);
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("quiz-item"))];
    const revs = Object.fromEntries(items.map((item) => [idOf(item), Number(item.dataset.rev)]));
    const states = replay(store.entries.values(), revs);
    items.forEach((item, at) => {
      const id = idOf(item);
      const draft = store.drafts.get(id);
      const detail = {
        declaration: this.#declarations[id],
        state: states.get(id),
        draft: draft?.rev === revs[id] ? draft : undefined,
        next: at < items.length - 1,
      };
      const news = JSON.stringify(detail);
      if (id !== fresh && news === this.#told.get(id)) return;
      this.#told.set(id, news);
      item.dispatchEvent(new CustomEvent("item-restored", { detail: { ...detail, fresh: id === fresh } }));
    });
    count();
  }

  /** Moves the focus to the item after this one. @param {string} item */
  #pass(item) {
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("quiz-item"))];
    const next = items[items.findIndex((each) => idOf(each) === item) + 1];
    next?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement | null | undefined} */ (next?.querySelector(":is(input, select, button):enabled"))?.focus();
  }

  #notice() {
    if (!document.querySelector(".quiz-note")) this.prepend(make("p", "quiz-note", LOST));
  }
}

/** @param {HTMLElement} item */
const idOf = ({ id }) => id.slice("item-".length);

/** The page's strip says how many of its questions are done. */
function count() {
  const strip = /** @type {HTMLElement | null} */ (document.querySelector(".pips"));
  const items = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("quiz-item"))];
  const done = items.filter(({ dataset }) => ["correct", "revealed"].includes(dataset.state ?? "")).length;
  const squares = items.map((_, at) => make("i", at < done ? "done" : ""));
  strip?.replaceChildren(...squares, make("b", "", `${done} of ${items.length}`), " questions done");
  if (strip) strip.hidden = false;
}
