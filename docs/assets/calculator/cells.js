// @ts-check
/** Texts and rows of `live` as nodes; macros/rendering writes the same as HTML. */
import { build } from "./figure.js";

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

/** Writes one cell anew. @param {HTMLElement} place the body of a table @param {number} row @param {number} column
 * @param {any[]} rows all, heads first @param {string} prefix */
export function rewrite(place, row, column, rows, prefix) {
  place.children[row - 1]?.children[column]?.replaceWith(oneCell(cells(rows[row])[column], column, prefix));
}

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
