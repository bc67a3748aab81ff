/**
 * <quiz-item>: one question. It listens to its form, scores, and tells the page what happened (record/events.js).
 * What is known of it comes as "item-restored", also after each deed; until the first it stands as without scripts.
 */
/** @import { Known } from "../record/types.js" */
/** @import { Response } from "../scoring/types.js" */
/** @import { Interaction, View } from "./types.js" */
import { score } from "../scoring/score.js";
import { choice } from "./interactions/choice.js";
import { cloze } from "./interactions/cloze.js";
import { flashcard } from "./interactions/flashcard.js";
import { match } from "./interactions/match.js";
import { numeric } from "./interactions/numeric.js";
import { order } from "./interactions/order.js";
import { show } from "./show.js";
import { isChecked, viewOf } from "./view.js";

/** @type {Record<string, Interaction>} */
const INTERACTIONS = { choice, cloze, flashcard, match, numeric, order };

export class QuizItem extends HTMLElement {
  /** @type {Known | undefined} */
  #known;
  /** @type {View} */
  #view = { phase: "unseen", tried: [] };

  connectedCallback() {
    for (const type of ["item-restored", "submit", "click", "keydown", "input"]) this.addEventListener(type, this);
  }

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "item-restored") this.#restore(event.detail);
    else if (event.type === "submit") this.#submit(event);
    else if (event.type === "click") this.#click(event);
    else if (event.type === "input") this.#input(event.target);
    else if (event.repeat && event.key === "Enter") event.preventDefault(); // a key held down is pressed once
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #interaction() {
    return /** @type {Interaction} */ (INTERACTIONS[this.dataset.interaction ?? ""]);
  }

  /** @param {Known} known */
  #restore(known) {
    const { fits, reset, share, write } = this.#interaction;
    const view = viewOf(known, (response) => fits(this.#form, known.declaration, response), share);
    if (view.response !== undefined) write(this.#form, view.response);
    else if (this.#known || view.phase === "revealed") {
      this.#form.reset(); // else what was begun before scripts came stays
      reset?.(this.#form);
    }
    this.#known = known;
    this.#show(view);
  }

  /** @param {View} view */
  #show(view) {
    this.#view = view;
    show(this, this.#interaction, /** @type {Known} */ (this.#known), view);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const { phase } = this.#view;
    if (!this.#known || phase === "correct" || phase === "revealed") return;
    this.#do(isChecked(phase) ? "retry" : "check");
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLButtonElement | null} */ (target.closest("button"));
    if (button) this.#press(event, button);
    else if (target.matches("input") && isChecked(this.#view.phase)) event.preventDefault();
  }

  /** Two clicks are one, but for moving on and on. @param {MouseEvent} event @param {HTMLButtonElement} button */
  #press(event, button) {
    if (button.dataset.move) this.#input(button);
    else if (event.detail > 1) event.preventDefault();
    else if (button.type === "button") {
      event.preventDefault(); // the same button may submit once this is done
      this.#do(button.dataset.do ?? "");
    }
  }

  /** @param {HTMLElement} target */
  #input(target) {
    const { act } = this.#interaction;
    if (!this.#known || (act && !act(this.#form, target))) return;
    this.#begin(this.#interaction.read(this.#form, this.#known.declaration));
  }

  /** @param {Response} response */
  #begin(response) {
    /** @type {Known} */ (this.#known).fresh = true;
    this.#tell("item-drafted", { response, invalid: false });
    this.#show({ ...this.#view, phase: "answering", response });
  }

  /** @type {Record<string, () => void>} as view.js and interactions offer them */
  #deeds = {
    check: () => this.#check(),
    retry: () => this.#tell("item-retried", { response: this.#kept, invalid: false }),
    show: () => this.#tell("item-revealed"),
    reset: () => this.#tell("item-reset"),
    next: () => this.#tell("item-passed"),
    turn: () => this.#begin("back"),
    forgot: () => this.#answer("forgot"),
    remembered: () => this.#answer("remembered"),
  };

  /** @param {string} deed */
  #do(deed) {
    this.#deeds[deed]?.();
  }

  get #kept() {
    const { declaration } = /** @type {Known} */ (this.#known);
    return this.#interaction.kept(declaration, this.#view.response ?? "");
  }

  #check() {
    const { declaration } = /** @type {Known} */ (this.#known);
    const response = this.#interaction.read(this.#form, declaration);
    if (this.#interaction.problem(this.#form, declaration)) this.#tell("item-drafted", { response, invalid: true });
    else this.#answer(response);
  }

  /** @param {Response} response */
  #answer(response) {
    const { declaration } = /** @type {Known} */ (this.#known);
    this.#tell("item-checked", { response, score: score(declaration, response) });
  }

  /** @param {string} type @param {object} [facts] */
  #tell(type, facts) {
    const { rev, objective, mode } = this.dataset;
    const detail = { item: this.id.slice("item-".length), rev: Number(rev), objective, mode, ...facts };
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
