/** As much of a page as these modules touch. */
class Child {
  /** @type {Node | undefined} */
  parentNode;
  get nextSibling() {
    return this.parentNode?.children[this.parentNode.children.indexOf(this) + 1] ?? null;
  }
  remove() {
    this.parentNode?.children.splice(this.parentNode.children.indexOf(this), 1);
  }
  /** @param {any} other */
  replaceWith(other) {
    other.parentNode = this.parentNode;
    this.parentNode?.children.splice(this.parentNode.children.indexOf(this), 1, other);
  }
}
class Node extends Child {
  /** @param {string} tag */
  constructor(tag) {
    super();
    this.localName = tag;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {any[]} */
    this.children = [];
  }
  /** @param {any[]} children */
  append(...children) {
    for (const child of children) child.parentNode = this;
    this.children.push(...children);
  }
  /** @param {string} name */
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  hasAttributes() {
    return this.getAttributeNames().length > 0;
  }
  getAttributeNames() {
    return Object.keys(this.attributes);
  }
  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes[name] = value;
    this.touched++;
  }
  /** @param {string} name */
  removeAttribute(name) {
    delete this.attributes[name];
    this.touched++;
  }
  touched = 0;
  get childNodes() {
    return this.children;
  }
  get firstChild() {
    return this.children[0] ?? null;
  }
}
class Text extends Child {
  /** @param {string} data */
  constructor(data) {
    super();
    this.data = data;
  }
}
/** What stands for the window. */
export const page = /** @type {any} */ (globalThis);
page.document = {
  createTextNode: (/** @type {string} */ text) => new Text(text),
  createElement: (/** @type {string} */ tag) => new Node(tag),
  createElementNS: (/** @type {string} */ _space, /** @type {string} */ tag) => new Node(tag),
};
