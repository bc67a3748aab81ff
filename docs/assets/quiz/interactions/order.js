/** order: rows that Up and Down move, or a select that says their position. */
/** @import { Declaration } from "../../scoring/types.js" */
/** @import { Interaction, View } from "../types.js" */
import { dragging, feedbackFor, isChecked, make, solved, tag } from "../parts.js";

const MARKS = /** @type {const} */ ({ right: "In place", wrong: "Stands too early", shown: "The answer", "": "" });

/** @param {HTMLElement} form @returns {HTMLElement[]} */
const rows = (form) => [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-row]"))];

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.row ?? "";

/** @param {HTMLElement} row */
const selectOf = (row) => /** @type {HTMLSelectElement} */ (row.querySelector("select"));

/** @param {HTMLElement} row the place it was written at */
const firstPlace = (row) => [...selectOf(row).options].findIndex((option) => option.defaultSelected);

/** @param {HTMLElement} form */
const firstOrder = (form) =>
  rows(form)
    .sort((a, b) => firstPlace(a) - firstPlace(b))
    .map(idOf);

/**
 * The row that has the focus stays, and the others are put around it: an element that is moved loses its focus.
 * @param {HTMLElement} form
 * @param {string[]} ids
 * @param {HTMLElement} [stays] a row that is dragged stays, too
 */
function arrange(form, ids, stays) {
  const sorted = rows(form).sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));
  const held = stays ?? sorted.find((row) => row.contains(document.activeElement)) ?? sorted[0];
  const at = sorted.findIndex((row) => row === held);
  held?.before(...sorted.slice(0, at));
  held?.after(...sorted.slice(at + 1));
  for (const [place, row] of sorted.entries()) {
    selectOf(row).selectedIndex = place;
    row.removeAttribute("data-moved");
  }
}

/** Rows that stand directly before one that belongs before them. @param {Declaration} declaration @param {HTMLElement[]} all */
const tooEarly = ({ correct }, all) =>
  all.filter(
    (row, at) =>
      all[at + 1] && correct.indexOf(idOf(row)) > correct.indexOf(idOf(/** @type {HTMLElement} */ (all[at + 1]))),
  );

/** @param {HTMLElement} form */
function heard(form) {
  const all = rows(form);
  const at = all.findIndex((row) => "moved" in row.dataset);
  return at < 0 ? "" : `${all[at]?.firstElementChild?.textContent} moved to position ${at + 1} of ${all.length}`;
}

/**
 * @param {HTMLElement} row
 * @param {HTMLElement[]} early
 * @param {View["phase"]} phase
 */
function markOf(row, early, phase) {
  if (phase === "correct") return "right";
  if (phase === "revealed") return "shown";
  return isChecked(phase) && early.includes(row) ? "wrong" : "";
}

/** @type {Interaction} */
export const order = {
  rest: "Step by step",
  whole: true,
  unit: " pairs in order",
  heard,

  read: (form) => rows(form).map(idOf),

  write: (form, response) => arrange(form, /** @type {string[]} */ (response)),

  reset: (form) => arrange(form, firstOrder(form)),

  shuffle: {
    ids: firstOrder,

    misfit: solved,

    deal(form, ids) {
      for (const row of rows(form))
        [...selectOf(row).options].forEach((option, at) => (option.defaultSelected = at === ids.indexOf(idOf(row))));
      arrange(form, ids);
    },
  },

  async drag(form, event) {
    const grip = /** @type {HTMLElement} */ (event.target).closest(".grip");
    const row = /** @type {HTMLElement | null | undefined} */ (grip?.closest("[data-row]"));
    if (!row) return;
    event.preventDefault(); // no text is selected on the way
    (await dragging(event))?.dragRow(
      /** @type {PointerEvent} */ (event),
      row,
      selectOf(row),
      () => rows(form),
      (all) => arrange(form, all.map(idOf), row),
    );
  },

  fits: (form, _declaration, response) =>
    Array.isArray(response) &&
    [...response].sort().join() === firstOrder(form).sort().join() &&
    response.every((id) => typeof id === "string"),

  act(form, target) {
    const row = /** @type {HTMLElement} */ (target.closest("[data-row]"));
    const ids = rows(form).map(idOf);
    const from = ids.indexOf(idOf(row));
    const to = target instanceof HTMLSelectElement ? target.selectedIndex : from + Number(target.dataset.move);
    if (!(to in ids)) return false;
    ids.splice(to, 0, ...ids.splice(from, 1));
    arrange(form, ids);
    row.dataset.moved = "";
    target.scrollIntoView({ block: "nearest" });
    return true;
  },

  problem(form, _declaration, tried) {
    const now = rows(form).map(idOf).join();
    const before = tried.some((each) => String(each) === now) && "You already tried this order.";
    const first = now === firstOrder(form).join() && "This is the initial order.";
    return before || first ? `${before || first} Move a row, then press Check.` : "";
  },

  count: (form) => heard(form),

  mark(form, declaration, { phase }) {
    if (phase === "revealed") arrange(form, declaration.correct);
    const all = rows(form);
    const early = tooEarly(declaration, all);
    all.forEach((row, at) => {
      const [up, down] = row.querySelectorAll("[data-move]");
      up?.setAttribute("aria-disabled", String(at === 0));
      down?.setAttribute("aria-disabled", String(at === all.length - 1));
      if (!row.querySelector(".grip")) row.append(make("i", "grip"));
      const mark = markOf(row, early, phase);
      tag(row, mark, MARKS[mark]);
    });
  },

  said(form, answer, declaration, { phase }) {
    if (phase === "correct" || phase === "revealed") return [];
    return tooEarly(declaration, rows(form)).map((row) => {
      const name = /** @type {Node} */ (row.firstElementChild?.cloneNode(true));
      return make("div", "said", make("b", "", name, ": "), ...feedbackFor(answer, idOf(row)));
    });
  },

  kept: (_declaration, response) => response,

  share({ correct }, response) {
    const places = correct.map((id) => response.indexOf(id));
    const right = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place));
    return [right.length, (places.length * (places.length - 1)) / 2];
  },
};
