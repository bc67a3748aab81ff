/** The drawing of a lab with its caption and, as a table, its numbers. */
import { build } from "../dom/trees.js";

/** @typedef {{caption: string, tree: any, table: string[][]}} Figure */

/**
 * @param {HTMLElement} host
 * @param {Figure | null} figure
 * @param {string} prefix of the ids in the drawing
 */
export function showFigure(host, figure, prefix) {
  host.hidden = !figure;
  if (!figure) return;
  part(host, "drawing").replaceChildren(build(figure.tree, prefix));
  part(host, "caption").textContent = figure.caption;
  const [head = [], ...rows] = figure.table;
  part(host, "figure-head").replaceChildren(rowOf(head, "col"));
  part(host, "figure-rows").replaceChildren(...rows.map((row) => rowOf(row)));
}

/** @param {HTMLElement} host @param {string} name */
const part = (host, name) => /** @type {HTMLElement} */ (host.querySelector(`[data-part="${name}"]`));

/** A row whose first cell, or with "col" every cell, is a heading. @param {string[]} cells @param {"col" | "row"} [scope] */
function rowOf(cells, scope = "row") {
  const row = document.createElement("tr");
  for (const [at, text] of cells.entries()) {
    const isHead = scope === "col" || at === 0;
    const cell = isHead ? Object.assign(document.createElement("th"), { scope }) : document.createElement("td");
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}
