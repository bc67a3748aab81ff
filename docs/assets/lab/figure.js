/** The drawing of a lab with its caption and, as a table, its numbers. */
/** @import { Figure } from "./types.js" */
import { queryPart } from "../code/code-page.js";
import { createNode } from "../dom/trees.js";

/**
 * Shows a figure in its host, or hides the host.
 * @param {HTMLElement} host
 * @param {Figure | null} figure
 * @param {string} idPrefix of the ids in the drawing
 */
export function showFigure(host, figure, idPrefix) {
  host.hidden = !figure;
  if (!figure) return;
  queryPart(host, "drawing").replaceChildren(createNode(figure.tree, idPrefix));
  queryPart(host, "caption").textContent = figure.caption;
  const [head = [], ...rows] = figure.table;
  queryPart(host, "figure-head").replaceChildren(createTableRow(head, "col"));
  queryPart(host, "figure-rows").replaceChildren(...rows.map((row) => createTableRow(row)));
}

/** A row whose first cell, or with "col" every cell, is a heading. @param {string[]} cells @param {"col" | "row"} [scope] */
function createTableRow(cells, scope = "row") {
  const row = document.createElement("tr");
  for (const [at, text] of cells.entries()) {
    const isHead = scope === "col" || at === 0;
    const cell = isHead ? Object.assign(document.createElement("th"), { scope }) : document.createElement("td");
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}
