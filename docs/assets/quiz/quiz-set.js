/**
 * <quiz-set>: the items of one macro call. It keeps what they tell (record/), and tells each item what is known of it.
 * All sets of a page share one store, but for samples: what is tried there is forgotten with the page.
 */
/** @import { State } from "../record/types.js" */
/** @import { Declaration } from "../scoring/types.js" */
import { LOGGED } from "../record/events.js";
import { replay, unseen } from "../record/replay.js";
import { Store } from "../record/store.js";
import { make } from "./parts.js";

const HEARD = [...Object.keys(LOGGED), "item-drafted", "item-retried", "item-passed", "items-hidden", "items-shown"];
const LOST = "This browser does not save your answers. They are lost when you leave the page.";
const GRACE = 300; // ms
const QUIZ = "quiz-set:not([data-sample]) quiz-item";

/** @param {HTMLElement} item */
const idOf = ({ id }) => id.slice("item-".length);

/** @param {ParentNode} [within] @returns {HTMLElement[]} */
const itemsOf = (within = document, selector = "quiz-item") =>
  [...within.querySelectorAll(selector)].map((item) => /** @type {HTMLElement} */ (item));

const kept = new Store(itemsOf(document, QUIZ).map(idOf));
/** Ends when all that is kept is read, or soon after a reader did something meanwhile: who answers does not wait. */
export const opening = Promise.race([
  kept.open(),
  new Promise((resolve) => {
    for (const type of ["click", "submit", "input"])
      document.addEventListener(type, () => setTimeout(resolve, GRACE), { capture: true, once: true });
  }),
]);
/** @type {Map<string, State>} of the items whose answers are kept */
const known = new Map();

export class QuizSet extends HTMLElement {
  /** @type {Store | undefined} once items have been told what is known of them */
  #store;
  /** @type {Record<string, Declaration>} */
  #declarations = {};
  /** @type {Map<string, string>} item -> what it was told last but for what is typed here, as JSON */
  #told = new Map();

  connectedCallback() {
    for (const type of HEARD) this.addEventListener(type, this);
    opening.then(() => this.#store ?? this.#start("sample" in this.dataset ? new Store() : kept));
    this.addEventListener("click", ({ target }) => void press(/** @type {HTMLElement} */ (target).dataset.end));
  }

  /** @param {Store} store */
  #start(store) {
    this.#store = store;
    this.#declarations = JSON.parse(this.querySelector("script")?.textContent ?? "").items;
    store.addEventListener("change", () => this.#restore());
    this.#restore();
  }

  /** @param {any} event */
  handleEvent({ type, detail }) {
    if (!this.#store) return;
    if (type === "item-passed") return this.#pass(detail.item);
    if (!detail) return this.#restore("", type === "items-hidden");
    const kind = LOGGED[type];
    if (kind) this.#store.append({ ...detail, kind });
    else this.#store.draft(detail);
    // while a reader types nothing is sent back: the form is ahead of the log
    if (type !== "item-drafted" || detail.invalid) this.#restore(detail.item);
  }

  /**
   * Tells items what is known of them, where that is news.
   * @param {string} [fresh] the item where something was just done
   * @param {boolean} [hidden] show them as if nothing were known
   */
  #restore(fresh, hidden) {
    const store = /** @type {Store} */ (this.#store);
    const items = itemsOf(this);
    const revs = Object.fromEntries(items.map((item) => [idOf(item), Number(item.dataset.rev)]));
    const states = replay(hidden ? [] : store.entries.values(), revs);
    items.forEach((item, at) => {
      const id = idOf(item);
      const state = states.get(id) ?? unseen();
      const draft = hidden ? undefined : this.#draftOf(id, revs[id]);
      if (store === kept) known.set(id, state);
      const news = JSON.stringify([state, store.typed.has(id) ? undefined : draft, !!hidden]);
      if (id === fresh || news !== this.#told.get(id)) {
        this.#told.set(id, news);
        const facts = {
          declaration: this.#declarations[id],
          state,
          draft,
          next: at < items.length - 1,
          fresh: id === fresh,
        };
        item.dispatchEvent(new CustomEvent("item-restored", { detail: facts }));
      }
    });
    notice();
    count();
    if (!hidden) summarize(fresh);
  }

  /** What was begun, if the item is still the same. @param {string} item @param {number} [rev] */
  #draftOf(item, rev) {
    const draft = this.#store?.drafts.get(item);
    return draft?.rev === rev ? draft : undefined;
  }

  /** Moves the focus to the item after this one. @param {string} item */
  #pass(item) {
    const items = itemsOf(this);
    const next = items[items.findIndex((each) => idOf(each) === item) + 1];
    next?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement | null | undefined} */ (next?.querySelector(":is(input, select, button):enabled"))?.focus();
  }
}

/** One line that stays at the foot of the window, as long as answers are not kept. */
function notice() {
  const there = document.querySelector(".quiz-note");
  if (there || kept.kept !== false) return void (kept.kept && there?.remove());
  const note = make("p", "quiz-note");
  note.role = "status";
  document.querySelector(QUIZ)?.closest("article")?.append(note);
  setTimeout(() => note.append(LOST)); // a live region speaks of what comes into it
}

/** @param {HTMLElement} item */
const isDone = ({ dataset }) => ["correct", "revealed"].includes(dataset.state ?? "");

/** The page's strip says how many of its questions are done. */
function count() {
  const strip = /** @type {HTMLElement | null} */ (document.querySelector(".pips"));
  const items = itemsOf();
  const done = items.filter(isDone).length;
  const squares = items.map((_, at) => make("i", at < done ? "done" : ""));
  strip?.replaceChildren(...squares, make("b", "", `${done} of ${items.length}`), " questions done");
  if (strip) strip.hidden = false;
}

/** Once nothing is left to answer; asked again when its code is there, as by then it may be otherwise. @param {string} [fresh] */
async function summarize(fresh) {
  const end = /** @type {HTMLElement | null} */ (document.querySelector(".quiz-end"));
  const items = itemsOf(document, `${QUIZ}[data-mode=practice]`);
  if (!end || !(items.every(isDone) || end.dataset.finished)) return;
  const { summarize } = await import("./end.js");
  summarize(
    end,
    items.every(isDone) ? items : [],
    items.map((item) => known.get(idOf(item))?.tries.length ?? 0),
    !!fresh,
  );
}

/** @param {string} [button] what it does to all items of the page */
async function press(button) {
  if (button) (await import("./end.js")).press(button, itemsOf(document, QUIZ), kept);
}
