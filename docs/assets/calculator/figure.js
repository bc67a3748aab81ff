// @ts-check
/** Trees, rows and texts of `live` as nodes; macros/rendering writes the same as HTML, from the same two lists. */

const TAGS = "svg g rect circle line path polyline polygon text title defs pattern".split(" ");
const ATTRIBUTES = (
  "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox" +
  " width x x1 x2 y y1 y2"
).split(" ");

/** Each id, and each url(#id), gets the prefix. @param {[string, any, any[]]} tree @param {string} prefix @returns {Element} */
export function build([tag, attributes, children], prefix) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", allowed(tag, TAGS));
  for (const name in attributes)
    node.setAttribute(allowed(name, ATTRIBUTES), attributes[name].replace(name === "id" ? /^/ : /(?<=url\(#)/, `${prefix}-`));
  node.append(...children.map((child) => (typeof child === "string" ? child : build(child, prefix))));
  return node;
}

/** @param {string} name @param {string[]} list */
function allowed(name, list) {
  if (!list.includes(name)) throw new TypeError(`a drawing may not hold ${name}`);
  return name;
}

/** @param {string} tag @param {(string | Node)[]} children @returns {any} */
export function node(tag, children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** `**words**` are strong, nothing else is markup. @param {string} text */
export const strong = (text) => text.split("**").map((part, i) => (i % 2 ? node("strong", [part]) : part));

/** The rows of a table without its heads, which come first. @param {any[]} rows @param {string} prefix */
export const body = (rows, prefix) =>
  rows.slice(1).map((row) => {
    /** @type {any[]} */
    const cells = row.cells ?? row;
    const line = node("tr", cells.map((cell, i) => oneCell(cell, i, prefix)));
    line.className = row.mark ?? "";
    return line;
  });

/** @param {any} cell @param {number} i @param {string} prefix */
function oneCell(cell, i, prefix) {
  /** @type {string[] | undefined} */
  const lines = cell.lines;
  const inside = lines?.map((text) => node("span", strong(text))) ?? (cell.figure ? [build(cell.figure, prefix)] : strong(cell));
  const made = node(i ? "td" : "th", inside);
  if (!i) made.scope = "row";
  if (cell.span) made.colSpan = cell.span;
  return made;
}
