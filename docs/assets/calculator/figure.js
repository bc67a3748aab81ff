// @ts-check
/** Trees of `live` as drawings; macros/rendering writes the same as SVG, from the same two lists. */

const TAGS = "svg g rect circle line path polyline polygon text title defs pattern".split(" ");
const ATTRIBUTES = (
  "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox" +
  " width x x1 x2 y y1 y2"
).split(" ");

/** Each id, and each url(#id), gets the prefix. @param {any} tree [tag, attributes, children] @param {string} prefix @returns {Element} */
export function build([tag, attributes, children], prefix) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", allowed(tag, TAGS));
  for (const name in attributes) set(node, name, attributes[name], prefix);
  node.append(...children.map((/** @type {any} */ child) => made(child, prefix)));
  return node;
}

/** Changes one place of a drawing. @param {Node} node the drawing @param {(string | number)[]} path within its tree:
 * 2 and i lead to a child, 2 alone to all of them, 1 and a name to an attribute @param {any} value @param {string} prefix */
export function redraw(node, path, value, prefix) {
  let at = 0;
  let place = /** @type {any} */ (node);
  for (; path[at] === 2 && at + 1 < path.length; at += 2) place = place.childNodes[Number(path[at + 1])];
  if (at === path.length) place.replaceWith(made(value, prefix));
  else if (path[at] === 2) place.replaceChildren(...value.map((/** @type {any} */ child) => made(child, prefix)));
  else if (path[at] === 1 && at + 2 === path.length) set(place, String(path[at + 1]), value, prefix);
  else return false; // the shape of a part changed: the caller draws anew
  return true;
}

/** @param {any} child @param {string} prefix */
const made = (child, prefix) => (typeof child === "string" ? document.createTextNode(child) : build(child, prefix));

/** @param {Element} node @param {string} name @param {string} value @param {string} prefix */
function set(node, name, value, prefix) {
  node.setAttribute(allowed(name, ATTRIBUTES), name === "id" ? `${prefix}-${value}` : value.replaceAll("url(#", `url(#${prefix}-`));
}

/** @param {string} name @param {string[]} list */
function allowed(name, list) {
  if (!list.includes(name)) throw new TypeError(`a drawing may not hold ${name}`);
  return name;
}
