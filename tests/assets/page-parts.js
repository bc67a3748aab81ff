/** As much of a page as these modules touch. */
class Node {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {any[]} */
    this.children = [];
    this.className = "";
  }
  /** @param {any[]} children */
  append(...children) {
    this.children.push(...children);
  }
  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes[name] = value;
    this.touched++;
  }
  touched = 0;
  get childNodes() {
    return this.children;
  }
  get firstChild() {
    const [first] = this.children;
    return typeof first === "string" ? (this.children[0] = new Text(first)) : first;
  }
  /** @param {any[]} children */
  replaceChildren(...children) {
    this.children = children;
  }
  /** @param {any} other */
  replaceWith(other) {
    this.instead = other;
  }
  /** @type {any} */
  instead;
}
class Text {
  /** @param {string} data */
  constructor(data) {
    this.data = data;
  }
  /** @param {any} other */
  replaceWith(other) {
    this.instead = other.data;
  }
  /** @type {string | undefined} */
  instead;
}
/** What stands for the window. */
export const page = /** @type {any} */ (globalThis);
page.document = {
  createTextNode: (/** @type {string} */ text) => new Text(text),
  createElement: (/** @type {string} */ tag) => new Node(tag),
  createElementNS: (/** @type {string} */ _space, /** @type {string} */ tag) => new Node(tag),
};
