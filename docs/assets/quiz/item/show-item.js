/** Shows a view of an item: marks, heading, buttons, and the live region with the verdict. */
/** @import { Confidence, Known } from "../../record/types.js" */
/** @import { Interaction, View } from "../types.js" */
import {
  capitalize,
  createElement,
  createIcon,
  fillLiveRegion,
  isFormClosed,
  nthTry,
  numberInWords,
  setAttributeOrRemoveIfEmpty,
} from "../shared.js";
import { createReportLinks } from "./actions.js";
import { showHints } from "./hints.js";

/** @typedef {{ item: HTMLElement, interaction: Interaction, known: Known, view: View }} RenderContext */

/** By action. The labels of an unanswered item's buttons are read from the page. @type {Record<string, string>} */
const LABELS = {
  forgot: "Forgot",
  remembered: "Remembered",
  retry: "Try again",
  next: "Next question",
  result: "See the result",
  continue: "Continue reading",
  shown: "Answer shown",
  reset: "Start over",
  mark: "Mark",
  unmark: "Unmark",
  "": "",
};
const MAIN_ACTIONS = ["check", "retry", "turn"];
const OVERCONFIDENT_VERDICT = "Not right, although you were sure";
const OVERCONFIDENT_NOTE =
  "You were sure, so read this explanation carefully. Corrections that surprise you are the easiest to remember.";

/** Adds to LABELS those labels of an item's buttons that it lacks, by action. @param {HTMLElement} item */
export function cacheButtonLabels(item) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll(".item-buttons button")))
    LABELS[button.dataset.do ?? ""] ??= button.textContent ?? "";
}

/**
 * Adds the elements that only scripts fill: the live region, a place beside the heading, links to report a problem.
 * @param {HTMLElement} item
 */
export function addEmptyResultAndReportLinks(item) {
  const result = item.querySelector(".item-result");
  if (!result || result.firstChild) return; // the element was moved within the page
  const status = Object.assign(createElement("div", ""), { role: "status", id: `${item.id}-status` });
  result.append(status, createElement("div", "explanation"));
  partOf(item, ".item-head").append(createElement("span", ""));
  partOf(item, ".item-tools").append(...createReportLinks(item));
}

/**
 * A part that every item has.
 * @param {HTMLElement} item
 * @param {string} selector
 */
const partOf = (item, selector) => /** @type {HTMLElement} */ (item.querySelector(selector));

/**
 * @param {HTMLElement} item
 * @param {string} selector
 */
const partOrNull = (item, selector) => /** @type {HTMLElement | null} */ (item.querySelector(selector));

/** @param {HTMLElement} item */
const formOf = (item) => /** @type {HTMLFormElement} */ (item.querySelector("form"));

/** @param {RenderContext} context @param {boolean} isAnnounced false while saved state is restored */
export function showItem(context, isAnnounced) {
  const { item, interaction, known, view } = context;
  const form = formOf(item);
  const problem = view.phase === "invalid" ? interaction.validationMessage(form, known.declaration, view.tried) : "";
  item.dataset.state = view.phase;
  item.toggleAttribute("data-overconfident", isOverconfident(view));
  interaction.showVerdictsAndRevealedKey(form, known.declaration, view);
  partOf(item, ".item-head span").textContent = headingSuffix(view, known);
  showFormProgressText(context);
  setFieldsReadonlyAndInvalid(form, item.id, isFormClosed(view.phase), !!problem);
  updateButtonsConfidenceHintsAndMark(context);
  partOf(item, "[role=status]").ariaAtomic = "false"; // what is added later is announced alone
  const field = problem && isAnnounced ? firstFieldToCorrect(item) : null;
  const isReadAtField = !!field && field !== document.activeElement; // the problem is its description
  fillLiveRegion(partOf(item, "[role=status]"), createStatusContents(context, problem), isAnnounced && !isReadAtField);
  partOf(item, ".explanation").replaceChildren(...createExplanationNodes(context));
  field?.focus();
}

/** Shows what stands beside the answer: buttons, confidence, hints, mark. @param {RenderContext} context */
export function updateButtonsConfidenceHintsAndMark({ item, interaction, known, view }) {
  const { phase, tried, confidence } = view;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  assignActionsToButtons(item, interaction.actionPerButton(view, known), known);
  if (focused?.hidden && item.contains(focused)) firstEnabledFieldOrButton(item).focus(); // Start over goes with the answer
  // Show answer has no further effect once it was pressed
  if (item.querySelector("[data-do=shown]:focus")) partOf(item, ".item-buttons > button:not([hidden])").focus();
  enableOrDisableConfidence(item.querySelector(".confidence"), !tried.length && !isFormClosed(phase), confidence);
  showHints(item.querySelector(".hints"), view);
  showMark(item, view);
}

/** Shows what depends on other questions: the position among those to retry, and the way on. @param {RenderContext} context */
export function updateHeadingAndButtons({ item, interaction, known, view }) {
  partOf(item, ".item-head span").textContent = headingSuffix(view, known);
  if (isFormClosed(view.phase)) assignActionsToButtons(item, interaction.actionPerButton(view, known), known);
}

