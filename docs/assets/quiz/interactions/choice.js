/** choice: radios where there is one key, checkboxes where there are several. */
/** @import { InteractionModule, View } from "../types.js" */
/** @import { RowVerdict } from "../dom.js" */
import {
  copyFeedbackNodes,
  createElement,
  copyAsBoldLeadIn,
  isFormClosed,
  numberInWords,
  setRowVerdict,
} from "../shared.js";

/** Verdict -> its label where there is one key and where there are several. */
const VERDICT_LABELS = /** @type {const} */ ({
  right: ["Your answer: correct", "Chosen: correct"],
  wrong: ["Your answer: not right", "Chosen: not correct"],
  tried: ["Already tried", "Already tried"],
  shown: ["The answer", "The answer"],
  "": ["", ""],
});

/** @param {HTMLElement} form @returns {NodeListOf<HTMLInputElement>} */
const boxesOf = (form) => form.querySelectorAll("[name=response]");

/** @param {HTMLElement} form */
const checkedIds = (form) => [...boxesOf(form)].filter((box) => box.checked).map((box) => box.value);

/** @param {HTMLInputElement} box */
const rowOf = (box) => /** @type {HTMLElement} */ (box.closest("label"));

/** @param {import("../../scoring/types.js").Declaration} declaration */
const hasSeveralKeys = ({ cardinality }) => cardinality === "multiple";

/**
 * Only what was chosen gets a verdict, until the answer is shown.
 * @param {string} id
 * @param {boolean} isKey
 * @param {View} view
 * @returns {RowVerdict}
 */
function rowVerdictOfChoice(id, isKey, { phase, response, tried }) {
  if (phase === "revealed" && isKey) return "shown";
  if (isFormClosed(phase) && [response].flat(2).includes(id)) return isKey ? "right" : "wrong";
  return tried.flat(2).includes(id) && !isKey ? "tried" : "";
}

/**
 * Puts the rows into this order, and those that are pinned after all others.
 * @param {HTMLFormElement} form
 * @param {string[]} ids
 */
function sortRowsWithPinnedLast(form, ids) {
  const rows = [...boxesOf(form)].sort((a, b) => ids.indexOf(a.value) - ids.indexOf(b.value)).map(rowOf);
  rows[0]?.parentElement?.append(
    ...rows.filter((row) => !("pin" in row.dataset)),
    ...rows.filter((row) => "pin" in row.dataset),
  );
}

/** @type {InteractionModule} */
export const interaction = {
  otherLinesTitle: "The other choices",

  readResponse(form, declaration) {
    const ids = checkedIds(form);
    return hasSeveralKeys(declaration) ? ids : (ids[0] ?? "");
  },

  writeResponse(form, response) {
    for (const box of boxesOf(form)) box.checked = [response].flat(2).includes(box.value);
  },

  canHoldResponse(form, declaration, response) {
    const ids = /** @type {unknown[]} */ (Array.isArray(response) ? response : [response]);
    const offered = [...boxesOf(form)].map((box) => box.value).concat(hasSeveralKeys(declaration) ? [] : "");
    return (
      Array.isArray(response) === hasSeveralKeys(declaration) &&
      ids.every((id) => offered.includes(/** @type {any} */ (id))) &&
      new Set(ids).size === ids.length
    );
  },

  validationMessage(form, declaration) {
    const count = checkedIds(form).length;
    const needed = hasSeveralKeys(declaration) ? declaration.correct.length : 1;
    if (count === needed) return "";
    if (needed > 1) return `Choose ${numberInWords(needed)}; you chose ${numberInWords(count)}.`;
    const open = [...boxesOf(form)].filter((box) => !box.disabled).length;
    return open > 1
      ? `Choose one of the ${numberInWords(open)}, then press Check.`
      : "Choose the remaining one, then press Check.";
  },

  createFeedback(form, answerPart, { correct }, { phase, response = "" }) {
    const ids = phase === "revealed" ? correct : [response].flat(2);
    return [...boxesOf(form)]
      .filter((box) => ids.includes(box.value))
      .map((box) => {
        const choiceText = /** @type {Element} */ (box.nextElementSibling);
        const titles = ids.length > 1 ? [copyAsBoldLeadIn(choiceText)] : [];
        return createElement("div", "feedback", ...titles, ...copyFeedbackNodes(answerPart, box.value));
      });
  },

  responseForRetry: ({ correct }, response) =>
    Array.isArray(response) ? response.flat().filter((id) => correct.includes(id)) : "",

  progressText(form, declaration, { phase }) {
    if (phase === "revealed" || !hasSeveralKeys(declaration)) return "";
    return `${checkedIds(form).length} of ${declaration.correct.length} chosen`;
  },

  showVerdictsAndRevealedKey(form, declaration, view) {
    for (const box of boxesOf(form)) {
      const isKey = declaration.correct.includes(box.value);
      const verdict = rowVerdictOfChoice(box.value, isKey, view);
      setRowVerdict(rowOf(box), verdict, VERDICT_LABELS[verdict][hasSeveralKeys(declaration) ? 1 : 0]);
      box.disabled = verdict === "tried";
      if (view.phase === "revealed" || box.disabled) box.checked = isKey;
    }
  },

  countRightAndAllParts: ({ correct }, response) => [
    correct.filter((id) => [response].flat(2).includes(id)).length,
    correct.length,
  ],

  idsToShuffle: (form) => (form.querySelector("[data-fixed]") ? [] : [...boxesOf(form)].map((box) => box.value)),

  applyOrder: sortRowsWithPinnedLast,
};
