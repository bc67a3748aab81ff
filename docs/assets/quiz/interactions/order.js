/** order: rows that Up and Down move, or a select that says their position. */
/** @import { Declaration, Response } from "../../scoring/types.js" */
/** @import { InteractionModule, View } from "../types.js" */
import {
  copyFeedbackNodes,
  createElement,
  copyAsBoldLeadIn,
  isFormClosed,
  loadDragModuleWhilePointerDown,
  setRowVerdict,
} from "../shared.js";

const TOO_EARLY = "Too early";
const TOO_LATE = "Too late";
const MIN_INVERTED = 0.4; // share of all pairs that are in the wrong order at first

/**
 * The smallest set of ids whose moving puts all in order: those outside of a longest subsequence that is in order. Of several
 * such subsequences the one with the earlier steps stays, so that a step is rather too early than too late: feedback says
 * what a step needs first.
 * @param {readonly any[]} correct ids in the right order
 * @param {string[]} ids in the order of the reader
 */
export function fewestIdsToMove(correct, ids) {
  const places = ids.map((id) => correct.indexOf(id));
  /** The best subsequence that ends at each position, as positions. @type {number[][]} */
  const best = [];
  for (const [at, place] of places.entries()) {
    const before = best.filter((_, earlier) => Number(places[earlier]) < place);
    best.push([...longestOf(before, places), at]);
  }
  const inOrder = longestOf(best, places);
  return ids.filter((_, at) => !inOrder.includes(at));
}

/**
 * The longest sequence of positions; of equally long ones, the one that belongs first.
 * @param {number[][]} sequences
 * @param {number[]} placeAt where the step at each position belongs
 * @returns {number[]}
 */
function longestOf(sequences, placeAt) {
  const sorted = sequences.toSorted((a, b) => b.length - a.length || compareByFirstDifference(a, b, placeAt));
  return sorted[0] ?? [];
}

/**
 * Compares two sequences by the first step in which they differ.
 * @param {number[]} a
 * @param {number[]} b of the same length
 * @param {number[]} placeAt
 */
function compareByFirstDifference(a, b, placeAt) {
  const at = a.findIndex((position, index) => position !== b[index]);
  return at < 0 ? 0 : Number(placeAt[Number(a[at])]) - Number(placeAt[Number(b[at])]);
}

/**
 * How many more pairs of an initial order must be inverted (Kendall) so that it does not give the key away.
 * @param {Declaration} declaration
 * @param {string[]} shuffledIds
 */
export function countMissingInversions({ correct }, shuffledIds) {
  const pairs = correct.flatMap((first, at) => correct.slice(at + 1).map((second) => [first, second]));
  const inverted = pairs.filter(([first, second]) => shuffledIds.indexOf(first) > shuffledIds.indexOf(second)).length;
  return Math.max(0, Math.ceil(MIN_INVERTED * pairs.length) - inverted);
}

/** @param {HTMLElement} form @returns {HTMLElement[]} */
const rowsOf = (form) => [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-row]"))];

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.row ?? "";

/** @param {HTMLElement} row */
const selectOf = (row) => /** @type {HTMLSelectElement} */ (row.querySelector("select"));

/** @param {HTMLElement} row */
const nameElementOf = (row) => /** @type {Element} */ (row.firstElementChild);

/** The place of a row before the reader moves any. @param {HTMLElement} row */
const defaultPlaceOf = (row) => [...selectOf(row).options].findIndex((option) => option.defaultSelected);

/** Ids in the order that a reset of the form restores: the build, or the last shuffling, wrote it. @param {HTMLElement} form */
const idsInDefaultOrder = (form) =>
  rowsOf(form)
    .sort((a, b) => defaultPlaceOf(a) - defaultPlaceOf(b))
    .map(idOf);

/**
 * Puts the rows in an order, and sets their selects. The row that has the focus stays, and the others are put around it,
 * because an element that is moved loses the focus.
 * @param {HTMLElement} form
 * @param {string[]} ids
 * @param {HTMLElement} [draggedRow] stays instead of the row with the focus, because the pointer holds it
 */
