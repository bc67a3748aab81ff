/** What is after a page's last question: the summary, starting over, printing. Loaded when it is needed. */
import { createElement, fillLiveRegion } from "../shared.js";

/** @import { QuizItem } from "../item/quiz-item.js" */

export const ALL_OPEN = "Started over: every question on this page is open again.";
export const MISSED_OPEN = "The questions that you missed are open again.";
const NOTHING_LEFT = "You can go on to the next lesson.";
const RETRIES_RIGHT = `${NOTHING_LEFT} A review will ask you again about what you missed.`;
/**
 * What to do about the questions that are missed, by the least share that was right on the first try.
 * @type {[share: number, advice: string][]}
 */
const ADVICE = [
  [0.8, "Retry what you missed, and then go on to the next lesson."],
  [0.5, "Read the sections below again, and then retry what you missed."],
  [0, "Most of your answers were incorrect on the first try. Read the lesson again before you retry the questions."],
];

/**
 * The live region, and the links and buttons below it, which are not announced.
 * @param {HTMLElement} end
 * @returns {[HTMLElement, HTMLElement]}
 */
const liveRegionAndActionsOf = (end) => /** @type {any} */ (end.children);

/**
 * The result of a page: how many answers are right, what to do about it, and the questions that were missed.
 * @param {HTMLElement} end
 * @param {QuizItem[]} itemsIfFinished none: some question is open, or open again
 * @param {boolean} isAnnounced
 */
export function showOrClearSummary(end, itemsIfFinished, isAnnounced) {
  if (!itemsIfFinished.length && !end.dataset.finished) return;
  const [status, actions] = liveRegionAndActionsOf(end);
  const missed = itemsIfFinished.filter(({ isRightOnFirstTrySinceReopened }) => !isRightOnFirstTrySinceReopened);
  const texts = itemsIfFinished.length ? resultAndAdviceTexts(itemsIfFinished) : [];
  end.dataset.finished = itemsIfFinished.length ? "yes" : "";
  if (texts.join("") !== status.textContent)
    fillLiveRegion(
      status,
      texts.map((text) => createElement("p", "", text)),
      isAnnounced,
    );
  actions.replaceChildren(...createRetryAndReadAgainParts(missed));
}

/** @param {QuizItem[]} answeredItems @returns {string[]} the result, and what to do */
function resultAndAdviceTexts(answeredItems) {
  const all = answeredItems.length;
  const right = answeredItems.filter(({ isLastAnswerRight }) => isLastAnswerRight).length;
  const first = answeredItems.filter(({ isRightOnFirstTry }) => isRightOnFirstTry).length;
  const isRetryNeeded = answeredItems.some(({ isRightOnFirstTrySinceReopened }) => !isRightOnFirstTrySinceReopened);
  const advice = isRetryNeeded ? retryAdvice(first / all) : first < all ? RETRIES_RIGHT : NOTHING_LEFT;
  return [`All ${all} questions answered, ${rightText(all, right, first)}.`, advice];
}

/** @param {number} firstTryShare of questions that were right on the first try */
const retryAdvice = (firstTryShare) => ADVICE.find(([least]) => firstTryShare >= least)?.[1] ?? "";

/** @param {number} all @param {number} right now @param {number} first right on the first try */
function rightText(all, right, first) {
  if (!right) return "none right";
  if (first === all) return "all right on the first try";
  if (first === right) return `${right} right on the first try`;
  const others = all - first > 1 ? all - first : "one";
  const retried = right === all && first ? `the other ${others} on a retry` : `${right - first} on a retry`;
  return `${first || "none"} right on the first try, ${retried}`;
}

/** Links to what the questions ask about, and a button that opens the questions again. @param {QuizItem[]} missed */
function createRetryAndReadAgainParts(missed) {
  if (!missed.length) return [];
  const links = uniqueReadAgainLinks(missed);
  const list = createElement("ul", "", ...links.map((link) => createElement("li", "", link)));
  const label = missed.length > 1 ? `Retry the ${missed.length} questions you missed` : "Retry the question you missed";
  const retry = createElement("p", "", createPageButton("retry-missed", label));
  return links.length ? [createElement("p", "", "Read again:"), list, retry] : [retry];
}

/** @param {string} action @param {string} label */
function createPageButton(action, label) {
  const button = /** @type {HTMLButtonElement} */ (createElement("button", "button main", label));
  button.type = "button";
  button.dataset.pageAction = action;
  return button;
}

/**
 * Says how many questions are still open, with a button that leads to the first of them.
 * @param {HTMLElement} end
 * @param {QuizItem[]} items
 */
export function showOpenQuestionCountAndButton(end, items) {
  const [status, actions] = liveRegionAndActionsOf(end);
  const open = items.filter(({ isTriedOrShown }) => !isTriedOrShown).length;
  const text = `${items.length - open} of ${items.length} questions answered. ${open} ${open > 1 ? "are" : "is"} still open.`;
  fillLiveRegion(status, [createElement("p", "", text)], true);
  actions.replaceChildren(createElement("p", "", createPageButton("open", "Go to the first open question")));
  end.dataset.finished = "yes"; // shown until an answer changes it
}

/** The links of the items' own answers, each once. @param {QuizItem[]} items */
function uniqueReadAgainLinks(items) {
  const links = new Map();
  for (const item of items) {
    const link = /** @type {HTMLAnchorElement | null} */ (item.querySelector(".answer .read-again a"));
    if (link && !links.has(link.href)) links.set(link.href, shortenedReadAgainLink(link));
  }
  return [...links.values()];
}

/**
 * A copy of the link without "Read again:", which is above all of them, and without the lesson's title if the
 * section is on this page.
 * @param {HTMLAnchorElement} link
 */
function shortenedReadAgainLink(link) {
  const copy = /** @type {HTMLAnchorElement} */ (link.cloneNode());
  const name = link.textContent.replace(/^[^:]*: /, "");
  const lesson = document.querySelector("h1")?.textContent?.trim() ?? "";
  copy.append([`, in ${lesson}`, ` (${lesson})`].reduce((text, suffix) => text.replace(suffix, ""), name));
  return copy;
}

/** Empties the summary once questions are open again. @param {HTMLElement} end @param {string} announcement */
export function clearSummaryAndAnnounce(end, announcement) {
  const [status, actions] = liveRegionAndActionsOf(end);
  delete end.dataset.finished;
  actions.replaceChildren();
  /** @type {HTMLDetailsElement} */ (end.querySelector("details")).open = false;
  fillLiveRegion(status, [createElement("p", "", announcement)], true);
}

/** Prints the page with every question as if it were new. @param {(isHidden: boolean) => void} setPastAnswersHidden */
export function printWithoutAnswers(setPastAnswersHidden) {
  document.body.dataset.print = "without-answers";
  setPastAnswersHidden(true);
  addEventListener(
    "afterprint",
    () => {
      delete document.body.dataset.print;
      setPastAnswersHidden(false);
    },
    { once: true },
  );
  print();
}
