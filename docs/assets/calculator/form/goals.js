// @ts-check
/** A calculator's goals, and last its takeaway: a step is shown once the steps before it are reached or skipped. */
import { fill } from "../../dom/trees.js";

export class Goals {
  /** Index of the last step that is shown. */
  #current = 0;
  #steps;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#steps = /** @type {HTMLElement[]} */ ([...host.querySelectorAll("[data-step]")]);
  }

  /** Shows how each goal stands. @param {[isReached: boolean, text: string][]} goals @returns {string} the text of a goal
   * that was reached just now, or "" */
  update(goals) {
    let news = "";
    goals.forEach(([isReached, text], i) => {
      this.#steps[i]?.toggleAttribute("data-reached", isReached);
      fill(this.#steps[i]?.lastElementChild, [text]);
      if (!isReached || i !== this.#current) return;
      news = text;
      this.showUpTo(i + 1);
    });
    return news;
  }

  /** Shows the next step and moves the focus to it. */
  skip() {
    this.showUpTo(this.#current + 1);
    this.#steps[this.#current]?.focus();
  }

  /** @param {number} index of the last step to show */
  showUpTo(index) {
    this.#current = index;
    this.#steps.forEach((step, i) => (step.hidden = i > index));
  }
}
