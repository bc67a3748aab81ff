// @ts-check
/** Texts and rows of `live` as trees; macros/rendering writes the same as HTML. */
/** @import { Tree } from "./trees.js" */
import { drawing } from "./trees.js";

/** @type {Record<string, string>} */
const NONE = {};

/** `**words**` are strong, nothing else is markup. @param {string} text @returns {Tree[]} */
export function strong(text) {
  const parts = text
    .split("**")
    .map((part, i) => (part && i % 2 ? /** @type {Tree} */ (["strong", {}, [part]]) : part));
  return parts.filter(Boolean);
}

/** Cells of a row, which is a list or an object with a mark. @param {any} row @returns {any[]} */
export const cells = (row) => row.cells ?? row;

/** The rows of a table without its heads, which come first. @param {any[]} rows @returns {Tree[]} */
export const body = (rows) =>
  rows.slice(1).map((row) => ["tr", row.mark ? { class: row.mark } : NONE, cells(row).map(oneCell)]);

/** @param {any} cell @param {number} i which column @returns {Tree} */
export function oneCell(cell, i) {
  /** @type {string[] | undefined} */
  const lines = cell.lines;
  const inside =
    lines?.map((text) => /** @type {Tree} */ (["span", {}, strong(text)])) ??
    (cell.figure ? [drawing(cell.figure)] : strong(cell));
  if (!i) return ["th", { scope: "row" }, inside];
  return ["td", cell.span ? { colspan: String(cell.span) } : NONE, inside];
}
