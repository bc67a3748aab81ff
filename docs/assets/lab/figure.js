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
export function showOrHideFigure(host, figure, idPrefix) {
  host.hidden = !figure;
  if (!figure) return;
  queryPart(host, "drawing").replaceChildren(createNode(figure.tree, idPrefix));
  queryPart(host, "caption").textContent = figure.caption;
  const [head = [], ...rows] = figure.table;
  queryPart(host, "figure-head").replaceChildren(createTableRow(head, "col"));
  queryPart(host, "figure-rows").replaceChildren(...rows.map((row) => createTableRow(row)));
}

/**
 * A row whose first cell, or with "col" every cell, is a heading.
 * @param {string[]} cellTexts
 * @param {"col" | "row"} [headingScope]
 */
function createTableRow(cellTexts, headingScope = "row") {
  const row = document.createElement("tr");
  for (const [at, text] of cellTexts.entries()) {
    const isHead = headingScope === "col" || at === 0;
    const cell = isHead
      ? Object.assign(document.createElement("th"), { scope: headingScope })
      : document.createElement("td");
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}
