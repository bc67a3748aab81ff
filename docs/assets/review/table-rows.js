/** Fills tables whose rows are blocks on a phone: each cell then shows the heading of its column. */
import { createElement } from "../quiz/dom.js";

/** Part of a table -> its role. Written out because some browsers drop the roles where the layout is not that of a table. */
const TABLE_ROLES = {
  "thead, tbody": "rowgroup",
  tr: "row",
  "thead th": "columnheader",
  "tbody th": "rowheader",
  td: "cell",
};

/**
 * A row: its heading, then its cells.
 * @param {string | Node} heading
 * @param {...HTMLElement} cellElements
 */
export const createTableRow = (heading, ...cellElements) =>
  createElement("tr", "", Object.assign(createElement("th", "", heading), { scope: "row" }), ...cellElements);

/**
 * Replaces the rows of a table, gives each cell the heading of its column, and sets roles.
 * @param {Element | null} body its tbody
 * @param {HTMLElement[]} rowElements
 */
export function fillTableBodyAndLabelCells(body, rowElements) {
  const table = body?.closest("table");
  if (!body || !table) return;
  body.replaceChildren(...rowElements);
  const columns = [...table.querySelectorAll("thead th")].map(({ textContent }) => textContent);
  for (const cell of table.querySelectorAll("td")) cell.dataset.column = columns[cell.cellIndex];
  table.role = "table";
  for (const [selector, role] of Object.entries(TABLE_ROLES))
    for (const part of table.querySelectorAll(selector)) part.role = role;
}
