/** choice: radios where there is one key, checkboxes where there are several. */
/** @import { Interaction, View } from "../types.js" */
/** @import { Mark } from "../tag.js" */
import { feedbackFor, inWords, isChecked, make, tag } from "../parts.js";

/** Mark -> its words where there is one key and where there are several. */
const TAGS = /** @type {const} */ ({
  right: ["Your answer: correct", "Chosen: correct"],
  wrong: ["Your answer: not right", "Chosen: not correct"],
  tried: ["Already tried", "Already tried"],
  shown: ["The answer", "The answer"],
  "": ["", ""],
});

/** @param {HTMLElement} form @returns {NodeListOf<HTMLInputElement>} */
const boxes = (form) => form.querySelectorAll("[name=response]");

/** @param {HTMLElement} form */
const chosen = (form) => [...boxes(form)].filter((box) => box.checked).map((box) => box.value);

/** The row of a choice. @param {HTMLInputElement} box */
const rowOf = (box) => /** @type {HTMLElement} */ (box.closest("label"));

/** @param {import("../../scoring/types.js").Declaration} declaration */
const several = ({ cardinality }) => cardinality === "multiple";

/**
 * Only what was chosen is marked, until the answer is shown.
 * @param {string} id
 * @param {boolean} right
 * @param {View} view
 * @returns {Mark}
 */
function markOf(id, right, { phase, response, tried }) {
  if (phase === "revealed" && right) return "shown";
  if (isChecked(phase) && [response].flat(2).includes(id)) return right ? "right" : "wrong";
  return tried.flat(2).includes(id) && !right ? "tried" : "";
}

/** @type {Interaction} */
export const choice = {
  rest: "The other choices",

  shuffle: {
    ids: (form) => (form.querySelector("[data-fixed]") ? [] : [...boxes(form)].map((box) => box.value)),

    deal(form, ids) {
      const rows = [...boxes(form)].sort((a, b) => ids.indexOf(a.value) - ids.indexOf(b.value)).map(rowOf);
      rows[0]?.parentElement?.append(
        ...rows.filter((row) => !("pin" in row.dataset)),
        ...rows.filter((row) => "pin" in row.dataset),
      );
    },
  },

  read(form, declaration) {
    const ids = chosen(form);
    return several(declaration) ? ids : (ids[0] ?? "");
  },

  write(form, response) {
    for (const box of boxes(form)) box.checked = [response].flat(2).includes(box.value);
  },

  fits(form, declaration, response) {
    const ids = /** @type {unknown[]} */ (Array.isArray(response) ? response : [response]);
    const offered = [...boxes(form)].map((box) => box.value).concat(several(declaration) ? [] : "");
    return (
      Array.isArray(response) === several(declaration) &&
      ids.every((id) => offered.includes(/** @type {any} */ (id))) &&
      new Set(ids).size === ids.length
    );
  },

  problem(form, declaration) {
    const count = chosen(form).length;
    const needed = several(declaration) ? declaration.correct.length : 1;
    if (count === needed) return "";
    if (needed > 1) return `Choose ${inWords(needed)}; you chose ${inWords(count)}.`;
    const left = form.querySelectorAll("[name=response]:enabled").length;
    return left > 1
      ? `Choose one of the ${inWords(left)}, then press Check.`
      : "Choose the remaining one, then press Check.";
  },

  count(form, declaration, { phase }) {
    if (phase === "revealed" || !several(declaration)) return "";
    return `${chosen(form).length} of ${declaration.correct.length} chosen`;
  },

  mark(form, declaration, view) {
    for (const box of boxes(form)) {
      const right = declaration.correct.includes(box.value);
      const mark = markOf(box.value, right, view);
      tag(rowOf(box), mark, TAGS[mark][several(declaration) ? 1 : 0]);
      box.disabled = mark === "tried";
      if (view.phase === "revealed" || box.disabled) box.checked = right;
    }
  },

  said(form, answer, { correct }, { phase, response = "" }) {
    const ids = phase === "revealed" ? correct : [response].flat(2);
    return [...boxes(form)]
      .filter((box) => ids.includes(box.value))
      .map((box) => {
        const name = ids.length > 1 && box.nextElementSibling?.cloneNode(true);
        return make("div", "said", ...(name ? [make("b", "", name, ": ")] : []), ...feedbackFor(answer, box.value));
      });
  },

  kept: ({ correct }, response) =>
    Array.isArray(response) ? response.flat().filter((id) => correct.includes(id)) : "",

  share: ({ correct }, response) => [correct.filter((id) => [response].flat(2).includes(id)).length, correct.length],
};
