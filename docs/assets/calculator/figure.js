// @ts-check
/** Trees of `live` as drawings; macros/rendering writes the same as SVG, from the same two lists. */

/** @typedef {[string, Record<string, string>, (string | Tree)[]]} Tree */

const TAGS = "svg g rect circle line path polyline polygon text title defs pattern".split(" ");
const ATTRIBUTES = (
  "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox" +
  " width x x1 x2 y y1 y2"
).split(" ");

/** Each id, and each url(#id), gets the prefix. @param {any} tree @param {string} prefix @returns {Element} */
export function build([tag, attributes, children], prefix) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", allowed(tag, TAGS));
  for (const name in attributes) set(node, name, attributes[name], prefix);
  node.append(...children.map((/** @type {any} */ child) => (typeof child === "string" ? child : build(child, prefix))));
  return node;
}

/** The tree with its parts from the old one where it has null. @param {any} tree @param {any} old @returns {any} */
export const whole = (tree, old) =>
  tree && old ? [tree[0], tree[1], tree[2].map((/** @type {any} */ part, /** @type {number} */ i) => part ?? old[2][i])] : tree;

/** Makes a drawing of one tree that of another, touching only what differs. @param {Element} node @param {any} old
 * @param {any} tree @param {string} prefix @returns {Element} the drawing, a new one where it is of another shape */
export function redraw(node, old, tree, prefix) {
  const [, before, inside] = old;
  const [, attributes, children] = tree;
  if (!alike(old, tree)) {
    const made = build(tree, prefix);
    node.replaceWith(made);
    return made;
  }
  for (const name in attributes) if (attributes[name] !== before[name]) set(node, name, attributes[name], prefix);
  children.forEach((/** @type {any} */ child, /** @type {number} */ i) => {
    if (child === inside[i]) return;
    const place = /** @type {any} */ (node.childNodes[i]);
    if (typeof child !== "string") redraw(place, inside[i], child, prefix);
    else place.data = child;
  });
  return node;
}

/** Whether two trees differ in values only. @param {any} old @param {any} tree */
const alike = ([tag, before, inside], [other, attributes, children]) =>
  tag === other &&
  inside.length === children.length &&
  String(Object.keys(before).sort()) === String(Object.keys(attributes).sort()) &&
  inside.every((/** @type {any} */ child, /** @type {number} */ i) => typeof child === typeof children[i]);

/** @param {Element} node @param {string} name @param {string} value @param {string} prefix */
function set(node, name, value, prefix) {
  node.setAttribute(allowed(name, ATTRIBUTES), name === "id" ? `${prefix}-${value}` : value.replaceAll("url(#", `url(#${prefix}-`));
}

/** @param {string} name @param {string[]} list */
function allowed(name, list) {
  if (!list.includes(name)) throw new TypeError(`a drawing may not hold ${name}`);
  return name;
}
