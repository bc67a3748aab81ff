/** Which questions a session asks, and in which order. Pure: a session can be stopped anywhere and built again. */
/** @import { Entry } from "../record/types.js" */
/** @import { Catalogue, CatalogueItem, ObjectiveSchedule, SessionItem } from "./types.js" */
import { dueObjectiveIds, isObjectiveStuck } from "./schedule.js";

const SESSION_SECONDS = 600;
const OTHERS_BETWEEN = 3; // questions before a wrong answer comes back

/**
 * When each item was last answered or its answer shown, in ms since 1970.
 * @param {Entry[]} events in the order of the log
 */
const lastAnsweredOrRevealedTimes = (events) =>
  new Map(events.filter(({ kind }) => kind === "answered" || kind === "revealed").map(({ item, at }) => [item, at]));

/**
 * The same items, those first that were never answered or answered longest ago.
 * @param {string[]} itemIds
 * @param {Entry[]} events in the order of the log
 */
export function sortByLastAttempt(itemIds, events) {
  const times = lastAnsweredOrRevealedTimes(events);
  return itemIds.toSorted((one, other) => (times.get(one) ?? 0) - (times.get(other) ?? 0));
}

/**
 * The items of an objective in the order in which they are asked: the least recently seen first. Where the objective
 * keeps being forgotten, the easiest come first.
 * @param {CatalogueItem[]} itemsOfObjective
 * @param {Map<string, number>} lastAttemptTimes ms since 1970, by item
 * @param {boolean} sortsByLevelFirst
 */
const sortByOldestAttempt = (itemsOfObjective, lastAttemptTimes, sortsByLevelFirst) =>
  itemsOfObjective.toSorted(
    (one, other) =>
      (sortsByLevelFirst ? one.level - other.level : 0) ||
      (lastAttemptTimes.get(one.id) ?? 0) - (lastAttemptTimes.get(other.id) ?? 0) ||
      (one.id < other.id ? -1 : 1),
  );

/**
 * A session for today: due objectives, one question for each, until it is full or takes ten minutes.
 * @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue @param {Entry[]} events in the order of the log
 * @returns {SessionItem[]}
 */
export function chooseItemsOfDueObjectives(schedule, catalogue, events) {
  const lastAttemptTimes = lastAnsweredOrRevealedTimes(events);
  const chosen = dueObjectiveIds(schedule).flatMap((objective) => {
    const state = schedule.states.get(objective);
    const stuck = !!state && isObjectiveStuck(state);
    const items = catalogue.items.filter((item) => item.objective === objective);
    return sortByOldestAttempt(items, lastAttemptTimes, stuck)
      .slice(0, 1)
      .map((item) => ({ ...toSessionItem(item), isStuck: stuck }));
  });
  return mixTopics(limitCountAndTime(chosen, schedule.settings.sessionItems, catalogue), catalogue);
}

/**
 * A session out of the items with these ids, such as mistakes or marked questions: as many as fit.
 * @param {string[]} itemIds @param {Catalogue} catalogue @param {number} maxItems
 * @returns {SessionItem[]}
 */
export function createSessionFromIds(itemIds, catalogue, maxItems) {
  const items = new Map(catalogue.items.map((item) => [item.id, item]));
  const chosen = itemIds.flatMap((id) => items.get(id) ?? []).map(toSessionItem);
  return mixTopics(limitCountAndTime(chosen, maxItems, catalogue), catalogue);
}

/** @param {CatalogueItem} item @returns {SessionItem} */
const toSessionItem = ({ id, objective }) => ({ item: id, objective, turn: 0, isStuck: false });

/**
 * As many as fit into a session, at least one.
 * @param {SessionItem[]} chosen @param {number} maxItems @param {Catalogue} catalogue
 */
