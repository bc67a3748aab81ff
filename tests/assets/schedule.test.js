/** What follows from a log: which answers count as reviews, which settings apply, and when each objective is due. */
import assert from "node:assert/strict";
import test, { describe } from "node:test";
import fc from "fast-check";

import { compareEntries } from "../../docs/assets/record/replay.js";
import { whyExamDateRefused } from "../../docs/assets/review/exam-date-field.js";
import { countObjectivesDueInLastWeek, countStudiedAndUnseenObjectives } from "../../docs/assets/review/exam.js";
import { Learner } from "../../docs/assets/review/learner.js";
import { datePhrase, dateWithYearUnlessCurrent, pastDatePhrase } from "../../docs/assets/review/parts.js";
import { countDatedFarAhead } from "../../docs/assets/review/progress.js";
import {
  answersCountedAsReviews,
  dueObjectiveIds,
  isDatedFarAhead,
  isObjectiveStuck,
  objectiveScheduleOf,
} from "../../docs/assets/review/schedule.js";
import { isoDateFromDay, settingsOf } from "../../docs/assets/review/settings.js";
import {
  CATALOGUE,
  DAY_MS,
  OBJECTIVE_IDS,
  START_MS,
  eventOnDay,
  nowOnDay,
  oneRecallPerObjective,
  reviewOnDay,
  settingOnDay,
} from "./review-log.js";

describe("reviews in a log", () => {
  test("the first answer of an attempt counts, further tries do not", () => {
    const events = [
      eventOnDay(0, { score: 0 }),
      eventOnDay(0.01),
      eventOnDay(0.02, { kind: "reset" }),
      eventOnDay(0.03),
    ];
    assert.deepEqual(
      answersCountedAsReviews(events).map(({ isRecalled }) => isRecalled),
      [false, true],
    );
  });
  test("a retry tests memory only after a rest", () => {
    const retry = (/** @type {number} */ day) => [eventOnDay(day, { kind: "retried" }), eventOnDay(day + 0.01)];
    const recalled = (/** @type {any[]} */ events) =>
      answersCountedAsReviews(events).map(({ isRecalled }) => isRecalled);
    const missed = eventOnDay(0, { score: 0 });
    assert.deepEqual(recalled([missed, ...retry(0.1)]), [false]);
    assert.deepEqual(recalled([missed, ...retry(1)]), [false, true]);
    assert.deepEqual(recalled([missed, ...retry(0.4), ...retry(0.8)]), [false], "the second follows on the first");
  });
  test("a guess, a shown answer and a partly correct answer are not recalled", () => {
    const events = [
      reviewOnDay(0, { confidence: "guess" }),
      reviewOnDay(1, { kind: "revealed", score: undefined }),
      reviewOnDay(2, { score: 0.5 }),
      reviewOnDay(3, { confidence: "sure" }),
    ];
    assert.deepEqual(
      answersCountedAsReviews(events).map(({ isRecalled }) => isRecalled),
      [false, false, false, true],
    );
  });
  test("pretests, marks, hints and labs are no reviews", () => {
    const kinds = /** @type {const} */ (["marked", "hinted", "lab", "setting"]).map((kind) => eventOnDay(0, { kind }));
    assert.deepEqual(answersCountedAsReviews([eventOnDay(0, { mode: "pretest" }), ...kinds]), []);
  });
});

describe("settings in a log", () => {
  test("a number of questions that is not valid counts as not set", () => {
    const values = ["", "x", "-5", "0", "4", "5", "7.9", "50", "51", "1e9", "Infinity"];
    const found = values.map((value) => settingsOf([settingOnDay(0, "session-items", value)]).sessionItems);
    assert.deepEqual(found, [15, 15, 15, 15, 15, 5, 7, 50, 15, 15, 15]);
  });
  test("an exam date that is not valid counts as not set", () => {
    const values = ["", "x", "2026-13-40", "2026-1-2", "20260102", "2026-01-02T00:00", "2026-01-02"];
    const found = values.map((value) => settingsOf([settingOnDay(0, "exam-day", value)]).examDay);
    assert.deepEqual(found, [...Array(6).fill(undefined), 20_455]);
  });
});

