/** As much of a page as these modules touch. */
class Child {
  /** @type {Node | undefined} */
  parent;
  get nextSibling() {
    return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  remove() {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
  }
  /** @param {any} other */
  replaceWith(other) {
    other.parent = this.parent;
    this.parent?.children.splice(this.parent.children.indexOf(this), 1, other);
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
    this.className = "";
  }
  /** @param {any[]} children */
  append(...children) {
    for (const child of children) child.parent = this;
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