function limitCountAndTime(chosen, maxItems, catalogue) {
  const seconds = expectedSecondsByItem(catalogue);
  let total = 0;
  const fitting = chosen.slice(0, maxItems).filter(({ item }) => (total += seconds.get(item) ?? 0) <= SESSION_SECONDS);
  return fitting.length ? fitting : chosen.slice(0, 1);
}

/** How many seconds an answer is expected to take, by item id. @param {Catalogue} catalogue */
const expectedSecondsByItem = ({ items }) => new Map(items.map(({ id, seconds }) => [id, seconds]));

/** Minutes that a session takes, at least 1. @param {SessionItem[]} session @param {Catalogue} catalogue */
export function estimatedMinutes(session, catalogue) {
  const seconds = expectedSecondsByItem(catalogue);
  return Math.max(1, Math.round(session.reduce((sum, { item }) => sum + (seconds.get(item) ?? 0), 0) / 60));
}

/**
 * The same questions, so that two of one topic rarely follow each other: each time the topic with the most questions left.
 * @param {SessionItem[]} session @param {Catalogue} catalogue
 */
function mixTopics(session, catalogue) {
  /** @type {Map<string, SessionItem[]>} */
  const byTopic = new Map();
  for (const item of session) {
    const topic = topicOf(item.objective, catalogue);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), item]);
  }
  /** @type {SessionItem[]} */
  const mixed = [];
  let last = "";
  while (mixed.length < session.length) {
    const left = [...byTopic]
      .filter(([, items]) => items.length)
      .sort(([, one], [, other]) => other.length - one.length);
    const [topic, items] = left.find(([topic]) => topic !== last) ?? /** @type {any} */ (left[0]);
    mixed.push(items.shift());
    last = topic;
  }
  return mixed;
}

/**
 * The schedule without the objectives of other topics.
 * @param {ObjectiveSchedule} schedule
 * @param {string} topic
 * @param {Catalogue} catalogue
 * @returns {ObjectiveSchedule}
 */
export const scheduleOfTopic = (schedule, topic, catalogue) => ({
  ...schedule,
  states: new Map([...schedule.states].filter(([objective]) => topicOf(objective, catalogue) === topic)),
});

/** @param {string} objective @param {Catalogue} catalogue */
export const topicOf = (objective, { objectives, lessons }) =>
  lessons[objectives[objective]?.lesson ?? ""]?.topic ?? "";

/**
 * The questions that are left after one was answered. A wrong answer brings it back after three others and at the end;
 * only at the end if no more than three are left, because the same question twice in a row shows no memory. An answer that
 * is wrong again there does not keep the session going.
 * @param {SessionItem[]} left with the answered question first @param {boolean} isRecalled
 */
export function dropFirstOrRequeueTwice(left, isRecalled) {
  const [answered, ...rest] = left;
  if (!answered || isRecalled || answered.turn > 0) return rest;
  const again = { ...answered, turn: 1, isStuck: false };
  if (rest.length <= OTHERS_BETWEEN) return [...rest, again];
  return [...rest.slice(0, OTHERS_BETWEEN), again, ...rest.slice(OTHERS_BETWEEN), { ...again, turn: 2 }];
}

/**
 * The same questions, unless the first one was answered just now: then another item of its objective takes its place, the
 * least recently seen one, and without another item the question is left out.
 * @param {SessionItem[]} left @param {string} answeredItemId
 * @param {Catalogue} catalogue @param {Entry[]} events in the order of the log
 */
export function replaceOrDropImmediateRepeat(left, answeredItemId, catalogue, events) {
  const [next, ...rest] = left;
  if (next?.item !== answeredItemId) return left;
  const excluded = new Set(left.map(({ item }) => item));
  const others = catalogue.items.filter(({ id, objective }) => objective === next.objective && !excluded.has(id));
  const [variant] = sortByOldestAttempt(others, lastAnsweredOrRevealedTimes(events), false);
  return variant ? [{ ...next, item: variant.id, isVariant: true }, ...rest] : rest;
}
