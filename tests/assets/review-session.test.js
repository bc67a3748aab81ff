/** Which questions a review session asks, in which order, and why each is asked. */
import assert from "node:assert/strict";
import test, { describe } from "node:test";

import { compareEntries } from "../../docs/assets/record/replay.js";
import { describeLastAnswer } from "../../docs/assets/review/last-answer.js";
import { missedItemIdsLatestFirst } from "../../docs/assets/review/progress.js";
import { isObjectiveStuck, objectiveScheduleOf } from "../../docs/assets/review/schedule.js";
import {
  chooseItemsOfDueObjectives,
  createSessionFromIds,
  dropFirstOrRequeueTwice,
  estimatedMinutes,
  replaceOrDropImmediateRepeat,
  scheduleOfTopic,
  topicOf,
} from "../../docs/assets/review/session.js";
import {
  CATALOGUE,
  OBJECTIVE_IDS,
  eventOnDay,
  nowOnDay,
  oneRecallPerObjective,
  reviewOnDay,
  settingOnDay,
} from "./review-log.js";

describe("a session", () => {
  test("asks one question for each due objective and never two topics in a row while there is another", () => {
    const events = oneRecallPerObjective();
    const session = chooseItemsOfDueObjectives(objectiveScheduleOf(events, nowOnDay(2)), CATALOGUE, events);
    assert.equal(new Set(session.map(({ objective }) => objective)).size, OBJECTIVE_IDS.length);
    const topics = session.map(({ objective }) => topicOf(objective, CATALOGUE));
    topics.forEach((topic, at) => assert.notEqual(topic, topics[at - 1]));
  });
  test("variants rotate: the least recently seen item comes first", () => {
    const asked = [];
    let events = [eventOnDay(0, { objective: "objective-0", item: "objective-0-easy" })];
    for (const day of [2, 13, 60, 400]) {
      const [next] = chooseItemsOfDueObjectives(objectiveScheduleOf(events, nowOnDay(day)), CATALOGUE, events);
      assert.ok(next);
      asked.push(next.item.replace("objective-0-", ""));
      events = [...events, reviewOnDay(day, { objective: next.objective, item: next.item })];
    }
    assert.deepEqual(asked, ["card", "hard", "easy", "card"]);
  });
  test("is full at the number of questions that is set, and at ten minutes", () => {
    const events = [...oneRecallPerObjective(), settingOnDay(1, "session-items", "5")].sort(compareEntries);
    assert.equal(chooseItemsOfDueObjectives(objectiveScheduleOf(events, nowOnDay(2)), CATALOGUE, events).length, 5);
    const slow = { ...CATALOGUE, items: CATALOGUE.items.map((item) => ({ ...item, seconds: 150 })) };
    const session = chooseItemsOfDueObjectives(
      objectiveScheduleOf(oneRecallPerObjective(), nowOnDay(2)),
      slow,
      oneRecallPerObjective(),
    );
    assert.deepEqual([session.length, estimatedMinutes(session, slow)], [4, 10]);
  });
  test("asks at least one question, however long it takes", () => {
    const endless = { ...CATALOGUE, items: CATALOGUE.items.map((item) => ({ ...item, seconds: 601 })) };
    assert.equal(
      chooseItemsOfDueObjectives(
        objectiveScheduleOf(oneRecallPerObjective(), nowOnDay(2)),
        endless,
        oneRecallPerObjective(),
      ).length,
      1,
    );
  });
  test("takes the nearest number of minutes, and at least one", () => {
    const ids = CATALOGUE.items.map(({ id }) => id);
    const minutes = (/** @type {number} */ count) =>
      estimatedMinutes(createSessionFromIds(ids, CATALOGUE, count), CATALOGUE);
    assert.deepEqual([1, 2, 3, 4].map(minutes), [1, 1, 2, 2]); // questions of half a minute
  });
  test("one topic, mistakes and marked questions are sessions of their own", () => {
    const events = [
      ...oneRecallPerObjective(),
      reviewOnDay(1, { item: "objective-3-hard", objective: "objective-3", score: 0 }),
    ];
    const schedule = objectiveScheduleOf(events, nowOnDay(3));
    const ofTopic = chooseItemsOfDueObjectives(scheduleOfTopic(schedule, "topic-1", CATALOGUE), CATALOGUE, events);
    assert.deepEqual(new Set(ofTopic.map(({ objective }) => topicOf(objective, CATALOGUE))), new Set(["topic-1"]));
    assert.deepEqual(
      createSessionFromIds(missedItemIdsLatestFirst(events), CATALOGUE, 15).map(({ item }) => item),
      ["objective-3-hard"],
    );
    assert.deepEqual(createSessionFromIds(["gone-from-the-bank"], CATALOGUE, 15), []);
  });
  test("four lapses lead to the lesson and to the easiest question", () => {
    const events = [eventOnDay(0, { objective: "objective-0", item: "objective-0-hard" })];
    for (const day of [2, 10, 20, 30])
      events.push(
        reviewOnDay(day, { objective: "objective-0", item: "objective-0-card" }),
        reviewOnDay(day + 3, { objective: "objective-0", item: "objective-0-easy", score: 0 }),
      );
    const schedule = objectiveScheduleOf(events, nowOnDay(40));
    const state = schedule.states.get("objective-0");
    assert.ok(state && isObjectiveStuck(state), `${state?.lapses} lapses`);
    const [next] = chooseItemsOfDueObjectives(schedule, CATALOGUE, events);
    assert.deepEqual([next?.item, next?.isStuck], ["objective-0-card", true]);
  });
  test("a wrong answer comes back after three others and at the end, and no more", () => {
    const session = OBJECTIVE_IDS.slice(0, 6).map((objective) => ({
      item: objective,
      objective,
      turn: 0,
      isStuck: false,
    }));
    const left = dropFirstOrRequeueTwice(session, false);
    const names = left.map(({ item }) => Number(item.replace("objective-", "")));
    assert.deepEqual(names, [1, 2, 3, 0, 4, 5, 0]);
    assert.deepEqual(dropFirstOrRequeueTwice(left.slice(3), false).length, 3);
    const shortSession = dropFirstOrRequeueTwice(session.slice(0, 4), false).map(({ item }) => item);
    assert.deepEqual(shortSession, ["objective-1", "objective-2", "objective-3", "objective-0"]);
    let rest = /** @type {typeof session} */ (session);
    let asked = 0;
    while (rest.length) [rest, asked] = [dropFirstOrRequeueTwice(rest, false), asked + 1];
    assert.equal(asked, 18);
  });
});

