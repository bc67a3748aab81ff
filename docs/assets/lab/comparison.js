/** The reader's code beside the solution: a table of lines, with what differs marked. */
import { sideBySideRows } from "./line-diff.js";

/**
 * Replaces the rows of a table with the lines of both texts, side by side.
 * @param {HTMLTableSectionElement} body gets the rows
 * @param {string} code
 * @param {string} solution
 * @param {(code: string) => Node[][]} highlightLines colors of each line
 * @returns {number} how many lines differ
 */
export function fillRowsAndCountDifferences(body, code, solution, highlightLines) {
  const [left, right] = [code, solution].map((text) => text.trimEnd());
  const [leftLines, rightLines] = [left, right].map((text) => highlightLines(text ?? ""));
  const rows = sideBySideRows((left ?? "").split("\n"), (right ?? "").split("\n"));
  body.replaceChildren(
    ...rows.map(({ left: i, right: j, isShared }) => {
      const row = document.createElement("tr");
      row.className = isShared ? "shared" : "different";
      row.append(createLineCell("del", isShared, leftLines, i), createLineCell("ins", isShared, rightLines, j));
      return row;
    }),
  );
  return rows.filter(({ isShared }) => !isShared).length;
}

/**
 * A td with one line.
 * @param {"del" | "ins"} tagIfDifferent of the element around a line that is not shared
 * @param {boolean} isShared
 * @param {Node[][] | undefined} lines
 * @param {number | undefined} lineIndex undefined: an empty cell
 */
function createLineCell(tagIfDifferent, isShared, lines, lineIndex) {
  const made = document.createElement("td");
  if (lineIndex === undefined) return made;
  const line = document.createElement(isShared ? "code" : tagIfDifferent);
  line.append(...(lines?.[lineIndex] ?? []));
  if (!line.textContent) line.append("\u200b"); // an empty line keeps its height
  made.append(line);
  return made;
}
