/**
 * <quiz-item>: one question. It listens to its form, scores, and tells the page what happened (record/events.js).
 * What is known of it comes as "item-restored", also after each deed; until the first it stands as without scripts.
 */
/** @import { Known } from "../record/types.js" */
/** @import { Response } from "../scoring/types.js" */
/** @import { Interaction, Load, View } from "./types.js" */
import { nextHint } from "./hints.js";
import { isChecked, score, shuffled, viewOf } from "./parts.js";
import { furnish, show, showAside } from "./show.js";

const LISTENED = ["item-restored", "submit", "click", "keydown", "input", "pointerdown"];

export class QuizItem extends HTMLElement {
  /** Set by elements.js. @type {Load} */
  static load;
  /** Interactions by name. @type {Map<string, Interaction>} */
  static loaded = new Map();

  /** @type {Known | undefined} */
  #known;
  /** @type {View} */
  #view = { phase: "unseen", tried: [], seed: 0, hints: 0, marked: false };
  /** The order that the build wrote. @type {string[] | undefined} */
  #written;
  #seed = 0;
  /** What is told next leaves the answer as it is. */
  #leaving = false;

  connectedCallback() {
    furnish(this);
    for (const type of LISTENED) this.addEventListener(type, this);
    if (!this.#interaction) this.#fetch();
  }

  /** Until its interaction is there an item stands as without scripts. */
  async #fetch() {
    try {
      QuizItem.loaded.set(this.#kind, await QuizItem.load(this.#kind));
      if (this.#known) this.#restore(this.#known);
    } catch {
      this.removeAttribute("data-state");
    }
  }

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "item-restored") this.#restore(event.detail);
    else if (event.type === "submit") this.#submit(event);
    else if (event.type === "click") this.#click(event);
    else if (event.type === "input") this.#input(event.target);
    else if (event.type === "pointerdown") this.#drag(event);
    else if (event.repeat && event.key === "Enter") event.preventDefault(); // a key held down is pressed once
  }

