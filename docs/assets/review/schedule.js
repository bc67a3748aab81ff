/**
 * When each objective is due, derived from the log of answers. Pure: the same log, settings and time always give the
 * same schedule, so that two devices that exchanged their logs agree.
 */
/** @import { Entry } from "../record/types.js" */
/** @import { Memory } from "./memory.js" */
/** @import { ObjectiveSchedule, ObjectiveState, Now } from "./types.js" */
import { dueDay, recallProbability, memoryAfterReview } from "../generated/review/memory.js";
import { settingsOf } from "./settings.js";

const LAPSES_UNTIL_STUCK = 4;
const DAY_MS = 86_400_000;
const REST_MS = DAY_MS / 2; // after its feedback was seen, a question that is retried tests memory again
export const LAST_WEEK = 7; // days before an exam in which each learned objective is due once

/**
 * Whether an event is dated so far ahead that only a wrong clock explains it.
 * @param {Entry} event
 * @param {number} now ms since 1970
 */
export const isDatedFarAhead = ({ at }, now) => at > now + DAY_MS;

/** The local date of a moment, as days since 1970. @param {number} at ms since 1970 @param {Now} now */
export const localDayOf = (at, now) => Math.floor((at - now.offset * 60_000) / DAY_MS);

/**
 * The answers of a log that count as reviews: the first answer of each attempt on a lesson, and every answer in a review or
 * a mock exam.
 * Another try right after the feedback shows no memory, and a pretest asks for a prediction.
 * @param {Entry[]} events in the order of the log
 * @returns {{objective: string, item: string, at: number, isRecalled: boolean}[]}
 */
export function answersCountedAsReviews(events) {
  /** When the items were last answered whose attempt on a lesson goes on. @type {Map<string, number>} */
  const attempted = new Map();
  const reviews = [];
  for (const event of events) {
    const { item, objective, at, mode } = event;
    if (isResetOrLateRetry(event, attempted.get(item))) attempted.delete(item);
    if (!isAnsweredOrRevealedOutsidePretest(event)) continue;
    const isRepeated = mode === "practice" && attempted.has(item);
    if (mode === "practice") attempted.set(item, at);
    if (isRepeated) continue;
    reviews.push({ objective, item, at, isRecalled: isCorrectAndNotGuessed(event) });
  }
  return reviews;
}

/** Whether an item is opened again so that its next answer tests memory. @param {Entry} event @param {number} [lastAnswerAt] */
const isResetOrLateRetry = ({ kind, at }, lastAnswerAt = at) =>
  kind === "reset" || (kind === "retried" && at - lastAnswerAt > REST_MS);

/** Whether an item was answered or its answer shown, other than in a pretest. @param {Entry} event */
export const isAnsweredOrRevealedOutsidePretest = ({ kind, mode }) =>
  (kind === "answered" || kind === "revealed") && mode !== "pretest";

/**
 * Whether a question was answered in a review on a local date.
 * @param {Entry[]} events @param {number} localDay days since 1970 @param {Now} now
 */
export const hasReviewOnDay = (events, localDay, now) =>
  events.some(
    (event) =>
      event.mode === "review" && isAnsweredOrRevealedOutsidePretest(event) && localDayOf(event.at, now) === localDay,
  );

/**
 * Only a correct answer without a guess counts as recalled.
 * @param {Pick<Entry, "kind" | "score" | "confidence">} event
 */
export const isCorrectAndNotGuessed = ({ kind, score, confidence }) =>
  kind === "answered" && score === 1 && confidence !== "guess";

/**
 * The state of every objective that was reviewed at least once. Events that a wrong clock dated ahead do not count before
 * that date: to count them as given today would move their due dates on with every day.
 * @param {Entry[]} events in the order of the log
 * @param {Now} now
 * @returns {ObjectiveSchedule}
 */
export function objectiveScheduleOf(events, now) {
  const settings = settingsOf(events);
  const today = localDayOf(now.at, now);
  /** @type {Map<string, {memory: Memory, at: number, lastReviewDay: number, isRecalled: boolean}>} */
  const memories = new Map();
  const known = events.filter((event) => !isDatedFarAhead(event, now.at));
  for (const { objective, at, isRecalled } of answersCountedAsReviews(known)) {
    const before = memories.get(objective);
    const day = Math.max(localDayOf(Math.min(at, now.at), now), before?.lastReviewDay ?? 0);
    const memory = memoryAfterReview(before?.memory, day, isRecalled);
    memories.set(objective, { memory, at, lastReviewDay: day, isRecalled });
  }
  const states = new Map(
    [...memories].map(([objective, { memory, ...last }]) => [
      objective,
      {
        ...last,
        stability: memory.stability,
        lapses: memory.lapses,
        recall: recallProbability(memory, Math.max(today, last.lastReviewDay)),
        dueDay: dueDayMovedBeforeExam(objective, dueDay(memory), last.lastReviewDay, { ...settings, today }),
      },
    ]),
  );
  spreadBacklogInPlace(states, settings, now);
  return { today, settings, states };
}

/**
 * The due day, moved into the last week before the exam if it would lie behind it. The eve of the exam stays free, so that
 * what is forgotten in that week can come back on the next day. An exam that is over moves nothing.
 * @param {string} objective whose name spreads the objectives over that week
 * @param {number} due @param {number} lastReviewDay @param {{examDay?: number, today: number}} exam
 */
function dueDayMovedBeforeExam(objective, due, lastReviewDay, { examDay, today }) {
  if (examDay === undefined || examDay < today || due < examDay) return due;
  const firstDay = examDay - LAST_WEEK;
  return lastReviewDay < firstDay ? firstDay + (sumOfCodePoints(objective) % (LAST_WEEK - 1)) : due;
}

/** @param {string} text */
const sumOfCodePoints = (text) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);

/**
 * "I was away": what was overdue then, and has not been reviewed since, becomes due over the following days, the
 * objectives most likely to be forgotten first.
 * @param {Map<string, ObjectiveState>} states are changed
 * @param {import("./types.js").Settings} settings @param {Now} now
 */
function spreadBacklogInPlace(states, { awayAt, sessionItems }, now) {
  if (awayAt === undefined) return;
  const away = localDayOf(Math.min(awayAt, now.at), now);
  const overdue = [...states].filter(([, { dueDay, at }]) => dueDay <= away && at < awayAt);
  overdue.sort(([a, one], [b, other]) => one.recall - other.recall || (a < b ? -1 : 1));
  overdue.forEach(([, state], place) => void (state.dueDay = away + Math.floor(place / sessionItems)));
}

/**
 * Whether an objective keeps being forgotten, so that its lesson helps more than another question.
 * @param {ObjectiveState} state
 */
export const isObjectiveStuck = ({ lapses, isRecalled }) => lapses >= LAPSES_UNTIL_STUCK && !isRecalled;

/**
 * Objectives due today or earlier, the most likely to be forgotten first.
 * @param {ObjectiveSchedule} schedule
 */
export const dueObjectiveIds = ({ states, today }) =>
  [...states]
    .filter(([, { dueDay }]) => dueDay <= today)
    .sort(([a, one], [b, other]) => one.recall - other.recall || (a < b ? -1 : 1))
    .map(([objective]) => objective);
