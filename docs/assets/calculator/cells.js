// @ts-check
/** Texts and rows of `live` as trees; macros/rendering writes the same as HTML. */
/** @import { Tree } from "./trees.js" */

/** `**words**` are strong, nothing else is markup. @param {string} text @returns {Tree[]} */
export function strong(text) {
  const parts = text.split("**").map((part, i) => (part && i % 2 ? /** @type {Tree} */ (["strong", {}, [part]]) : part));
  return parts.filter(Boolean);
}

/** Cells of a row, which is a list or an object with a mark. @param {any} row @returns {any[]} */
export const cells = (row) => row.cells ?? row;

/** The rows of a table without its heads, which come first. @param {any[]} rows @returns {Tree[]} */
export const body = (rows) => rows.slice(1).map((row) => ["tr", given({ class: row.mark }), cells(row).map(oneCell)]);

/** @param {any} cell @param {number} i which column @returns {Tree} */
export function oneCell(cell, i) {
  /** @type {string[] | undefined} */
  const lines = cell.lines;
  const inside = lines?.map((text) => /** @type {Tree} */ (["span", {}, strong(text)])) ?? (cell.figure ? [cell.figure] : strong(cell));
  if (!i) return ["th", { scope: "row" }, inside];
  return ["td", given({ colspan: cell.span }), inside];
}

/** Those that have a value. @param {Record<string, any>} attributes @returns {Record<string, string>} */
const given = (attributes) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value).map(([name, value]) => [name, String(value)]));
