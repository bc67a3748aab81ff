// @ts-check
/** What is shown as files: numbers as CSV or JSON, a drawing as SVG with the colours it has now. */

const STROKE = ["stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order"];
const DRAWN = ["fill", ...STROKE, "font-family", "font-size", "font-weight", "opacity"];

const MARK = "\ufeff"; // without it Excel takes the file's UTF-8 for an older encoding
const TRUE_MINUS = /^\u2212(?=[\d.,]+$)/; // of a number, which a spreadsheet would take for a text

/** @param {string} name @param {string} kind @param {string} text */
export function save(name, kind, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** One line for each number: its table, row and column; a byte order mark in front. @param {any} shown what `live.shown` says @returns {string} */
export function csv({ table, tables }) {
  const all = [["result", table], ...Object.entries(tables)].filter(([, rows]) => rows?.length);
  const lines = all.flatMap(([name, [head, ...rows]]) =>
    rows.flatMap((/** @type {any} */ row) => cellsOf(name, columns(head), columns(row))),
  );
  return (
    MARK + [["table", "row", "column", "value"], ...lines].map((line) => line.map(quoted).join(",") + "\r\n").join("")
  );
}

/** @param {string} table @param {any[]} heads @param {any[]} row */
function cellsOf(table, heads, [first, ...others]) {
  /** @type {string[][]} */
  const found = [];
  let at = 1;
  for (const cell of others) {
    const text = words(cell);
    if (text) found.push([table, words(first), words(heads[at]), text.replace(TRUE_MINUS, "-")]);
    at += cell.span ?? 1;
  }
  return found;
}

/** @param {any} row @returns {any[]} */
const columns = (row) => row.cells ?? row;

/** @param {any} cell */
const words = (cell) =>
  (typeof cell === "string" ? cell : (cell?.lines?.join("; ") ?? "")).replaceAll("**", "").replaceAll("\u200b", "");

/** @param {string} text */
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {string} name @param {Record<string, string>} fields @param {any} shown */
export function json(name, fields, { says, table, tables }) {
  const plain = Object.fromEntries(Object.entries(says).map(([region, text]) => [region, words(text)]));
  const read = (/** @type {any[]} */ rows) => rows.map((row) => columns(row).map(words));
  const all = Object.fromEntries(Object.entries(tables).map(([figure, rows]) => [figure, read(rows)]));
  return (
    JSON.stringify({ format: 1, calculator: name, fields, says: plain, table: read(table), tables: all }, null, 1) +
    "\n"
  );
}

/** A drawing on its own: what the page's style sheet gives it is written into it. @param {SVGElement} drawing */
export function svg(drawing) {
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  const { width, height } = drawing.getBoundingClientRect();
  const parts = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((part, i) => {
    const style = getComputedStyle(/** @type {Element} */ (parts[i]));
    for (const name of DRAWN) part.setAttribute(name, style.getPropertyValue(name));
  });
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width, height }))
    copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}
