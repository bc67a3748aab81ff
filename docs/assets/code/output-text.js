/** Text that arrives faster than a screen shows it: added to the page once a frame. */

export class OutputText {
  #element;
  #waiting = "";
  #frame = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** Adds text in the next frame. @param {string} text */
  appendNextFrame(text) {
    this.#waiting += text;
    this.#frame ||= requestAnimationFrame(() => this.#appendWaiting());
  }

  /** Shows this text, and nothing that still waits. @param {string} text */
  replaceAtOnce(text) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#waiting = "";
    this.#element.textContent = text;
  }

  #appendWaiting() {
    this.#frame = 0;
    this.#element.append(this.#waiting);
    this.#waiting = "";
  }
}
