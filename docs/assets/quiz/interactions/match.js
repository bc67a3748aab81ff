/** match: a select in each row. A partner that was tried and not right can't be chosen again. */
/** @import { Declaration, Response } from "../../scoring/types.js" */
/** @import { InteractionModule } from "../types.js" */
import {
  copyFeedbackNodes,
  createElement,
  copyAsBoldLeadIn,
  isFormClosed,
  loadDragModuleOrUndefined,
  setRowVerdict,
} from "../shared.js";

const VERDICT_LABELS = /** @type {const} */ ({ right: "Right", wrong: "Not right", shown: "The answer" });

/** @typedef {{ row: HTMLElement, left: string, select: HTMLSelectElement, nameNode: Node }} MatchRow */

/** The rows with their selects and names. @param {HTMLElement} form @returns {MatchRow[]} */
const matchRowsOf = (form) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-row]"))].map((row) => ({
    row,
    left: row.dataset.row ?? "",
    select: /** @type {HTMLSelectElement} */ (row.querySelector("select")),
    nameNode: /** @type {Element} */ (row.firstElementChild),
  }));

/** The options of a row without the empty one: all partners. @param {HTMLElement} form */
const partnerOptions = (form) => [...(matchRowsOf(form)[0]?.select.options ?? [])].slice(1);

/** @param {Response | undefined} response @returns {Map<string, string>} left -> right */
const partnerByLeft = (response) =>
  new Map(/** @type {[string, string][]} */ (Array.isArray(response) ? response : []));

/** @param {Declaration} declaration @param {Response} response @returns {string[][]} the pairs that are right */
const rightPairs = ({ correct }, response) => {
  const partners = partnerByLeft(response);
  return correct.filter(([left, right]) => partners.get(left) === right);
};

/**
 * Disables the options that were tried, and lists them at the end of the row.
 * @param {MatchRow} row
 * @param {string[]} triedPartnerIds
 */
function disableAndListTriedOptions({ row, select }, triedPartnerIds) {
  for (const option of select.options) option.disabled = triedPartnerIds.includes(option.value);
  const names = [...select.options].filter((option) => option.disabled).map((option) => option.text);
  if (names.length) row.append(createElement("span", "row-verdict", `Already tried: ${names.join("; ")}`));
}

/** Puts the options of each select into this order. @param {HTMLFormElement} form @param {string[]} partnerIds */
function sortSelectOptions(form, partnerIds) {
  for (const { select } of matchRowsOf(form))
    select.append(
      ...[...select.options].slice(1).sort((a, b) => partnerIds.indexOf(a.value) - partnerIds.indexOf(b.value)),
    );
}

/**
 * The rows that are not right, each by its name with its feedback.
 * @param {HTMLElement} form
 * @param {HTMLElement} answerPart
 * @param {Declaration} declaration
 * @param {Response} response
 */
function createWrongRowsFeedback(form, answerPart, declaration, response) {
  const right = partnerByLeft(rightPairs(declaration, response));
  return matchRowsOf(form)
    .filter(({ left }) => !right.has(left))
    .map(({ left, nameNode }) =>
      createElement("div", "feedback", copyAsBoldLeadIn(nameNode), ...copyFeedbackNodes(answerPart, left)),
    );
}

/**
 * How many partners stand at the place of their row.
 * @param {Declaration} declaration
 * @param {string[]} order
 */
export const countPartnersInPlace = ({ correct }, order) =>
  correct.filter(([, right], at) => right === order[at]).length;

/** @type {InteractionModule} */
export const interaction = {
  otherLinesTitle: "Row by row",
  repeatsKeyLines: true,
  partsName: " rows",

  readResponse: (form) => matchRowsOf(form).map(({ left, select }) => [left, select.value]),

  writeResponse(form, response) {
    const partners = partnerByLeft(response);
    for (const { left, select } of matchRowsOf(form)) select.value = partners.get(left) ?? "";
  },

  canHoldResponse(form, _declaration, response) {
    const offered = new Map(
      matchRowsOf(form).map(({ left, select }) => [left, [...select.options].map((option) => option.value)]),
    );
    const pairs =
      Array.isArray(response) && response.every((pair) => Array.isArray(pair) && pair.length === 2) ? response : [[]];
    return (
      pairs.every(([left = "", right = ""]) => offered.get(left)?.includes(right)) &&
      partnerByLeft(response).size === pairs.length
    );
  },

  validationMessage(form) {
    const open = matchRowsOf(form).filter(({ select }) => !select.value);
    if (!open.length) return "";
    if (open.length > 1) return `${open.length} rows have no answer yet. Choose one in each row.`;
    const name = open[0]?.nameNode.textContent ?? "";
    return `Choose an answer for "${name}${/[.?!]$/.test(name) ? "" : "."}"`;
  },

  createFeedback: (form, answerPart, declaration, { phase, response = "" }) =>
    phase === "correct" || phase === "revealed" ? [] : createWrongRowsFeedback(form, answerPart, declaration, response),

  responseForRetry(declaration, response) {
    const right = partnerByLeft(rightPairs(declaration, response));
    return declaration.correct.map(([left]) => [left, right.get(left) ?? ""]);
  },

  progressText(form, _declaration, { phase }) {
    const rows = matchRowsOf(form);
    return phase === "revealed"
      ? ""
      : `${rows.filter(({ select }) => select.value).length} of ${rows.length} rows answered`;
  },

  announcement(form) {
    const changed = matchRowsOf(form).find(({ row }) => "dropped" in row.dataset); // only while a drop is handled
    return changed ? `${changed.select.selectedOptions[0]?.text} goes with ${changed.nameNode.textContent}` : "";
  },

  showVerdictsAndRevealedKey(form, declaration, { phase, response, tried }) {
    const key = partnerByLeft(declaration.correct);
    for (const matchRow of matchRowsOf(form)) {
      const { row, left, select } = matchRow;
      const right = key.get(left);
      if (phase === "revealed") select.value = right ?? "";
      const verdict = phase === "revealed" ? "shown" : partnerByLeft(response).get(left) === right ? "right" : "wrong";
      setRowVerdict(row, isFormClosed(phase) ? verdict : "", VERDICT_LABELS[verdict]);
      const wrong = tried.map((each) => partnerByLeft(each).get(left) ?? "").filter((id) => id && id !== right);
      disableAndListTriedOptions(matchRow, isFormClosed(phase) ? [] : wrong);
    }
  },

  countRightAndAllParts: (declaration, response) => [
    rightPairs(declaration, response).length,
    declaration.correct.length,
  ],

  async toggleDragTray(form) {
    (await loadDragModuleOrUndefined())?.toggleDragTray(form, partnerOptions(form));
  },

  idsToShuffle: (form) => partnerOptions(form).map((option) => option.value),

  applyOrder: sortSelectOptions,

  countFaults: countPartnersInPlace,
};
