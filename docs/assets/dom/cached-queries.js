// @ts-check
/** Elements inside a host by selector, each selector looked up once: for markup whose elements stay and only change. */
export class CachedQueries {
  /** @type {Map<string, any[]>} */
  #found = new Map();
  #host;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {string} selector @returns {any[]} */
  all(selector) {
    const found = this.#found.get(selector) ?? [...this.#host.querySelectorAll(selector)];
    this.#found.set(selector, found);
    return found;
  }

  /** The first match, if there is one. @param {string} selector @returns {any} */
  first(selector) {
    return this.all(selector)[0];
  }
}
