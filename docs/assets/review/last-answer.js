/** Why a review asks a question, in words: what the log says of the last answer to it. Pure. */
/** @import { Entry } from "../record/types.js" */
/** @import { Now, SessionItem } from "./types.js" */
import { pastDatePhrase } from "./parts.js";
import { isAnsweredOrRevealedOutsidePretest, isCorrectAndNotGuessed, localDayOf } from "./schedule.js";

/**
 * "You missed this question on December 3.", or "" if it comes back within the review.
 * @param {SessionItem} question @param {Entry[]} events in the order of the log @param {Now} now
 */
export function describeLastAnswer({ item, objective, turn }, events, now) {
  const last = events.findLast((event) => isAnsweredOrRevealedOutsidePretest(event) && event.item === item);
  const lastOfObjective = events.findLast(
    (event) => isAnsweredOrRevealedOutsidePretest(event) && event.objective === objective,
  );
  if (turn || !lastOfObjective) return "";
  if (last) return answerSentence(last, now);
  return `This question is new to you. You last answered a question about this objective ${daysAgoText(lastOfObjective, now)}.`;
}

/** @param {Entry} event @param {Now} now */
function answerSentence(event, now) {
  if (isCorrectAndNotGuessed(event)) return `You answered this question correctly ${daysAgoText(event, now)}.`;
  const [today, day] = [now.at, event.at].map((at) => localDayOf(at, now));
  const date = pastDatePhrase(day ?? 0, today ?? 0);
  if (event.kind === "revealed") return `You asked to see the answer ${date}.`;
  return event.score === 1 ? `You guessed the answer ${date}.` : `You missed this question ${date}.`;
}

/** "today", "yesterday", or "9 days ago". @param {Entry} event @param {Now} now */
function daysAgoText({ at }, now) {
  const days = localDayOf(now.at, now) - localDayOf(at, now);
  if (days > 1) return `${days} days ago`;
  return days === 1 ? "yesterday" : "today";
}
