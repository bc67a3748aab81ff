/** What the progress page shows of a log, and which lesson to study next. */
import assert from "node:assert/strict";
import test, { describe } from "node:test";

import { compareEntries } from "../../docs/assets/record/replay.js";
import {
  countsByConfidence,
  lessonToContinueOrStart,
  markedItemIdsLatestFirst,
  missedItemIdsLatestFirst,
  strengthCountsAndStateByLesson,
  strengthOfObjective,
  unansweredCountByLesson,
} from "../../docs/assets/review/progress.js";
import { objectiveScheduleOf } from "../../docs/assets/review/schedule.js";
import { CATALOGUE, eventOnDay, nowOnDay, oneRecallPerObjective, reviewOnDay } from "./review-log.js";

/** @typedef {import("../../docs/assets/review/types.js").Catalogue} Catalogue */

describe("progress", () => {
  test("an objective is unseen, weak, growing or strong", () => {
    const growing = objectiveScheduleOf([eventOnDay(0)], nowOnDay(0)).states.get("precision");
    const strong = objectiveScheduleOf([eventOnDay(0), reviewOnDay(2), reviewOnDay(13)], nowOnDay(20)).states.get(
      "precision",
    );
    const weak = objectiveScheduleOf([eventOnDay(0, { score: 0 })], nowOnDay(0)).states.get("precision");
    const faded = objectiveScheduleOf([eventOnDay(0)], nowOnDay(300)).states.get("precision");
    assert.deepEqual([undefined, growing, strong, weak, faded].map(strengthOfObjective), [
      "unseen",
      "growing",
      "strong",
      "weak",
      "weak",
    ]);
  });
  test("a lesson is learned once none of its objectives is unseen or weak", () => {
    const states = (/** @type {any[]} */ events) => {
      const lessons = strengthCountsAndStateByLesson(objectiveScheduleOf(events, nowOnDay(0)), CATALOGUE);
      return ["lesson-0", "lesson-1"].map((id) => lessons.get(id)?.state);
    };
    assert.deepEqual(states([]), ["new", "new"]);
    const [zero, one] = [oneRecallPerObjective()[0], oneRecallPerObjective()[1]];
    assert.deepEqual(states([zero, one]), ["begun", "begun"]);
    assert.deepEqual(states([zero, oneRecallPerObjective()[6], one]), ["learned", "begun"]);
  });
  /** The easy question of each objective is on the page of its lesson. @type {Catalogue} */
  const counted = {
    ...CATALOGUE,
    items: CATALOGUE.items.map((item) => (item.level === 1 ? { ...item, isCounted: true } : item)),
  };
  test("a question of a lesson is open until it is answered there, or its answer is shown", () => {
    const facts = { objective: "objective-0", item: "objective-0-easy" };
    const open = (/** @type {any[]} */ ...events) => unansweredCountByLesson(events, counted).get("lesson-0") ?? 0;
    assert.equal(open(), 2);
    assert.equal(open(eventOnDay(0, { ...facts, item: "objective-0-hard" })), 2);
    assert.equal(open(eventOnDay(0, { ...facts, rev: 2 }), reviewOnDay(1, facts)), 2);
    assert.equal(open(eventOnDay(0, { ...facts, item: "objective-0-card", mode: "pretest", score: 0 })), 2);
    assert.equal(open(eventOnDay(0, { ...facts, score: 0 })), 1);
    assert.equal(open(eventOnDay(0, { ...facts, kind: "revealed" })), 1);
    assert.equal(open(eventOnDay(0, facts), eventOnDay(1, { ...facts, kind: "reset" })), 2);
  });
  test("the lesson to study next is the last one while it is open, then the next in the order of the site", () => {
    const next = (/** @type {any[]} */ events) => {
      const { lesson, isContinued, unansweredCount } =
        lessonToContinueOrStart(events, objectiveScheduleOf(events, nowOnDay(0)), counted) ?? {};
      return [lesson, isContinued, unansweredCount];
    };
    const answers = oneRecallPerObjective().map((facts) => ({ ...facts, score: 0 }));
    const of = (/** @type {number[]} */ ...objectives) => objectives.flatMap((at) => answers[at] ?? []);
    assert.deepEqual(next([]), ["lesson-0", false, 2]);
    assert.deepEqual(next(of(2)), ["lesson-2", true, 1]);
    assert.deepEqual(next(of(3, 2, 8).sort(compareEntries)), ["lesson-3", false, 1]);
    assert.deepEqual(next(of(5, 11)), ["lesson-0", false, 2]);
    assert.deepEqual(next(answers), [undefined, undefined, undefined]);
    const reviewed = [3, 9].map((at) => reviewOnDay(0, { objective: `objective-${at}` }));
    assert.deepEqual(next([...reviewed, ...of(2, 8)]), ["lesson-4", false, 2]);
  });
  test("mistakes are items whose last answer was not correct; marks are kept until they are taken away", () => {
    const events = [
      eventOnDay(0, { item: "a", score: 0 }),
      eventOnDay(1, { item: "b", score: 0 }),
      eventOnDay(2, { item: "a" }),
      eventOnDay(3, { item: "c", kind: "revealed" }),
      eventOnDay(4, { item: "p", score: 0, mode: "pretest" }),
      eventOnDay(5, { item: "a", kind: "marked" }),
      eventOnDay(6, { item: "b", kind: "marked" }),
      eventOnDay(7, { item: "a", kind: "unmarked" }),
    ];
    assert.deepEqual(missedItemIdsLatestFirst(events), ["c", "b"]);
    assert.deepEqual(markedItemIdsLatestFirst(events), ["b"]);
  });
  test("confidence is set against correctness", () => {
    const events = [
      eventOnDay(0, { confidence: "sure" }),
      eventOnDay(1, { confidence: "sure", score: 0 }),
      eventOnDay(2),
    ];
    assert.deepEqual(
      countsByConfidence(events).map(({ answers, correct }) => [answers, correct]),
      [
        [0, 0],
        [0, 0],
        [2, 1],
      ],
    );
  });
});