function arrangeRows(form, ids, draggedRow) {
  const sorted = rowsOf(form).sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));
  const unmoved = draggedRow ?? sorted.find((row) => row.contains(document.activeElement)) ?? sorted[0];
  const at = sorted.findIndex((row) => row === unmoved);
  unmoved?.before(...sorted.slice(0, at));
  unmoved?.after(...sorted.slice(at + 1));
  for (const [place, row] of sorted.entries()) {
    selectOf(row).selectedIndex = place;
    row.removeAttribute("data-moved");
  }
}

/** Puts the rows in an order that a reset of the form restores. @param {HTMLElement} form @param {string[]} ids */
function arrangeRowsAndSetDefault(form, ids) {
  for (const row of rowsOf(form))
    [...selectOf(row).options].forEach((option, at) => (option.defaultSelected = at === ids.indexOf(idOf(row))));
  arrangeRows(form, ids);
}

/** @typedef {{row: HTMLElement, reference: HTMLElement, isTooEarly: boolean}} MisplacedRow */

/**
 * The fewest rows that must move, each with a reference: a row that stays. A row is too early if it is before its reference
 * but belongs after it; otherwise, it is after its reference and too late.
 * @param {Declaration} declaration @param {HTMLElement[]} rows in the order of the reader
 * @returns {MisplacedRow[]}
 */
function fewestRowsToMove({ correct }, rows) {
  const misplaced = fewestIdsToMove(correct, rows.map(idOf));
  const wellPlaced = rows.filter((row) => !misplaced.includes(idOf(row)));
  /** Whether a row is before the other one in the right order. @param {HTMLElement} row @param {HTMLElement} other */
  const isBeforeInKey = (row, other) => correct.indexOf(idOf(row)) < correct.indexOf(idOf(other));
  return rows
    .filter((row) => misplaced.includes(idOf(row)))
    .map((row) => {
      const later = wellPlaced.find((each) => rows.indexOf(each) > rows.indexOf(row) && isBeforeInKey(each, row));
      const earlier = wellPlaced.find((each) => rows.indexOf(each) < rows.indexOf(row) && isBeforeInKey(row, each));
      return { row, reference: /** @type {HTMLElement} */ (later ?? earlier), isTooEarly: !!later };
    });
}

/** Disables Up in the first row and Down in the last one. @param {HTMLElement[]} rows */
function updateMoveButtons(rows) {
  rows.forEach((row, at) => {
    const [up, down] = row.querySelectorAll("[data-move]");
    up?.setAttribute("aria-disabled", String(at === 0));
    down?.setAttribute("aria-disabled", String(at === rows.length - 1));
  });
}

/** @param {HTMLElement[]} rows */
function addMissingGrips(rows) {
  for (const row of rows) if (!row.querySelector(".grip")) row.append(createElement("i", "grip"));
}

/** A name as it is written within a sentence. @param {string | null | undefined} name */
const withoutPeriod = (name) => (name ?? "").replace(/\.$/, "");

/** Where the last moved row is, or "". @param {HTMLElement} form */
function lastMoveText(form) {
  const rows = rowsOf(form);
  const at = rows.findIndex((row) => "moved" in row.dataset);
  const name = withoutPeriod(rows[at]?.firstElementChild?.textContent);
  return at < 0 ? "" : `"${name}" moved to position ${at + 1} of ${rows.length}`;
}

/**
 * @param {HTMLElement} row
 * @param {MisplacedRow[]} misplacedRows
 * @param {View["phase"]} phase
 */
function showRowVerdict(row, misplacedRows, phase) {
  const misplaced = isFormClosed(phase) && misplacedRows.find((each) => each.row === row);
  if (phase === "correct") setRowVerdict(row, "right", "In place");
  else if (phase === "revealed") setRowVerdict(row, "shown", "The answer");
  else if (misplaced) setRowVerdict(row, "wrong", misplaced.isTooEarly ? TOO_EARLY : TOO_LATE);
  else setRowVerdict(row, "", "");
}

/**
 * Why a row is misplaced: what the step that comes too early needs first.
 * @param {HTMLElement} answerPart
 * @param {MisplacedRow} misplacedRow
 */
function createMisplacementFeedback(answerPart, { row, reference, isTooEarly }) {
  if (isTooEarly)
    return createElement(
      "div",
      "feedback",
      copyAsBoldLeadIn(nameElementOf(row)),
      ...copyFeedbackNodes(answerPart, idOf(row)),
    );
  const title = createElement(
    "b",
    "",
    ...quotedNameNodes(row),
    " comes before ",
    ...quotedNameNodes(reference, "."),
    " ",
  );
  return createElement("div", "feedback", title, ...copyFeedbackNodes(answerPart, idOf(reference)));
}

