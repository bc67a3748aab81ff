/** What a review says about its questions: how many there are, which come back and why, and how it went. Pure. */
/** @import { EventFacts } from "../record/types.js" */
/** @import { OpenReview, SessionItem } from "./types.js" */

/** @param {number} count */
export const questionCountText = (count) => (count === 1 ? "1 question" : `${count} questions`);

/**
 * "One review asks 8 of them, which takes about 10 minutes."
 * @param {number} asked
 * @param {number} all
 * @param {number} minutes
 */
export function reviewSizeAndDurationSentence(asked, all, minutes) {
  const time = minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return asked < all
    ? `One review asks ${asked} of them, which takes about ${time}.`
    : `The review takes about ${time}.`;
}

const NAMES = { today: "today", mistakes: "your mistakes", marked: "marked questions", topic: "one topic" };

/** "Unfinished review of your mistakes: 8 questions left" @param {OpenReview} review */
export const unfinishedReviewText = ({ kind, items }) =>
  `Unfinished review of ${NAMES[kind]}: ${questionCountText(items.length)} left`;

/** @param {number} count */
export const mistakesLeftSentence = (count) => (count === 1 ? "1 mistake is left." : `${count} mistakes are left.`);

/** @param {number} questionCount @param {number} answerCountWithRepeats @param {number} recalledCount */
export function resultSentences(questionCount, answerCountWithRepeats, recalledCount) {
  if (!questionCount)
    return answerCountWithRepeats === 1 ? "You answered 1 repeat." : `You answered ${answerCountWithRepeats} repeats.`;
  const repeated =
    answerCountWithRepeats > questionCount ? ` and gave ${answerCountWithRepeats} answers, including repeats` : "";
  return `You reviewed ${questionCountText(questionCount)}${repeated}. You remembered ${recalledCount} of ${questionCount} on the first try.`;
}

/** "3 more questions are due today." @param {number} count @param {string} end of the sentence */
export const questionsLeftSentence = (count, end) =>
  `${count === 1 ? "1 more question is" : `${count} more questions are`} ${end}.`;

/** Why an answer counts as not remembered, as a clause. @param {EventFacts} facts */
export function whyForgotten({ kind, score }) {
  if (kind === "revealed") return "you asked to see the answer";
  return score === 1 ? "you guessed" : "your answer was not correct";
}

/** How a forgotten question comes back, as the start of a sentence. @param {SessionItem[]} addedRepeats */
export function addedRepeatsClause(addedRepeats) {
  if (addedRepeats.some(({ isVariant }) => isVariant)) return "You will see another question about this objective";
  return `You will see this question ${addedRepeats.length === 1 ? "once" : "twice"} more`;
}

/** @param {SessionItem | undefined} question */
export function repeatOrVariantSentence(question) {
  if (!question?.turn) return "";
  return question.isVariant ? "This is another question about the same objective." : "This is a repeat.";
}

/** @param {number} count of repeats that follow */
export function repeatsToComeText(count) {
  if (!count) return "";
  return count === 1 ? "1 repeat is still to come." : `${count} repeats are still to come.`;
}