  get #kind() {
    return this.dataset.interaction ?? "";
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #interaction() {
    return /** @type {Interaction} */ (QuizItem.loaded.get(this.#kind));
  }

  /** @param {Known} known */
  #restore(known) {
    const before = this.#known;
    this.#known = known;
    if (!this.#interaction || this.#leaving) return;
    const { fits, reset, share, write } = this.#interaction;
    const view = viewOf(known, (response) => fits(this.#form, known.declaration, response), share);
    this.#deal(view.seed);
    if (view.response !== undefined) write(this.#form, view.response);
    else if (before || view.phase === "revealed") {
      this.#form.reset(); // else what was begun before scripts came stays
      reset?.(this.#form);
    }
    this.#show(view);
  }

  /** Puts what may stand in any order into that of the attempt. @param {number} seed */
  #deal(seed) {
    const { shuffle } = this.#interaction;
    if (!shuffle || seed === this.#seed) return;
    const { declaration } = /** @type {Known} */ (this.#known);
    this.#written ??= shuffle.ids(this.#form);
    this.#seed = seed;
    if (!this.#written.length) return;
    const order = () =>
      shuffled(this.#written ?? [], `${this.id} ${seed}`, (ids) => shuffle.misfit?.(declaration, ids) ?? 0);
    shuffle.deal(this.#form, seed ? order() : this.#written);
  }

  /** @param {View} view @param {string} [news] */
  #show(view, news) {
    this.#view = view;
    show(this, this.#interaction, /** @type {Known} */ (this.#known), view, news);
  }

  /** What stands beside the answer has changed, and nothing else. @param {string} news */
  #say(news) {
    const known = /** @type {Known} */ (this.#known);
    this.#view = { ...this.#view, hints: known.state.hints, marked: known.state.marked };
    showAside(this, this.#interaction, known, this.#view, news);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const { phase } = this.#view;
    if (!this.#known || !this.#interaction || phase === "correct" || phase === "revealed") return;
    this.#do(isChecked(phase) ? "retry" : "check");
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLButtonElement | null} */ (target.closest("button"));
    if (button) this.#press(event, button);
    else if (target.matches("[name=response]") && isChecked(this.#view.phase)) event.preventDefault();
  }

  /** Two clicks are one, but for moving on and on. @param {MouseEvent} event @param {HTMLButtonElement} button */
  #press(event, button) {
    if (button.dataset.move) this.#input(button);
    else if (event.detail > 1) event.preventDefault();
    else if (button.type === "button") {
      event.preventDefault(); // the same button may submit once this is done
      this.#do(button.dataset.do ?? "", button, event);
    }
  }

  /** @param {HTMLElement} target */
  #input(target) {
    if (!this.#known || !this.#interaction) return;
    if (target.matches("[name=confidence]")) this.#feel(/** @type {HTMLInputElement} */ (target).value);
    else this.#act(target, this.#known);
  }

  /** @param {HTMLElement} target @param {Known} known */
  #act(target, { declaration }) {
    const done = this.#interaction.act?.(this.#form, target) ?? true;
    if (done) this.#begin(this.#interaction.read(this.#form, declaration), done === true ? "" : done);
  }

  /** @param {Response} response @param {string} [news] */
  #begin(response, news) {
    /** @type {Known} */ (this.#known).fresh = true;
    this.#draft({ ...this.#view, phase: "answering", response });
    this.#show({ ...this.#view, phase: "answering", response }, news);
  }

  /** How sure the reader is; nothing else changes. @param {string} value */
  #feel(value) {
    this.#view = { ...this.#view, confidence: /** @type {View["confidence"]} */ (value) };
    this.#draft(this.#view);
  }

  /** @param {View} view */
  #draft(view) {
    const { phase, response = "" } = view;
    this.#tell("item-drafted", { response, invalid: phase === "invalid", ...given(view) });
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (this.#known && !isChecked(this.#view.phase)) this.#interaction?.drag?.(this.#form, event);
  }

  /** @type {Record<string, (button: HTMLElement, event: MouseEvent) => void>} as view.js and interactions offer them */
  #deeds = {
    check: () => this.#check(),
    retry: () => this.#tell("item-retried", { response: this.#kept, invalid: false }),
    show: () => this.#tell("item-revealed"),
    reset: () => this.#tell("item-reset"),
    next: () => this.#tell("item-passed"),
    turn: () => this.#begin("back"),
    forgot: () => this.#answer("forgot"),
    remembered: () => this.#answer("remembered"),
    hint: () => this.#hint(),
    mark: () => this.#aside("item-marked", "Marked."),
    unmark: () => this.#aside("item-unmarked", "No longer marked."),
    more: async (button) => (await import("./actions.js")).toggle(this, button, !!this.#interaction.tray, this.#view),
    copy: async () => this.#say(await (await import("./actions.js")).copy(this)),
    drag: (_, event) => this.#interaction.drag?.(this.#form, event),
  };

  /** @param {string} deed @param {HTMLElement} [button] @param {MouseEvent} [event] */
  #do(deed, button = this, event = new MouseEvent("click")) {
    if (this.#known && this.#interaction) this.#deeds[deed]?.(button, event);
  }

  /** Tells the page, and then says so, leaving the answer as it is. @param {string} type @param {string} news */
  #aside(type, news) {
    this.#leaving = true;
    this.#tell(type);
    this.#leaving = false;
    this.#say(news);
  }

  #hint() {
    const news = nextHint(/** @type {Element} */ (this.querySelector(".hints")), this.#view);
    if (news) this.#aside("item-hinted", news);
  }

  get #kept() {
    const { declaration } = /** @type {Known} */ (this.#known);
    return this.#interaction.kept(declaration, this.#view.response ?? "");
  }

  #check() {
    const { declaration } = /** @type {Known} */ (this.#known);
    const response = this.#interaction.read(this.#form, declaration);
    const problem = this.#interaction.problem(this.#form, declaration, this.#view.tried);
    if (problem) this.#draft({ ...this.#view, phase: "invalid", response });
    else this.#answer(response);
  }

  /** @param {Response} response */
  #answer(response) {
    const { declaration } = /** @type {Known} */ (this.#known);
    this.#tell("item-checked", { response, score: score(declaration, response), ...given(this.#view) });
  }

  /** @param {string} type @param {object} [facts] */
  #tell(type, facts) {
    const { rev, objective, mode } = this.dataset;
    const { seed, hints } = this.#view;
    const drafted = type === "item-drafted" || type === "item-retried" ? { hints } : {};
    const detail = {
      item: this.id.slice("item-".length),
      rev: Number(rev),
      objective,
      mode,
      seed,
      ...drafted,
      ...facts,
    };
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

/** Only where the reader said it. @param {View} view */
const given = ({ confidence }) => (confidence ? { confidence } : {});
