/** Text that arrives faster than a screen shows it: painted once a frame. */

export class Painter {
  #element;
  #waiting = "";
  #frame = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {string} text */
  add(text) {
    this.#waiting += text;
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  /** Shows this text and nothing that still waits. @param {string} text */
  replace(text) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#waiting = "";
    this.#element.textContent = text;
  }

  #paint() {
    this.#frame = 0;
    this.#element.append(this.#waiting);
    this.#waiting = "";
  }
}
