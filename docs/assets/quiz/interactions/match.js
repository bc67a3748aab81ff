/** match: a select in each row. A partner that was tried and not right can't be chosen again. */
/** @import { Declaration, Response } from "../../scoring/types.js" */
/** @import { Interaction } from "../types.js" */
import { aligned, dragging, feedbackFor, isChecked, make, tag } from "../parts.js";

const MARKS = /** @type {const} */ ({ right: "Right", wrong: "Not right", shown: "The answer" });

/** @typedef {{ row: HTMLElement, left: string, select: HTMLSelectElement, name: Node }} Line */

/** @param {HTMLElement} form @returns {Line[]} */
const lines = (form) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-row]"))].map((row) => ({
    row,
    left: row.dataset.row ?? "",
    select: /** @type {HTMLSelectElement} */ (row.querySelector("select")),
    name: /** @type {Element} */ (row.firstElementChild),
  }));

/** @param {Response | undefined} response @returns {Map<string, string>} left -> right */
const partners = (response) => new Map(/** @type {[string, string][]} */ (Array.isArray(response) ? response : []));

/** @param {Declaration} declaration @param {Response} response @returns {string[][]} the rows that are right */
const hits = ({ correct }, response) => correct.filter(([left, right]) => partners(response).get(left) === right);

/**
 * What was tried stays marked, but only as long as the row is open.
 * @param {Line} line
 * @param {string[]} tried
 */
function keep({ row, select }, tried) {
  for (const option of select.options) option.disabled = tried.includes(option.value);
  const names = [...select.options].filter((option) => option.disabled).map((option) => option.text);
  if (names.length) row.append(make("span", "tag", `Already tried: ${names.join("; ")}`));
}

/** @type {Interaction} */
export const match = {
  rest: "Row by row",
  whole: true,
  unit: " rows",

  read: (form) => lines(form).map(({ left, select }) => [left, select.value]),

  write(form, response) {
    const given = partners(response);
    for (const { left, select } of lines(form)) select.value = given.get(left) ?? "";
  },

  fits(form, _declaration, response) {
    const offered = new Map(
      lines(form).map(({ left, select }) => [left, [...select.options].map((option) => option.value)]),
    );
    const pairs =
      Array.isArray(response) && response.every((pair) => Array.isArray(pair) && pair.length === 2) ? response : [[]];
    return (
      pairs.every(([left = "", right = ""]) => offered.get(left)?.includes(right)) &&
      partners(response).size === pairs.length
    );
  },

  shuffle: {
    ids: (form) => [...(lines(form)[0]?.select.options ?? [])].map((option) => option.value).filter(Boolean),

    misfit: aligned,

    deal(form, ids) {
      for (const { select } of lines(form))
        select.append(...[...select.options].slice(1).sort((a, b) => ids.indexOf(a.value) - ids.indexOf(b.value)));
    },
  },

  tray: true,

  async drag(form, event) {
    const chip = /** @type {HTMLElement} */ (event.target).closest(".chip");
    if (event.type !== "click" && !chip) return;
    event.preventDefault();
    const module = await dragging(event);
    if (chip) module?.dragChip(/** @type {PointerEvent} */ (event), /** @type {HTMLElement} */ (chip), lines(form));
    else module?.toggleTray(form, lines(form));
  },

  act(form, target) {
    const { row, select, name } = /** @type {Line} */ (lines(form).find((line) => line.select === target));
    if (!("dropped" in row.dataset)) return true;
    row.removeAttribute("data-dropped");
    return `${select.selectedOptions[0]?.text} goes with ${name.textContent}`;
  },

  problem(form) {
    const open = lines(form).filter(({ select }) => !select.value);
    if (!open.length) return "";
    const named = open.length > 1 ? `${open.length} rows have` : `${open[0]?.name.textContent} has`;
    return `${named} no answer yet. Choose one in each row.`;
  },

  count(form, _declaration, { phase }) {
    const all = lines(form);
    return phase === "revealed"
      ? ""
      : `${all.filter(({ select }) => select.value).length} of ${all.length} rows answered`;
  },

  mark(form, declaration, { phase, response, tried }) {
    const key = partners(declaration.correct);
    for (const line of lines(form)) {
      const { row, left, select } = line;
      const right = key.get(left);
      if (phase === "revealed") select.value = right ?? "";
      const mark = phase === "revealed" ? "shown" : partners(response).get(left) === right ? "right" : "wrong";
      tag(row, isChecked(phase) ? mark : "", MARKS[mark]);
      keep(
        line,
        isChecked(phase) ? [] : tried.map((each) => partners(each).get(left) ?? "").filter((id) => id && id !== right),
      );
    }
  },

  said(form, answer, declaration, { phase, response = "" }) {
    if (phase === "correct" || phase === "revealed") return [];
    const right = partners(hits(declaration, response));
    return lines(form)
      .filter(({ left }) => !right.has(left))
      .map(({ left, name }) =>
        make(
          "div",
          "said",
          make("b", "", name.cloneNode(true), /[.?!]$/.test(name.textContent ?? "") ? " " : ": "),
          ...feedbackFor(answer, left),
        ),
      );
  },

  kept(declaration, response) {
    const right = partners(hits(declaration, response));
    return declaration.correct.map(([left]) => [left, right.get(left) ?? ""]);
  },

  share: (declaration, response) => [hits(declaration, response).length, declaration.correct.length],
};
