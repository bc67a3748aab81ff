// @ts-check
/** Texts and rows of `live` as nodes; macros/rendering writes the same as HTML. */
import { build, redraw } from "./figure.js";

/** @param {string} tag @param {(string | Node)[]} children @returns {any} */
export function node(tag, children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** `**words**` are strong, nothing else is markup. @param {string} text */
export const strong = (text) => text.split("**").map((part, i) => (i % 2 ? node("strong", [part]) : part));

/** Cells of a row, which is a list or an object with a mark. @param {any} row @returns {any[]} */
export const cells = (row) => row.cells ?? row;

/** The rows of a table without its heads, which come first. @param {any[]} rows @param {string} prefix */
export const body = (rows, prefix) =>
  rows.slice(1).map((row) => {
    const line = node("tr", cells(row).map((cell, i) => oneCell(cell, i, prefix)));
    line.className = row.mark ?? "";
    return line;
  });

/** Writes what changed in a cell, which may be all of it. @param {any} place the cell @param {any} cell
 * @param {number} column @param {(string | number)[]} path within the cell @param {any} value @param {string} prefix */
export function rewrite(place, cell, column, path, value, prefix) {
  if (!changed(place, cell, path, value, prefix)) place.replaceWith(oneCell(cell, column, prefix));
}

/** Changes a cell in place: that costs a tenth. Whether it could. @param {any} place @param {any} cell
 * @param {(string | number)[]} path @param {any} value @param {string} prefix */
function changed(place, cell, [part, ...rest], value, prefix) {
  if (part === "figure" && rest.length) return redraw(place.firstChild, rest, value, prefix);
  if (part === "lines" && rest.length === 1) place.children[Number(rest[0])].replaceChildren(...strong(value));
  else if (isPlain(cell) && place.childNodes.length === 1 && "data" in place.firstChild) place.firstChild.data = cell;
  else return false;
  return true;
}

/** @param {any} cell */
const isPlain = (cell) => typeof cell === "string" && !cell.includes("**");

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