/** Announces something and shows it nowhere. @param {HTMLElement} item @param {string} text */
export function announce(item, text) {
  const status = partOf(item, "[role=status]");
  status.querySelector(".visually-hidden")?.remove();
  status.append(createElement("span", "visually-hidden", text));
}

/** A text that is announced, too, is hidden from screen readers. @param {RenderContext} context */
function showFormProgressText({ item, interaction, known, view }) {
  const form = formOf(item);
  const text = interaction.progressText(form, known.declaration, view);
  partOf(item, ".item-count").textContent = text;
  setAttributeOrRemoveIfEmpty(
    partOf(item, ".item-count"),
    "aria-hidden",
    text === interaction.announcement(form) ? "true" : "",
  );
}

/** In the heading, on its button, and by a link to all marked questions. @param {HTMLElement} item @param {View} view */
function showMark(item, { marked }) {
  const heading = partOf(item, ".item-head");
  heading.querySelector("b")?.remove();
  if (marked) heading.append(createElement("b", "", "Marked"));
  const action = marked ? "unmark" : "mark";
  Object.assign(partOf(item, "[data-do$=mark]"), { textContent: LABELS[action] }).dataset.do = action;
  partOf(item, ".item-tools a").hidden = !marked;
}

/** Wrong although the reader was sure: such corrections are remembered best. @param {View} view */
const isOverconfident = ({ phase, confidence }) => phase === "wrong" && confidence === "sure";

/**
 * The first field to correct; null if there is none in particular, as in an order.
 * @param {HTMLElement} item
 * @returns {HTMLElement | null}
 */
const firstFieldToCorrect = (item) =>
  partOrNull(item, "select[aria-invalid]") ?? partOrNull(item, "input[name=response]:not([disabled])");

/**
 * The first field that is not disabled, or else the first button that is shown.
 * @param {HTMLElement} item
 * @returns {HTMLElement}
 */
const firstEnabledFieldOrButton = (item) =>
  partOrNull(item, ":is(input, select):not([disabled])") ?? partOf(item, ".item-buttons button:not([hidden])");

/**
 * What follows the number in the heading: which try or retry this is, or that the question was changed since it was answered.
 * @param {View} view
 * @param {Known} known
 */
function headingSuffix({ phase, tried, retries }, { state, retryPosition }) {
  if (isFormClosed(phase)) return "";
  if (tried.length) return `, ${nthTry(tried.length + 1)}`;
  if (retries) return retryPosition ? `, retry ${retryPosition.position} of ${retryPosition.count}` : ", retry";
  return phase === "unseen" && state.changed ? ", changed since you answered it" : "";
}

/**
 * Gives each button its action, with label, type and style; without an action it is hidden. Enter in a field presses the
 * button that submits: in a review, that is also the one that leads on.
 * @param {HTMLElement} item
 * @param {readonly string[]} actions
 * @param {Known} known
 */
function assignActionsToButtons(item, actions, { isSingleTry }) {
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (item.querySelectorAll(".item-buttons > button"));
  const submitActions = isSingleTry ? ["check", "next"] : ["check", "retry"];
  actions.forEach((action, at) => {
    const button = /** @type {HTMLButtonElement} */ (buttons[at]);
    button.hidden = !action;
    button.dataset.do = action;
    button.textContent = LABELS[action] ?? "";
    button.classList.toggle("main", at === 0 ? MAIN_ACTIONS.includes(action) : action === "remembered");
    setAttributeOrRemoveIfEmpty(button, "aria-disabled", action === "shown" ? "true" : "");
    button.type = submitActions.includes(action) ? "submit" : "button";
  });
}

/**
 * Makes the fields read-only or open again, and describes them by the problem if there is one. Read-only inputs can still
 * be reached by keyboard, so that their marks can be read.
 * @param {HTMLFormElement} form
 * @param {string} itemId
 * @param {boolean} isReadonly
 * @param {boolean} isInvalid
 */
function setFieldsReadonlyAndInvalid(form, itemId, isReadonly, isInvalid) {
  const problemId = isInvalid ? `${itemId}-status` : "";
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[name=response]"))) {
    const isTyped = field.type === "text";
    setAttributeOrRemoveIfEmpty(field, isTyped ? "readonly" : "aria-disabled", isReadonly ? "true" : "");
    setAttributeOrRemoveIfEmpty(
      field,
      "aria-describedby",
      [problemId, isTyped && `${itemId}-instructions`].filter(Boolean).join(" "),
    );
  }
  for (const field of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("select, [data-move]"))) {
    field.disabled = isReadonly; // a select has no other way to keep its value
    setAttributeOrRemoveIfEmpty(field, "aria-describedby", problemId);
  }
  setFieldsAriaInvalid(form, isInvalid);
}

/**
 * Enables or disables the confidence question, which is never scored. When disabled, it shows the reader's answer or takes no
 * room; if it has the focus, a button gets it.
 * @param {HTMLElement | null} group null: the item does not ask
 * @param {boolean} isEnabled
 * @param {Confidence | undefined} confidence
 */
