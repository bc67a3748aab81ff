/** What a learner knows, as the progress page shows it. Pure: derived from the log, the catalogue and the time. */
/** @import { Entry } from "../record/types.js" */
/** @import { Catalogue, LessonToStudy, ObjectiveState, ObjectiveSchedule } from "./types.js" */

import { stateByItem } from "../record/replay.js";
import { isAnsweredOrRevealedOutsidePretest, isDatedFarAhead } from "./schedule.js";

/** @typedef {"unseen" | "weak" | "growing" | "strong"} Strength */

const WEAK_RECALL = 0.8;
const STRONG_STABILITY = 21; // days

/** @param {ObjectiveState | undefined} state undefined: never reviewed @returns {Strength} */
export function strengthOfObjective(state) {
  if (!state) return "unseen";
  if (!state.isRecalled || state.recall < WEAK_RECALL) return "weak";
  return state.stability < STRONG_STABILITY ? "growing" : "strong";
}

/**
 * The last attempt at each item, answered or shown, in a lesson, a review or a mock exam.
 * @param {Entry[]} events in the order of the log
 */
const lastAttemptByItem = (events) =>
  new Map(events.filter(isAnsweredOrRevealedOutsidePretest).map((event) => [event.item, event]));

/** Items whose last answer was wrong, or was shown, the latest first. @param {Entry[]} events in the order of the log */
export const missedItemIdsLatestFirst = (events) =>
  [...lastAttemptByItem(events).values()]
    .filter(({ kind, score }) => kind === "revealed" || score !== 1)
    .sort((one, other) => other.at - one.at)
    .map(({ item }) => item);

/** Items that are marked, the latest first. @param {Entry[]} events in the order of the log */
export function markedItemIdsLatestFirst(events) {
  /** @type {Set<string>} */
  const marked = new Set();
  for (const { kind, item } of events) {
    if (kind === "marked" || kind === "unmarked") marked.delete(item);
    if (kind === "marked") marked.add(item);
  }
  return [...marked].reverse();
}

/**
 * How many objectives of each lesson have which strength, with the lesson's state.
 * @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue
 * @returns {Map<string, {counts: Record<Strength, number>, state: "new" | "begun" | "learned"}>} by lesson
 */
export function strengthCountsAndStateByLesson({ states }, { objectives, lessons }) {
  return new Map(
    Object.keys(lessons).map((lesson) => {
      const counts = { unseen: 0, weak: 0, growing: 0, strong: 0 };
      for (const [id, objective] of Object.entries(objectives))
        if (objective.lesson === lesson) counts[strengthOfObjective(states.get(id))] += 1;
      const seen = counts.weak + counts.growing + counts.strong;
      const state = !seen ? "new" : counts.unseen || counts.weak ? "begun" : "learned";
      return [lesson, { counts, state }];
    }),
  );
}

/**
 * Stated confidence against correctness, over all first answers that stated one.
 * @param {Entry[]} events in the order of the log
 * @returns {{confidence: "guess" | "think" | "sure", answers: number, correct: number}[]}
 */
export const countsByConfidence = (events) =>
  /** @type {const} */ (["guess", "think", "sure"]).map((confidence) => {
    const answers = events.filter((event) => event.kind === "answered" && event.confidence === confidence);
    return { confidence, answers: answers.length, correct: answers.filter(({ score }) => score === 1).length };
  });

/**
 * How many questions of each lesson's page have no answer, as the page itself counts them.
 * @param {Entry[]} events @param {Catalogue} catalogue
 * @returns {Map<string, number>} by lesson; a lesson without any is missing
 */
export function unansweredCountByLesson(events, { items, objectives }) {
  const counted = items.filter(({ isCounted }) => isCounted);
  const states = stateByItem(events, Object.fromEntries(counted.map(({ id, rev }) => [id, rev])));
  const unanswered = counted.filter(({ id }) => !states.get(id)?.tries.length && !states.get(id)?.revealed);
  const names = unanswered.map(({ objective }) => objectives[objective]?.lesson ?? "");
  return new Map([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]));
}

/**
 * What to study next: the last lesson while it has questions without an answer, or else the first lesson after it that
 * has some and is not learned. The end of the site is followed by its beginning.
 * @param {Entry[]} events in the order of the log @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue
 * @returns {LessonToStudy | undefined} undefined: all lessons are finished
 */
export function lessonToContinueOrStart(events, schedule, catalogue) {
  const unanswered = unansweredCountByLesson(events, catalogue);
  const last = lessonOfLastAnswerOutsideReview(events, catalogue);
  if (last && unanswered.has(last))
    return { lesson: last, isContinued: true, unansweredCount: unanswered.get(last) ?? 0 };
  const names = Object.keys(catalogue.lessons);
  const start = names.indexOf(last ?? "") + 1;
  const progress = strengthCountsAndStateByLesson(schedule, catalogue);
  const lesson = [...names.slice(start), ...names.slice(0, start)].find(
    (name) => unanswered.has(name) && progress.get(name)?.state !== "learned",
  );
  return lesson === undefined
    ? undefined
    : { lesson, isContinued: false, unansweredCount: unanswered.get(lesson) ?? 0 };
}

/**
 * The name of the lesson of the last answer outside of a review, to go on with; undefined: none.
 * @param {Entry[]} events in the order of the log
 * @param {Catalogue} catalogue
 */
export const lessonOfLastAnswerOutsideReview = (events, { objectives }) =>
  objectives[events.findLast(({ kind, mode }) => kind === "answered" && mode !== "review")?.objective ?? ""]?.lesson;

/**
 * How many events are dated more than a day later than now: a clock was ahead, or is behind.
 * @param {Entry[]} events
 * @param {number} now ms since 1970
 */
export const countDatedFarAhead = (events, now) => events.filter((event) => isDatedFarAhead(event, now)).length;
