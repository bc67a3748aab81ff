/** A calculator's goals, and last its takeaway: a step is shown once the steps before it are reached or skipped. */
import { findElements } from "../../dom/queries.js";
import { updateChildren } from "../../dom/trees.js";

export class Goals {
  /** Index of the last step that is shown. */
  #current = 0;
  /** Indexes of the goals that were reached: they stay so, whatever the values are now. @type {Set<number>} */
  #reached = new Set();
  #steps;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#steps = findElements(host, "[data-step]");
  }

  /** Numbers of the goals that were reached, from 1. */
  get oneBasedReachedNumbers() {
    return [...this.#reached].map((index) => index + 1);
  }

  /** Marks goals as reached. @param {number[]} oneBasedReachedNumbers those that no goal has are left out */
  restore(oneBasedReachedNumbers) {
    for (const number of oneBasedReachedNumbers) {
      const step = this.#steps[number - 1];
      if (!step?.classList.contains("calculator-goal") || this.#reached.has(number - 1)) continue;
      this.#markReached(number - 1, "Reached earlier.");
      this.#setCurrentStep(Math.max(this.#current, number));
    }
  }

  /**
   * Shows which goals are reached, and the next step if the current goal was reached.
   * @param {[isReached: boolean, text: string][]} goals
   * @returns {string} the text of a goal that was reached just now, or ""
   */
  updateAndReturnReachedText(goals) {
    let news = "";
    goals.forEach(([isReached, text], i) => {
      const isNews = isReached && i === this.#current;
      if (isNews || (isReached && this.#reached.has(i))) this.#markReached(i, text);
      else if (!this.#reached.has(i)) updateChildren(this.#steps[i]?.lastElementChild, [text]);
      if (!isNews) return;
      news = text;
      this.#setCurrentStep(i + 1);
    });
    return news;
  }

  /** Shows the next step and moves the focus to it. */
  showAndFocusNextStep() {
    this.#setCurrentStep(this.#current + 1);
    this.#steps[this.#current]?.focus();
  }

  /** Forgets what was reached, and shows the first step. */
  reset() {
    this.#reached.clear();
    for (const step of this.#steps) step.removeAttribute("data-reached");
    this.#setCurrentStep(0);
  }

  /** Makes a step the current one: the last that is shown. @param {number} stepIndex */
  #setCurrentStep(stepIndex) {
    this.#current = stepIndex;
    this.#steps.forEach((step, i) => (step.hidden = i > stepIndex));
  }

  /** @param {number} index @param {string} text */
  #markReached(index, text) {
    this.#reached.add(index);
    this.#steps[index]?.setAttribute("data-reached", "");
    updateChildren(this.#steps[index]?.lastElementChild, [text]);
  }
}
