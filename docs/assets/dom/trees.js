/**
 * Trees of `live` as nodes, written over the nodes that stand there: nodes that stay equal are not touched.
 *
 * A tree is a text or [tag, attributes, children]. macros/rendering writes the same as HTML and SVG, and allows the same
 * tags and attributes of drawings. Inside a drawing nothing else of a page is allowed.
 */

const TAGS = "svg g rect circle line path polyline text title defs pattern".split(" ");
const ATTRIBUTES = (
  "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox" +
  " width x x1 x2 y y1 y2"
).split(" ");
const PAGE_TAGS = "tr th td span strong p li".split(" ");
const PAGE_ATTRIBUTES = "class colspan scope".split(" ");

/** @typedef {string | [tag: string, attributes: Record<string, string>, children: Tree[]]} Tree */

/** @param {string} tag */
const isDrawingTag = (tag) => TAGS.includes(tag);

/**
 * A new node. Each id, and each url(#id), gets the prefix.
 * @param {Tree} tree
 * @param {string} idPrefix
 * @param {string} [parentTag] tag of the element that it will be in
 * @returns {any}
 * @throws {TypeError} if a tag or an attribute is not allowed
 */
export function createNode(tree, idPrefix, parentTag = "svg") {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, children] = tree;
  const node =
    !isDrawingTag(parentTag) && PAGE_TAGS.includes(tag)
      ? document.createElement(tag)
      : document.createElementNS("http://www.w3.org/2000/svg", requireAllowedName(tag, TAGS));
  for (const name in attributes) setAllowedAttributeOrThrow(node, name, attributes[name] ?? "", idPrefix);
  node.append(...children.map((child) => createNode(child, idPrefix, tag)));
  return node;
}

/**
 * Returns the tree if its outermost element is one of a drawing.
 * @param {Tree} tree
 * @returns {Tree}
 * @throws {TypeError} if it is not
 */
export function requireDrawingRoot(tree) {
  requireAllowedName(tree[0] ?? "", TAGS);
  return tree;
}

/**
 * Makes the children of a node, if there is one, equal to trees; replaces a child only if it has another tag.
 * @param {any} node
 * @param {Tree[]} trees
 * @param {string} [idPrefix]
 */
export function updateChildren(node, trees, idPrefix = "") {
  let present = node?.firstChild;
  for (const tree of trees) {
    const next = present?.nextSibling;
    if (present) updateNode(present, tree, idPrefix);
    else node?.append(createNode(tree, idPrefix, node.localName));
    present = next;
  }
  for (let next; present; present = next) {
    next = present.nextSibling;
    present.remove();
  }
}

/**
 * Makes a node equal to a tree; replaces it only if it has another tag.
 * @param {any} node
 * @param {Tree} tree
 * @param {string} idPrefix
 */
function updateNode(node, tree, idPrefix) {
  const hasSameTag = typeof tree === "string" ? "data" in node : node.localName === tree[0];
  if (!hasSameTag) node.replaceWith(createNode(tree, idPrefix, node.parentNode.localName));
  else if (typeof tree !== "string") {
    replaceAttributes(node, tree[1], idPrefix);
    updateChildren(node, tree[2], idPrefix);
  } else if (node.data !== tree) node.data = tree;
}

/**
 * Gives a node these attributes and no others.
 * @param {Element} node
 * @param {Record<string, string>} attributes
 * @param {string} idPrefix
 */
function replaceAttributes(node, attributes, idPrefix) {
  if (node.hasAttributes())
    for (const name of node.getAttributeNames()) if (!(name in attributes)) node.removeAttribute(name);
  for (const name in attributes) setAllowedAttributeOrThrow(node, name, attributes[name] ?? "", idPrefix);
}

/**
 * Sets an attribute if it has another value; a TypeError if its name is not allowed.
 * @param {Element} node
 * @param {string} name
 * @param {string} value
 * @param {string} idPrefix
 */
function setAllowedAttributeOrThrow(node, name, value, idPrefix) {
  const prefixed = name === "id" ? `${idPrefix}-${value}` : value.replaceAll("url(#", `url(#${idPrefix}-`);
  if (
    node.getAttribute(requireAllowedName(name, isDrawingTag(node.localName) ? ATTRIBUTES : PAGE_ATTRIBUTES)) !==
    prefixed
  )
    node.setAttribute(name, prefixed);
}

/**
 * Returns the name if it is allowed.
 * @param {string} name of a tag or an attribute
 * @param {string[]} allowedNames
 * @throws {TypeError} if it is not
 */
function requireAllowedName(name, allowedNames) {
  if (!allowedNames.includes(name)) throw new TypeError(`a drawing may not hold ${name}`);
  return name;
}
