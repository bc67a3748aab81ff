// @ts-check
/** The parts of a calculator, each looked for once: what is in them changes, they themselves stay. */
export class Parts {
  /** @type {Map<string, any[]>} */
  #found = new Map();

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /** @param {string} selector @returns {any[]} */
  all(selector) {
    const found = this.#found.get(selector) ?? [...this.host.querySelectorAll(selector)];
    this.#found.set(selector, found);
    return found;
  }

  /** The first of them, if there is one. @param {string} selector @returns {any} */
  one(selector) {
    return this.all(selector)[0];
  }
}
