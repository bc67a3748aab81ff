/**
 * What FSRS says about one memory: how long it lasts after each review, and how likely it is to be recalled today.
 *
 * `ts-fsrs` was chosen because it implements FSRS-6 and agrees with the reference implementation in Python. `stage`
 * bundles it with this module, the only one that knows it. Days are numbers: a review has a date and no time of day,
 * so that two reviews in one evening are zero days apart wherever midnight falls.
 */
import { Rating, createEmptyCard, fsrs } from "ts-fsrs";

/** @import { Card } from "ts-fsrs" */
/** @typedef {Card} Memory */

const DAY_MS = 86_400_000;
const LONGEST_INTERVAL = 365; // days

/** The default weights of FSRS-6. They stand here so that an update of the library cannot move anybody's due dates. */
const WEIGHTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

const scheduler = fsrs({
  w: WEIGHTS,
  request_retention: 0.9,
  maximum_interval: LONGEST_INTERVAL,
  enable_fuzz: false, // a replay of the log must give the same due dates
  enable_short_term: true, // `false` is a different scheduler, not this one without steps
  learning_steps: [],
  relearning_steps: [],
});

/** @param {number} day days since 1970 */
const dateObjectOfDay = (day) => new Date(day * DAY_MS);

/**
 * The memory after one more review.
 * @param {Memory | undefined} memory undefined: this is the first review
 * @param {number} day of the review, not before the last one
 * @param {boolean} isRecalled graded Good if true, and Again if not
 * @returns {Memory}
 */
export function memoryAfterReview(memory, day, isRecalled) {
  const date = dateObjectOfDay(day);
  return scheduler.next(memory ?? createEmptyCard(date), date, isRecalled ? Rating.Good : Rating.Again).card;
}

/**
 * When the next review is due, in days since 1970. The library's own due date makes room for the grade Hard, a day before
 * Good; with two grades there is nothing to make room for.
 * @param {Memory} memory
 */
export const dueDay = (memory) =>
  Math.floor(Number(memory.last_review) / DAY_MS) + scheduler.next_interval(memory.stability, 0);

/** The probability of recall on a day, from 0 to 1. @param {Memory} memory @param {number} day */
export const recallProbability = (memory, day) => scheduler.get_retrievability(memory, dateObjectOfDay(day), false);
