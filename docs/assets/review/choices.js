/** What each review of the review page asks, from what is known of the learner. Pure. */
/** @import { Learner } from "./learner.js" */
/** @import { OpenReview, SessionItem } from "./types.js" */
import { missedItemIdsLatestFirst, markedItemIdsLatestFirst } from "./progress.js";
import { dueObjectiveIds } from "./schedule.js";
import { chooseItemsOfDueObjectives, createSessionFromIds, scheduleOfTopic, sortByLastAttempt } from "./session.js";

/** @typedef {Pick<Learner, "events" | "catalogue" | "objectiveSchedule">} LearnerState */

/**
 * What the review of today has left if it was begun in this tab, with its repeats, or else what is due today.
 * @param {LearnerState} learner
 * @param {OpenReview} openReview
 */
export function itemsOfTodaysReview({ objectiveSchedule: schedule, catalogue, events }, openReview) {
  const due = new Set(dueObjectiveIds(schedule));
  const isOpen = openReview.kind === "today" && openReview.day === schedule.today;
  const isDueOrStudiedRepeat = (/** @type {SessionItem} */ { turn, objective }) =>
    due.has(objective) || (turn > 0 && schedule.states.has(objective)); // all answers can be erased meanwhile
  const left = isOpen ? openReview.items.filter(isDueOrStudiedRepeat) : [];
  return left.length ? left : chooseItemsOfDueObjectives(schedule, catalogue, events);
}

/**
 * What is due in a topic; if nothing is, what was reviewed there before.
 * @param {string} topic
 * @param {LearnerState} learner
 */
export function itemsOfTopicReview(topic, { objectiveSchedule, catalogue, events }) {
  const schedule = scheduleOfTopic(objectiveSchedule, topic, catalogue);
  const due = chooseItemsOfDueObjectives(schedule, catalogue, events);
  if (due.length) return due;
  const states = new Map([...schedule.states].map(([id, state]) => [id, { ...state, dueDay: schedule.today }]));
  return chooseItemsOfDueObjectives({ ...schedule, states }, catalogue, events);
}

/** Items of the bank that were not answered correctly the last time. @param {LearnerState} learner */
export const missedItemIds = ({ events, catalogue }) => existingItemIds(missedItemIdsLatestFirst(events), catalogue);

/** Marked items of the bank, so that the reviews of many marked items reach all of them. @param {LearnerState} learner */
export const markedItemIds = ({ events, catalogue }) =>
  existingItemIds(sortByLastAttempt(markedItemIdsLatestFirst(events), events), catalogue);

/** @param {string[]} itemIds @param {LearnerState["catalogue"]} catalogue */
function existingItemIds(itemIds, { items }) {
  const existing = new Set(items.map(({ id }) => id));
  return itemIds.filter((id) => existing.has(id));
}

/**
 * As many of the items as fit into one review.
 * @param {string[]} itemIds
 * @param {LearnerState} learner
 * @returns {SessionItem[]}
 */
export const sessionItemsThatFit = (itemIds, { objectiveSchedule, catalogue }) =>
  createSessionFromIds(itemIds, catalogue, objectiveSchedule.settings.sessionItems);
