// @ts-check
/** The goals, one after the other, and last what to take away: a step shows once those before are reached or skipped. */
import { fill } from "./trees.js";

export class Goals {
  #at = 0;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.steps = /** @type {HTMLElement[]} */ ([...host.querySelectorAll("[data-step]")]);
  }

  /** How the goals stand; returns the words of one reached just now. @param {[boolean, any][]} stands */
  stand(stands) {
    let news = "";
    stands.forEach(([reached, words], i) => {
      this.steps[i]?.toggleAttribute("data-reached", reached);
      fill(this.steps[i]?.lastElementChild, [words]);
      if (!reached || i !== this.#at) return;
      news = words;
      this.go(i + 1);
    });
    return news;
  }

  skip() {
    this.go(this.#at + 1);
    this.steps[this.#at]?.focus();
  }

  /** @param {number} at */
  go(at) {
    this.#at = at;
    this.steps.forEach((step, i) => (step.hidden = i > at));
  }
}