describe("schedule", () => {
  test("a recalled objective is due in two days, then later each time", () => {
    const events = [eventOnDay(0), reviewOnDay(2), reviewOnDay(13)];
    const due = events.map(
      (_, at) => objectiveScheduleOf(events.slice(0, at + 1), nowOnDay(13)).states.get("precision")?.dueDay,
    );
    assert.deepEqual(due, [20_002, 20_013, 20_059]);
  });
  test("a forgotten objective is due the next day", () => {
    const { states } = objectiveScheduleOf([eventOnDay(0), reviewOnDay(2, { score: 0 })], nowOnDay(2));
    assert.equal(states.get("precision")?.dueDay, 20_003);
  });
  test("the local date counts, not the date in Greenwich", () => {
    const late = [eventOnDay(0, { at: START_MS + 14 * 3_600_000 })]; // 23:00 in Greenwich, 18:00 in New York, 08:00 in Tokyo
    assert.equal(
      objectiveScheduleOf(late, { at: START_MS + DAY_MS, offset: 300 }).states.get("precision")?.lastReviewDay,
      20_000,
    );
    assert.equal(
      objectiveScheduleOf(late, { at: START_MS + DAY_MS, offset: -540 }).states.get("precision")?.lastReviewDay,
      20_001,
    );
  });
  test("answers that a wrong clock dated ahead wait for that date", () => {
    const events = [eventOnDay(0), eventOnDay(4000, { item: "other" })];
    assert.equal(objectiveScheduleOf(events, nowOnDay(1)).states.get("precision")?.at, START_MS);
    assert.equal(objectiveScheduleOf(events, nowOnDay(4000)).states.get("precision")?.at, START_MS + 4000 * DAY_MS);
    assert.equal(countDatedFarAhead(events, nowOnDay(0).at), 1);
    assert.equal(countDatedFarAhead([eventOnDay(0.5)], nowOnDay(0).at), 0);
  });
  test("a clock that was set back hides later answers until it is right again, and takes none away", () => {
    const events = [eventOnDay(0), reviewOnDay(2), reviewOnDay(13)];
    assert.equal(objectiveScheduleOf(events, nowOnDay(1)).states.get("precision")?.at, START_MS + 2 * DAY_MS);
    assert.equal(objectiveScheduleOf(events, nowOnDay(14)).states.get("precision")?.at, START_MS + 13 * DAY_MS);
  });
  test("before an exam each learned objective is due in the last week", () => {
    const events = [
      ...oneRecallPerObjective(),
      ...[2, 13, 59].flatMap((day) => OBJECTIVE_IDS.map((objective) => reviewOnDay(day, { objective }))),
    ];
    const { states } = objectiveScheduleOf([...events, settingOnDay(60, "exam-day", "2025-01-12")], nowOnDay(60));
    for (const { dueDay } of states.values()) assert.ok(dueDay >= 20_093 && dueDay < 20_099, `${dueDay}`); // not on the eve
    assert.ok(new Set([...states.values()].map(({ dueDay }) => dueDay)).size > 1, "spread over the week");
  });
  test("what would be due on the day of the exam is moved too, and what is due on its eve is not", () => {
    const dueBefore = (/** @type {number} */ examDay) => {
      const events = [
        eventOnDay(0),
        reviewOnDay(2),
        reviewOnDay(13),
        settingOnDay(13, "exam-day", isoDateFromDay(examDay)),
      ];
      return Number(objectiveScheduleOf(events, nowOnDay(14)).states.get("precision")?.dueDay);
    };
    assert.ok(dueBefore(20_059) >= 20_052 && dueBefore(20_059) < 20_058, `${dueBefore(20_059)}`);
    assert.equal(dueBefore(20_060), 20_059);
  });
  test("an answer is dated far ahead if it lies more than a day after now", () => {
    const { at } = eventOnDay(0);
    assert.deepEqual(
      [at - DAY_MS, at - DAY_MS - 1].map((clock) => isDatedFarAhead(eventOnDay(0), clock)),
      [false, true],
    );
  });
  test("an objective is stuck from the fourth lapse on, until it is recalled", () => {
    const state = { stability: 1, difficulty: 5, recall: 0.5, at: 0, lastReviewDay: 0, dueDay: 0, reviews: 9 };
    const stuck = (/** @type {number} */ lapses, isRecalled = false) =>
      isObjectiveStuck({ ...state, lapses, isRecalled });
    assert.deepEqual([stuck(3), stuck(4), stuck(4, true)], [false, true, false]);
  });
  test("a page that stays open has another schedule on the next day", ({ mock }) => {
    mock.timers.enable({ apis: ["Date"], now: START_MS });
    const learner = new Learner(CATALOGUE);
    learner.events = oneRecallPerObjective();
    const { today } = learner.objectiveSchedule;
    mock.timers.setTime(START_MS + DAY_MS);
    assert.equal(learner.objectiveSchedule.today, today + 1);
  });
  test("an exam that is over moves nothing", () => {
    const events = [eventOnDay(0), reviewOnDay(2), reviewOnDay(13), settingOnDay(13, "exam-day", "2024-11-03")];
    const dueOn = (/** @type {number} */ day) =>
      Number(objectiveScheduleOf(events, nowOnDay(day)).states.get("precision")?.dueDay);
    const exam = 20_030;
    assert.ok(dueOn(13) < exam && dueOn(30) < exam);
    assert.equal(dueOn(31), 20_059);
  });
  test("what is due before an exam and what was never seen is counted", () => {
    const events = oneRecallPerObjective().slice(0, 5);
    const schedule = objectiveScheduleOf(events, nowOnDay(0));
    assert.deepEqual(countStudiedAndUnseenObjectives(schedule, CATALOGUE), { studied: 5, unseen: 7, all: 12 });
    assert.equal(countObjectivesDueInLastWeek(schedule, CATALOGUE, 20_009), 5);
    assert.equal(countObjectivesDueInLastWeek(schedule, CATALOGUE, 20_010), 0);
    assert.equal(countObjectivesDueInLastWeek(objectiveScheduleOf(events, nowOnDay(3)), CATALOGUE, 20_010), 5);
    assert.equal(countObjectivesDueInLastWeek(objectiveScheduleOf(events, nowOnDay(2)), CATALOGUE, 20_002), 0);
  });
  test("a date has its year unless that is the year of today", () => {
    const today = 20_423; // December 1, 2025
    assert.deepEqual(
      [20_430, 20_454, 20_850].map((day) => datePhrase(day, today)),
      ["on December 8", "on January 1, 2026", "on February 1, 2027"],
    );
    assert.equal(pastDatePhrase(20_000, today), "on October 4, 2024");
    assert.equal(dateWithYearUnlessCurrent(today, 20_454), "December 1, 2025");
  });
  test("a date of an exam can be today, later, or none", () => {
    const why = (/** @type {string} */ value, badInput = false) =>
      whyExamDateRefused({ value, validity: /** @type {ValidityState} */ ({ badInput }) }, 20_000);
    for (const date of ["", "2024-10-04", "2024-10-05"]) assert.equal(why(date), "", date);
    for (const date of ["2024-10-03", "0002-10-05", "20245-10-05", "x"]) assert.match(why(date), /^Not saved/, date);
    assert.match(why("", true), /^Not saved/, "a date that is typed in part is not an empty field");
  });
  test("an exam date that was taken back caps nothing", () => {
    const events = [
      eventOnDay(0),
      reviewOnDay(2),
      reviewOnDay(13),
      settingOnDay(13, "exam-day", "2024-11-03"),
      settingOnDay(14, "exam-day", ""),
    ];
    assert.equal(
      objectiveScheduleOf(events.sort(compareEntries), nowOnDay(14)).states.get("precision")?.dueDay,
      20_059,
    );
  });
  test("'I was away' spreads what is overdue over the next days, and keeps what was reviewed since", () => {
    const events = [...oneRecallPerObjective(), settingOnDay(1, "session-items", "5"), settingOnDay(40, "away", "")];
    const away = objectiveScheduleOf(events, nowOnDay(40));
    assert.equal(dueObjectiveIds(away).length, 5);
    assert.deepEqual(
      [0, 1, 2].map((day) => [...away.states.values()].filter(({ dueDay }) => dueDay === 20_040 + day).length),
      [5, 5, 2],
    );
    const [first = ""] = dueObjectiveIds(away);
    const after = objectiveScheduleOf([...events, reviewOnDay(40.1, { objective: first })], nowOnDay(40));
    assert.ok(Number(after.states.get(first)?.dueDay) > 20_040);
  });
  test("the order in which events are read, and reading them twice, change nothing", () => {
    const histories = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 400 }),
        objective: fc.constantFrom(...OBJECTIVE_IDS),
        score: fc.constantFrom(0, 1),
        mode: fc.constantFrom("practice", "review"),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 60 }), (drawn, cut) => {
        const events = drawn.map(({ day, ...facts }) => eventOnDay(day, facts));
        const [left, right] = [events.slice(0, cut), events.slice(cut)];
        /** @param {any[]} rows */
        const merged = (...rows) =>
          [...new Map(rows.flat().map((row) => [row.eid, row])).values()].sort(compareEntries);
        const schedule = objectiveScheduleOf(merged(left, right), nowOnDay(400));
        assert.deepEqual(objectiveScheduleOf(merged(right, left), nowOnDay(400)), schedule);
        assert.deepEqual(objectiveScheduleOf(merged(right, merged(left, right), left), nowOnDay(400)), schedule);
      }),
    );
  });
});
