/** order: rows that Up and Down move, or a select that says their position. */
/** @import { Declaration } from "../../scoring/types.js" */
/** @import { InteractionModule, View } from "../types.js" */
import { copyFeedback, createElement, isClosed, loadDragModule, missingInversions, setRowVerdict } from "../shared.js";

const VERDICT_LABELS = /** @type {const} */ ({
  right: "In place",
  wrong: "Stands too early",
  shown: "The answer",
  "": "",
});

/** @param {HTMLElement} form @returns {HTMLElement[]} */
const rowsOf = (form) => [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-row]"))];

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.row ?? "";

/** @param {HTMLElement} row */
const selectOf = (row) => /** @type {HTMLSelectElement} */ (row.querySelector("select"));

/** The place at which the build wrote the row. @param {HTMLElement} row */
const builtPlace = (row) => [...selectOf(row).options].findIndex((option) => option.defaultSelected);

/** Ids in the order in which the build wrote them. @param {HTMLElement} form */
const builtOrder = (form) =>
  rowsOf(form)
    .sort((a, b) => builtPlace(a) - builtPlace(b))
    .map(idOf);

/**
 * Puts the rows in an order. The row that has the focus stays, and the others are put around it, because an element that
 * is moved loses the focus.
 * @param {HTMLElement} form
 * @param {string[]} ids
 * @param {HTMLElement} [dragged] a row that stays in any case
 */
function arrangeRows(form, ids, dragged) {
  const sorted = rowsOf(form).sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));
  const fixed = dragged ?? sorted.find((row) => row.contains(document.activeElement)) ?? sorted[0];
  const at = sorted.findIndex((row) => row === fixed);
  fixed?.before(...sorted.slice(0, at));
  fixed?.after(...sorted.slice(at + 1));
  for (const [place, row] of sorted.entries()) {
    selectOf(row).selectedIndex = place;
    row.removeAttribute("data-moved");
  }
}

/** Rows that stand directly before one that belongs before them. @param {Declaration} declaration @param {HTMLElement[]} rows */
const rowsTooEarly = ({ correct }, rows) =>
  rows.filter((row, at) => {
    const next = rows[at + 1];
    return next && correct.indexOf(idOf(row)) > correct.indexOf(idOf(next));
  });

/** Where the row stands that was moved last, or "". @param {HTMLElement} form */
function lastMoveText(form) {
  const rows = rowsOf(form);
  const at = rows.findIndex((row) => "moved" in row.dataset);
  return at < 0 ? "" : `${rows[at]?.firstElementChild?.textContent} moved to position ${at + 1} of ${rows.length}`;
}

/**
 * @param {HTMLElement} row
 * @param {HTMLElement[]} early
 * @param {View["phase"]} phase
 */
function rowVerdictOf(row, early, phase) {
  if (phase === "correct") return "right";
  if (phase === "revealed") return "shown";
  return isClosed(phase) && early.includes(row) ? "wrong" : "";
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
    [...response].sort().join() === builtOrder(form).sort().join() &&
    response.every((id) => typeof id === "string"),

  whyIncomplete(form, _declaration, tried) {
    const order = rowsOf(form).map(idOf).join();
    const isTried = tried.some((each) => String(each) === order) && "You already tried this order.";
    const isFirst = order === builtOrder(form).join() && "This is the initial order.";
    return isTried || isFirst ? `${isTried || isFirst} Move a row, then press Check.` : "";
  },

  createFeedback(form, answer, declaration, { phase }) {
    if (phase === "correct" || phase === "revealed") return [];
    return rowsTooEarly(declaration, rowsOf(form)).map((row) => {
      const name = /** @type {Node} */ (row.firstElementChild?.cloneNode(true));
      return createElement("div", "feedback", createElement("b", "", name, ": "), ...copyFeedback(answer, idOf(row)));
    });
  },

  resetForm(form) {
    form.reset();
    arrangeRows(form, builtOrder(form));
  },

  progressText: (form) => lastMoveText(form),

  announcement: lastMoveText,

  showViewInForm(form, declaration, { phase }) {
    if (phase === "revealed") arrangeRows(form, declaration.correct);
    const rows = rowsOf(form);
    const early = rowsTooEarly(declaration, rows);
    rows.forEach((row, at) => {
      const [up, down] = row.querySelectorAll("[data-move]");
      up?.setAttribute("aria-disabled", String(at === 0));
      down?.setAttribute("aria-disabled", String(at === rows.length - 1));
      if (!row.querySelector(".grip")) row.append(createElement("i", "grip"));
      const verdict = rowVerdictOf(row, early, phase);
      setRowVerdict(row, verdict, VERDICT_LABELS[verdict]);
    });
  },

  countRight({ correct }, response) {
    const places = correct.map((id) => response.indexOf(id));
    const inOrder = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place));
    return [inOrder.length, (places.length * (places.length - 1)) / 2];
  },

  handleInput(form, control) {
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
    (await loadDragModule(event))?.dragRow(
      /** @type {PointerEvent} */ (event),
      row,
      selectOf(row),
      () => rowsOf(form),
      (rows) => arrangeRows(form, rows.map(idOf), row),
    );
  },

  idsToShuffle: builtOrder,

  applyOrder(form, ids) {
    for (const row of rowsOf(form))
      [...selectOf(row).options].forEach((option, at) => (option.defaultSelected = at === ids.indexOf(idOf(row))));
    arrangeRows(form, ids);
  },

  countSolved: missingInversions,
};
