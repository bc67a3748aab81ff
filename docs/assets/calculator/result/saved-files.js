/** What a calculator shows as texts of files: numbers as CSV or JSON, a drawing as SVG with the colors it has now. */
/** @import { Cell, Result, Row } from "../types.js" */
import { cellsOf } from "./rows.js";

const STROKE = ["stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order"];
const STYLES = ["fill", ...STROKE, "font-family", "font-size", "font-weight", "opacity"];

const BYTE_ORDER_MARK = "\ufeff"; // without it Excel takes the file's UTF-8 for an older encoding
const TRUE_MINUS = /^\u2212(?=[\d.,]+$)/; // of a number, which a spreadsheet would take for a text
const NUMBER = /^[+-]?[\d.,]+%?$/;

/** One record for each number: its table, row and column. @param {Pick<Result, "table" | "tables">} result */
export function longFormatCsvText({ table, tables }) {
  const all = /** @type {[string, Row[]][]} */ ([["result", table], ...Object.entries(tables)]);
  const records = all.flatMap(([name, [heads = [], ...rows]]) =>
    rows.flatMap((row) => csvRecordsOfRow(name, cellsOf(heads), cellsOf(row))),
  );
  return (
    BYTE_ORDER_MARK +
    [["table", "row", "column", "value"], ...records].map((record) => record.map(csvCell).join(",") + "\r\n").join("")
  );
}

/**
 * A record for each cell that has a text.
 * @param {string} table
 * @param {Cell[]} heads
 * @param {Cell[]} row
 * @returns {string[][]}
 */
function csvRecordsOfRow(table, heads, [rowHead = "", ...cells]) {
  const records = [];
  let column = 1;
  for (const cell of cells) {
    const text = plainText(cell);
    if (text) records.push([table, plainText(rowHead), plainText(heads[column] ?? ""), text.replace(TRUE_MINUS, "-")]);
    column += (typeof cell === "object" && "span" in cell && cell.span) || 1;
  }
  return records;
}

/** A cell's text without marks for strong words and places to break. @param {Cell} cell */
function plainText(cell) {
  const text = typeof cell === "string" ? cell : "lines" in cell ? cell.lines.join("; ") : "";
  return text.replaceAll("**", "").replaceAll("\u200b", "");
}

/** Quoted where CSV needs it. An apostrophe keeps a spreadsheet from running a text as a formula. @param {string} text */
function csvCell(text) {
  const safe = /^[=+\-@]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {string} calculator
 * @param {Record<string, string>} fields texts by name
 * @param {Pick<Result, "says" | "table" | "tables">} result
 */
export function jsonText(calculator, fields, { says, table, tables }) {
  const plainTextRows = (/** @type {Row[]} */ rows) => rows.map((row) => cellsOf(row).map(plainText));
  const content = {
    format: 1,
    calculator,
    fields,
    says: Object.fromEntries(Object.entries(says).map(([region, text]) => [region, plainText(text)])),
    table: plainTextRows(table),
    tables: Object.fromEntries(Object.entries(tables).map(([figure, rows]) => [figure, plainTextRows(rows)])),
  };
  return JSON.stringify(content, null, 1) + "\n";
}

/** A drawing on its own, with the styles that the page gives it. @param {SVGElement} drawing */
export function svgText(drawing) {
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  const { width, height } = drawing.getBoundingClientRect();
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((part, i) => {
    const style = getComputedStyle(/** @type {Element} */ (originals[i]));
    for (const name of STYLES) part.setAttribute(name, style.getPropertyValue(name));
  });
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width, height }))
    copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}
