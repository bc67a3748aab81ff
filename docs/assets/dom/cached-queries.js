// @ts-check
/** Elements inside a host by selector, each selector looked up once: for markup whose elements stay and only change. */
export class CachedQueries {
  /** @type {Map<string, HTMLElement[]>} */
  #found = new Map();
  #host;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  all(selector) {
    const found =
      this.#found.get(selector) ?? /** @type {HTMLElement[]} */ ([...this.#host.querySelectorAll(selector)]);
    this.#found.set(selector, found);
    return found;
  }

  /** The first match, if there is one. @param {string} selector */
  first(selector) {
    return this.all(selector)[0];
  }

  /** The first match, or a TypeError. @param {string} selector */
  require(selector) {
    const element = this.first(selector);
    if (!element) throw new TypeError(`there is no ${selector}`);
    return element;
  }
}
