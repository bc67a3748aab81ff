/** Texts and table rows of `live` as trees; macros/rendering/calculators.py writes the same as HTML. */
/** @import { Tree } from "../../dom/trees.js" */
/** @import { Cell, Row } from "../types.js" */
import { requireDrawingRoot } from "../../dom/trees.js";

/** `**words**` are strong, nothing else is markup. @param {string} text @returns {Tree[]} */
export function parseStrongMarkup(text) {
  const parts = text.split("**");
  return parts.map((part, i) => (part && i % 2 ? /** @type {Tree} */ (["strong", {}, [part]]) : part)).filter(Boolean);
}

/** @param {Cell[] | { cells: Cell[] }} cellsOrRow */
export const cellsOf = (cellsOrRow) => (Array.isArray(cellsOrRow) ? cellsOrRow : cellsOrRow.cells);

/** The rows of a table without its first one, which holds the column headings. @param {Row[]} tableRows @returns {Tree[]} */
export const bodyRowTrees = (tableRows) =>
  tableRows.slice(1).map((row) => {
    const mark = Array.isArray(row) ? "" : row.mark;
    return ["tr", /** @type {Record<string, string>} */ (mark ? { class: mark } : {}), cellsOf(row).map(cellTree)];
  });

/** @param {Cell} cell @param {number} column @returns {Tree} */
function cellTree(cell, column) {
  if (typeof cell === "string")
    return column ? ["td", {}, parseStrongMarkup(cell)] : ["th", { scope: "row" }, parseStrongMarkup(cell)];
  if ("figure" in cell) return ["td", {}, [requireDrawingRoot(cell.figure)]];
  const lines = cell.lines.map((line) => /** @type {Tree} */ (["span", {}, parseStrongMarkup(line)]));
  return ["td", /** @type {Record<string, string>} */ (cell.span ? { colspan: String(cell.span) } : {}), lines];
}