/**
 * The name of a row in quotes. A name that is a sentence has its period only at the end of ours.
 * @param {HTMLElement} row
 * @param {"" | "."} sentenceEnd what the sentence around it ends with; left out after a name that ends a sentence itself
 */
function quotedNameNodes(row, sentenceEnd = "") {
  const name = nameElementOf(row).cloneNode(true);
  const last = name.lastChild;
  if (last?.nodeType === Node.TEXT_NODE) last.textContent = withoutPeriod(last.textContent);
  return ['"', name, /[?!]$/.test(name.textContent ?? "") ? '"' : `${sentenceEnd}"`];
}

/**
 * How many pairs of rows are in the right order, and how many pairs there are.
 * @param {Declaration} declaration @param {Response} response
 * @returns {[right: number, all: number]}
 */
function countRightAndAllPairs({ correct }, response) {
  const places = correct.map((id) => response.indexOf(id));
  const inOrder = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place));
  return [inOrder.length, (places.length * (places.length - 1)) / 2];
}

/** @type {InteractionModule} */
export const interaction = {
  otherLinesTitle: "Step by step",
  repeatsKeyLines: true,
  partsName: " pairs in order",

  readResponse: (form) => rowsOf(form).map(idOf),

  writeResponse: (form, response) => arrangeRows(form, /** @type {string[]} */ (response)),

  canHoldResponse: (form, _declaration, response) =>
    Array.isArray(response) &&
    [...response].sort().join() === idsInDefaultOrder(form).sort().join() &&
    response.every((id) => typeof id === "string"),

  validationMessage(form, _declaration, triedResponses) {
    const order = rowsOf(form).map(idOf).join();
    const isTried = triedResponses.some((each) => String(each) === order) && "You already tried this order.";
    const isFirst = order === idsInDefaultOrder(form).join() && "This is the initial order.";
    return isTried || isFirst ? `${isTried || isFirst} Move a row, then press Check.` : "";
  },

  createFeedback(form, answerPart, declaration, { phase }) {
    if (phase === "correct" || phase === "revealed") return [];
    return fewestRowsToMove(declaration, rowsOf(form)).map((misplacedRow) =>
      createMisplacementFeedback(answerPart, misplacedRow),
    );
  },

  resetForm(form) {
    form.reset();
    arrangeRows(form, idsInDefaultOrder(form));
  },

  progressText: (form) => lastMoveText(form),

  announcement: lastMoveText,

  showVerdictsAndRevealedKey(form, declaration, { phase }) {
    if (phase === "revealed") arrangeRows(form, declaration.correct);
    const rows = rowsOf(form);
    updateMoveButtons(rows);
    addMissingGrips(rows);
    const misplacedRows = fewestRowsToMove(declaration, rows);
    for (const row of rows) showRowVerdict(row, misplacedRows, phase);
  },

  countRightAndAllParts: countRightAndAllPairs,

  moveRow(form, control) {
    const row = /** @type {HTMLElement} */ (control.closest("[data-row]"));
    const ids = rowsOf(form).map(idOf);
    const from = ids.indexOf(idOf(row));
    const to = control instanceof HTMLSelectElement ? control.selectedIndex : from + Number(control.dataset.move);
    if (!(to in ids)) return false;
    ids.splice(to, 0, ...ids.splice(from, 1));
    arrangeRows(form, ids);
    row.dataset.moved = "";
    control.scrollIntoView({ block: "nearest" });
    return true;
  },

  async startDrag(form, event) {
    const grip = /** @type {HTMLElement} */ (event.target).closest(".grip");
    const row = /** @type {HTMLElement | null | undefined} */ (grip?.closest("[data-row]"));
    if (!row) return;
    event.preventDefault(); // or the pointer would select text
    (await loadDragModuleWhilePointerDown())?.dragRowToPosition(
      event,
      row,
      selectOf(row),
      () => rowsOf(form),
      (rows) => arrangeRows(form, rows.map(idOf), row),
    );
  },

  idsToShuffle: idsInDefaultOrder,

  applyOrder: arrangeRowsAndSetDefault,

  countFaults: countMissingInversions,
};