describe("repeats", () => {
  const question = (/** @type {number} */ at, turn = 0) => ({
    item: `objective-${at}-easy`,
    objective: `objective-${at}`,
    turn,
    isStuck: false,
  });
  const placesOf = (/** @type {number} */ count) =>
    dropFirstOrRequeueTwice(
      Array.from({ length: count }, (_, at) => question(at)),
      false,
    ).map(({ item }) => Number(item.split("-")[1]));
  test("with at most three others left a wrong answer comes back once, at the end", () => {
    assert.deepEqual([1, 2, 3, 4].map(placesOf), [[0], [1, 0], [1, 2, 0], [1, 2, 3, 0]]);
    assert.deepEqual(placesOf(5), [1, 2, 3, 0, 4, 0]);
  });
  test("a question never follows itself: another item of its objective takes its place, if there is one", () => {
    const seen = [eventOnDay(0, { item: "objective-0-card" })];
    const [next] = replaceOrDropImmediateRepeat([question(0, 1)], "objective-0-easy", CATALOGUE, seen);
    assert.deepEqual(next, { ...question(0, 1), item: "objective-0-hard", isVariant: true });
    const single = { ...CATALOGUE, items: CATALOGUE.items.filter(({ id }) => id === "objective-0-easy") };
    assert.deepEqual(replaceOrDropImmediateRepeat([question(0, 1), question(1)], "objective-0-easy", single, []), [
      question(1),
    ]);
    assert.deepEqual(replaceOrDropImmediateRepeat([question(1)], "objective-0-easy", CATALOGUE, []), [question(1)]);
  });
  test("no item takes its place that the session asks later anyway", () => {
    const later = ["card", "hard"].map((name) => ({ ...question(0), item: `objective-0-${name}` }));
    const itemsAfter = (/** @type {any[]} */ rest) =>
      replaceOrDropImmediateRepeat([question(0, 1), ...rest], "objective-0-easy", CATALOGUE, []).map(
        ({ item }) => item,
      );
    assert.deepEqual(itemsAfter(later.slice(0, 1)), ["objective-0-hard", "objective-0-card"]);
    assert.deepEqual(itemsAfter(later), ["objective-0-card", "objective-0-hard"]);
  });
  test("why a question is asked is said from the log", () => {
    const asked = { item: "spam-count", objective: "precision", turn: 0, isStuck: false };
    const said = (/** @type {any[]} */ ...events) => describeLastAnswer(asked, events, nowOnDay(9));
    assert.equal(said(eventOnDay(0)), "You answered this question correctly 9 days ago.");
    assert.equal(said(eventOnDay(0, { score: 0 })), "You missed this question on October 4.");
    assert.equal(said(eventOnDay(0), eventOnDay(8, { kind: "revealed" })), "You asked to see the answer yesterday.");
    assert.equal(said(eventOnDay(9, { confidence: "guess" })), "You guessed the answer today.");
    const other = eventOnDay(8, { item: "other", score: 0 });
    const fresh = "This question is new to you. You last answered a question about this objective yesterday.";
    assert.equal(said(other), fresh);
    assert.equal(said(eventOnDay(8, { mode: "pretest" })), "");
    assert.equal(describeLastAnswer({ ...asked, turn: 1 }, [eventOnDay(0)], nowOnDay(9)), "");
  });
});