function enableOrDisableConfidence(group, isEnabled, confidence) {
  if (!group) return;
  if (!isEnabled && group.contains(document.activeElement))
    /** @type {HTMLElement | null | undefined} */ (group.parentElement?.querySelector(".item-buttons button"))?.focus();
  for (const radio of group.querySelectorAll("input")) {
    radio.checked = radio.value === confidence;
    radio.disabled = !isEnabled;
  }
  group.classList.toggle("unused", !isEnabled && !confidence);
}

/**
 * Marks the fields as invalid, except selects that have an answer, or clears the marks.
 * @param {HTMLFormElement} form
 * @param {boolean} isInvalid
 */
function setFieldsAriaInvalid(form, isInvalid) {
  for (const field of form.querySelectorAll(":is(input:not([type=radio]), [role=radiogroup], select)"))
    setAttributeOrRemoveIfEmpty(field, "aria-invalid", isInvalid && !isAnsweredSelect(field) ? "true" : "");
}

/** A select that has its answer is not what is missing. @param {Element} field */
const isAnsweredSelect = (field) => field instanceof HTMLSelectElement && !!field.value;

/** @param {import("../dom.js").IconName} icon @param {string} text */
const createVerdict = (icon, text) => createElement("p", "verdict", createIcon(icon), text);

/**
 * What the live region holds: the problem if there is one, the verdict with the feedback once the form is closed, and
 * otherwise what is only announced.
 * @param {RenderContext} context
 * @param {string} problem
 */
function createStatusContents(context, problem) {
  if (problem) return [createVerdict("invalid", problem)];
  if (isFormClosed(context.view.phase)) return createVerdictAndFeedback(context);
  const text = context.interaction.announcement(formOf(context.item));
  return text ? [createElement("span", "visually-hidden", text)] : [];
}

/** The verdict and the feedback of a closed form. @param {RenderContext} context @returns {Node[]} */
function createVerdictAndFeedback({ item, interaction, known, view }) {
  const phase = /** @type {keyof Interaction["verdicts"]} */ (view.phase);
  const feedback = interaction.createFeedback(formOf(item), partOf(item, ".answer"), known.declaration, view);
  if (phase === "partly") return createPartlyRightVerdictAndFeedback(feedback, interaction, known.declaration, view);
  if (isOverconfident(view))
    return [createVerdict(phase, OVERCONFIDENT_VERDICT), ...feedback, createElement("p", "", OVERCONFIDENT_NOTE)];
  return [createVerdict(phase, interaction.verdicts[phase]), ...feedback];
}

/**
 * @param {Node[]} feedback
 * @param {Interaction} interaction
 * @param {Known["declaration"]} declaration
 * @param {View} view
 */
function createPartlyRightVerdictAndFeedback(
  feedback,
  { countRightAndAllParts, partsName, verdicts },
  declaration,
  { response = "" },
) {
  const [right, all] = countRightAndAllParts(declaration, response);
  const missing = `${capitalize(numberInWords(all - right))} more ${all - right > 1 ? "are" : "is"} still missing.`;
  return [
    createVerdict("partly", `${verdicts.partly}: ${right} of ${all}${partsName}`),
    ...feedback,
    ...(partsName ? [] : [createElement("p", "", missing)]),
  ];
}

/** On which try a right answer came, as a sentence; "" where only one is allowed. @param {Known} known @param {View} view */
function correctTrySentence({ isSingleTry }, { tried, retries }) {
  if (isSingleTry) return "";
  return retries && !tried.length ? "Correct on a retry. " : `${capitalize(nthTry(tried.length + 1))}. `;
}

/**
 * A copy of a part of the answer that the build wrote.
 * @param {HTMLElement} item
 * @param {string} selector
 */
const cloneAnswerPart = (item, selector) =>
  /** @type {HTMLElement} */ (partOf(item, `.answer ${selector}`).cloneNode(true));

/**
 * What follows the verdict and is not announced; nothing while the form is open. The rationale and the other lines of the
 * answer are shown only once nothing is left to try.
 * @param {RenderContext} context
 * @returns {Node[]}
 */
function createExplanationNodes({ item, interaction, known, view }) {
  const { phase } = view;
  if (!isFormClosed(phase)) return [];
  const [rationale, readAgain, lines] = [
    cloneAnswerPart(item, ".rationale"),
    cloneAnswerPart(item, ".read-again"),
    cloneAnswerPart(item, "dl"),
  ];
  if (phase === "partly" || phase === "wrong") return [readAgain];
  if (phase === "correct") readAgain.prepend(correctTrySentence(known, view));
  if (!interaction.repeatsKeyLines) for (const line of lines.querySelectorAll(".key")) line.remove();
  if (!lines.children.length) return [rationale, readAgain];
  const title = createElement("summary", "", interaction.otherLinesTitle);
  return [rationale, readAgain, createElement("details", "other-lines", title, lines)];
}
