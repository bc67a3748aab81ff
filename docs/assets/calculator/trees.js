// @ts-check
/** Trees of `live` as nodes, written over what stands there: to change a node is less work than a new one.
 *
 * A tree is a text or [tag, attributes, children]. macros/rendering writes the same as HTML and SVG, and a drawing may hold
 * the same there, by the same two lists. What is in a drawing belongs to it: nothing of the page comes into one.
 */

const TAGS = "svg g rect circle line path polyline polygon text title defs pattern".split(" ");
const ATTRIBUTES = (
  "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox" +
  " width x x1 x2 y y1 y2"
).split(" ");
const OF_PAGE = "tr th td span strong p li".split(" ");
const ATTRIBUTES_OF_PAGE = "class colspan scope".split(" ");

/** @typedef {string | [string, Record<string, string>, Tree[]]} Tree */

/** @param {string} tag of a node */
const isDrawn = (tag) => TAGS.includes(tag);

/** Each id, and each url(#id), gets the prefix. @param {any} tree @param {string} prefix
 * @param {string} [inside] the tag that it stands in @returns {any} */
export function build(tree, prefix, inside = "svg") {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, children] = tree;
  const node =
    !isDrawn(inside) && OF_PAGE.includes(tag)
      ? document.createElement(tag)
      : document.createElementNS("http://www.w3.org/2000/svg", allowed(tag, TAGS));
  for (const name in attributes) set(node, name, attributes[name], prefix);
  node.append(...children.map((/** @type {Tree} */ child) => build(child, prefix, tag)));
  return node;
}

/** The tree, which is a drawing's. @param {any} tree @returns {Tree} */
export function drawing(tree) {
  allowed(tree[0], TAGS);
  return tree;
}

/** Makes what is in a node, if there is one, the children of a tree. @param {any} node @param {Tree[]} children @param {string} [prefix] */
export function fill(node, children, prefix = "") {
  let stands = node?.firstChild;
  for (const child of children) {
    const next = stands?.nextSibling;
    if (stands) write(stands, child, prefix);
    else node?.append(build(child, prefix, node.localName));
    stands = next;
  }
  for (let next; stands; stands = next) {
    next = stands.nextSibling;
    stands.remove();
  }
}

/** Makes a node a tree, as itself if it is of that kind. @param {any} node @param {any} tree @param {string} prefix */
export function write(node, tree, prefix) {
  const isOfItsKind = typeof tree === "string" ? "data" in node : node.localName === tree[0];
  if (!isOfItsKind) node.replaceWith(build(tree, prefix, node.parentNode.localName));
  else if (typeof tree !== "string") {
    dress(node, tree[1], prefix);
    fill(node, tree[2], prefix);
  } else if (node.data !== tree) node.data = tree;
}

/** Gives a node these attributes and no others. @param {Element} node @param {Record<string, string>} attributes @param {string} prefix */
function dress(node, attributes, prefix) {
  if (node.hasAttributes())
    for (const name of node.getAttributeNames()) if (!(name in attributes)) node.removeAttribute(name);
  for (const name in attributes) set(node, name, attributes[name] ?? "", prefix);
}

/** Changes one place of a drawing. @param {Node} node the drawing @param {(string | number)[]} path within its tree:
 * 2 and i lead to a child, 2 alone to all of them, 1 and a name to an attribute @param {any} value @param {string} prefix */
export function redraw(node, path, value, prefix) {
  let at = 0;
  let place = /** @type {any} */ (node);
  for (; path[at] === 2 && at + 1 < path.length; at += 2) place = place.childNodes[Number(path[at + 1])];
  if (at === path.length) write(place, value, prefix);
  else if (path[at] === 2) fill(place, value, prefix);
  else if (path[at] === 1 && at + 2 === path.length) set(place, String(path[at + 1]), value, prefix);
  else return false; // the shape of a part changed: the caller writes all of it
  return true;
}

/** @param {Element} node @param {string} name @param {string} value @param {string} prefix */
function set(node, name, value, prefix) {
  const meant = name === "id" ? `${prefix}-${value}` : value.replaceAll("url(#", `url(#${prefix}-`);
  if (node.getAttribute(allowed(name, isDrawn(node.localName) ? ATTRIBUTES : ATTRIBUTES_OF_PAGE)) !== meant)
    node.setAttribute(name, meant);
}

/** @param {string} name @param {string[]} list */
function allowed(name, list) {
  if (!list.includes(name)) throw new TypeError(`a drawing may not hold ${name}`);
  return name;
}
