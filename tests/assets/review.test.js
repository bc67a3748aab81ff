/** Review: the schedule that follows from a log, what a session asks, and what the progress page shows. */
import assert from "node:assert/strict";
import test, { describe } from "node:test";
import fc from "fast-check";

import {
  countsByConfidence,
  countDatedFarAhead,
  lessonToContinueOrStart,
  unansweredCountByLesson,
  strengthCountsAndStateByLesson,
  markedItemIdsLatestFirst,
  missedItemIdsLatestFirst,
  strengthOfObjective,
} from "../../docs/assets/review/progress.js";
import {
  dueObjectiveIds,
  isDatedFarAhead,
  isObjectiveStuck,
  answersCountedAsReviews,
  objectiveScheduleOf,
} from "../../docs/assets/review/schedule.js";
import {
  dropFirstOrRequeueTwice,
  estimatedMinutes,
  createSessionFromIds,
  chooseItemsOfDueObjectives,
  scheduleOfTopic,
  topicOf,
  replaceOrDropImmediateRepeat,
} from "../../docs/assets/review/session.js";
import { countObjectivesDueInLastWeek, countStudiedAndUnseenObjectives } from "../../docs/assets/review/exam.js";
import { dateWithYearUnlessCurrent, pastDatePhrase, datePhrase } from "../../docs/assets/review/parts.js";
import { whyExamDateRefused } from "../../docs/assets/review/exam-date-field.js";
import { isoDateFromDay, settingsOf } from "../../docs/assets/review/settings.js";
import { Learner } from "../../docs/assets/review/learner.js";
import { describeLastAnswer } from "../../docs/assets/review/last-answer.js";
import { compareEntries } from "../../docs/assets/record/replay.js";

const DAY = 86_400_000;
const START = 20_000 * DAY + 9 * 3_600_000; // nine in the morning
/** @param {number} day */
const now = (day) => ({ at: START + day * DAY, offset: 0 });

let number = 0;
/** @param {number} day @param {object} [facts] @returns {any} */
const event = (day, facts = {}) => ({
  format: 1,
  eid: `e${String((number += 1)).padStart(6, "0")}`,
  kind: "answered",
  item: "spam-count",
  rev: 1,
  objective: "precision",
  mode: "practice",
  response: "a",
  score: 1,
  seed: 0,
  at: START + day * DAY,
  ...facts,
});
/** @param {number} day @param {object} [facts] */
const review = (day, facts = {}) => event(day, { mode: "review", ...facts });
/** @param {string} item @param {string} response @param {number} day */
const setting = (item, response, day) => event(day, { kind: "setting", item, objective: "", mode: "review", response });

/** Twelve objectives in three topics, with three items each: a flashcard, an easy question and a hard one. */
const COUNTED = /** @type {const} */ ({ isCounted: true });
const OBJECTIVES = Array.from({ length: 12 }, (_, at) => `objective-${at}`);
/** @type {import("../../docs/assets/review/types.js").Catalogue} */
const CATALOGUE = {
  items: OBJECTIVES.flatMap((objective) =>
    ["card", "easy", "hard"].map((name, level) => ({
      id: `${objective}-${name}`,
      rev: 1,
      objective,
      level,
      seconds: 30,
    })),
  ),
  objectives: Object.fromEntries(OBJECTIVES.map((id, at) => [id, { statement: id, lesson: `lesson-${at % 6}` }])),
  lessons: Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`lesson-${at}`, { title: `${at}`, url: `${at}/`, topic: `topic-${at % 3}` }]),
  ),
};
/** Each objective recalled once on day 0, in order. */
const learned = () => OBJECTIVES.map((objective, at) => event(at / 1000, { objective, item: `${objective}-easy` }));

describe("reviews in a log", () => {
  test("the first answer of an attempt counts, further tries do not", () => {
    const events = [event(0, { score: 0 }), event(0.01), event(0.02, { kind: "reset" }), event(0.03)];
    assert.deepEqual(
      answersCountedAsReviews(events).map(({ isRecalled }) => isRecalled),
      [false, true],
    );
  });
  test("a retry tests memory only after a rest", () => {
    const retry = (/** @type {number} */ day) => [event(day, { kind: "retried" }), event(day + 0.01)];
    const recalled = (/** @type {any[]} */ events) =>
      answersCountedAsReviews(events).map(({ isRecalled }) => isRecalled);
    const missed = event(0, { score: 0 });
    assert.deepEqual(recalled([missed, ...retry(0.1)]), [false]);
    assert.deepEqual(recalled([missed, ...retry(1)]), [false, true]);
    assert.deepEqual(recalled([missed, ...retry(0.4), ...retry(0.8)]), [false], "the second follows on the first");
  });
  test("a guess, a shown answer and a partly correct answer are not recalled", () => {
    const events = [
      review(0, { confidence: "guess" }),
      review(1, { kind: "revealed", score: undefined }),
      review(2, { score: 0.5 }),
      review(3, { confidence: "sure" }),
    ];
    assert.deepEqual(
      answersCountedAsReviews(events).map(({ isRecalled }) => isRecalled),
      [false, false, false, true],
    );
  });
  test("pretests, marks, hints and labs are no reviews", () => {
    const kinds = ["marked", "hinted", "lab", "setting"].map((kind) => event(0, { kind }));
    assert.deepEqual(answersCountedAsReviews([event(0, { mode: "pretest" }), ...kinds]), []);
  });
});

describe("settings in a log", () => {
  test("a number of questions that is not valid counts as not set", () => {
    const values = ["", "x", "-5", "0", "4", "5", "7.9", "50", "51", "1e9", "Infinity"];
    const found = values.map((value) => settingsOf([setting("session-items", value, 0)]).sessionItems);
    assert.deepEqual(found, [15, 15, 15, 15, 15, 5, 7, 50, 15, 15, 15]);
  });
  test("an exam date that is not valid counts as not set", () => {
    const values = ["", "x", "2026-13-40", "2026-1-2", "20260102", "2026-01-02T00:00", "2026-01-02"];
    const found = values.map((value) => settingsOf([setting("exam-day", value, 0)]).examDay);
    assert.deepEqual(found, [...Array(6).fill(undefined), 20_455]);
  });
});

describe("schedule", () => {
  test("a recalled objective is due in two days, then later each time", () => {
    const events = [event(0), review(2), review(13)];
    const due = events.map(
      (_, at) => objectiveScheduleOf(events.slice(0, at + 1), now(13)).states.get("precision")?.dueDay,
    );
    assert.deepEqual(due, [20_002, 20_013, 20_059]);
  });
  test("a forgotten objective is due the next day", () => {
    const { states } = objectiveScheduleOf([event(0), review(2, { score: 0 })], now(2));
    assert.equal(states.get("precision")?.dueDay, 20_003);
  });
  test("the local date counts, not the date in Greenwich", () => {
    const late = [event(0, { at: START + 14 * 3_600_000 })]; // 23:00 in Greenwich, 18:00 in New York, 08:00 in Tokyo
    assert.equal(
      objectiveScheduleOf(late, { at: START + DAY, offset: 300 }).states.get("precision")?.lastReviewDay,
      20_000,
    );
    assert.equal(
      objectiveScheduleOf(late, { at: START + DAY, offset: -540 }).states.get("precision")?.lastReviewDay,
      20_001,
    );
  });
  test("answers that a wrong clock dated ahead wait for that date", () => {
    const events = [event(0), event(4000, { item: "other" })];
    assert.equal(objectiveScheduleOf(events, now(1)).states.get("precision")?.at, START);
    assert.equal(objectiveScheduleOf(events, now(4000)).states.get("precision")?.at, START + 4000 * DAY);
    assert.equal(countDatedFarAhead(events, now(0).at), 1);
    assert.equal(countDatedFarAhead([event(0.5)], now(0).at), 0);
  });
  test("a clock that was set back hides later answers until it is right again, and takes none away", () => {
    const events = [event(0), review(2), review(13)];
    assert.equal(objectiveScheduleOf(events, now(1)).states.get("precision")?.at, START + 2 * DAY);
    assert.equal(objectiveScheduleOf(events, now(14)).states.get("precision")?.at, START + 13 * DAY);
  });
  test("before an exam each learned objective is due in the last week", () => {
    const events = [
      ...learned(),
      ...[2, 13, 59].flatMap((day) => OBJECTIVES.map((objective) => review(day, { objective }))),
    ];
    const { states } = objectiveScheduleOf([...events, setting("exam-day", "2025-01-12", 60)], now(60));
    for (const { dueDay } of states.values()) assert.ok(dueDay >= 20_093 && dueDay < 20_099, `${dueDay}`); // not on the eve
    assert.ok(new Set([...states.values()].map(({ dueDay }) => dueDay)).size > 1, "spread over the week");
  });
  test("what would be due on the day of the exam is moved too, and what is due on its eve is not", () => {
    const dueBefore = (/** @type {number} */ examDay) => {
      const events = [event(0), review(2), review(13), setting("exam-day", isoDateFromDay(examDay), 13)];
      return Number(objectiveScheduleOf(events, now(14)).states.get("precision")?.dueDay);
    };
    assert.ok(dueBefore(20_059) >= 20_052 && dueBefore(20_059) < 20_058, `${dueBefore(20_059)}`);
    assert.equal(dueBefore(20_060), 20_059);
  });
  test("an answer is dated far ahead if it lies more than a day after now", () => {
    const { at } = event(0);
    assert.deepEqual(
      [at - DAY, at - DAY - 1].map((clock) => isDatedFarAhead(event(0), clock)),
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
    mock.timers.enable({ apis: ["Date"], now: START });
    const learner = new Learner(CATALOGUE);
    learner.events = learned();
    const { today } = learner.objectiveSchedule;
    mock.timers.setTime(START + DAY);
    assert.equal(learner.objectiveSchedule.today, today + 1);
  });
  test("an exam that is over moves nothing", () => {
    const events = [event(0), review(2), review(13), setting("exam-day", "2024-11-03", 13)];
    const dueOn = (/** @type {number} */ day) =>
      Number(objectiveScheduleOf(events, now(day)).states.get("precision")?.dueDay);
    const exam = 20_030;
    assert.ok(dueOn(13) < exam && dueOn(30) < exam);
    assert.equal(dueOn(31), 20_059);
  });
  test("what is due before an exam and what was never seen is counted", () => {
    const events = learned().slice(0, 5);
    const schedule = objectiveScheduleOf(events, now(0));
    assert.deepEqual(countStudiedAndUnseenObjectives(schedule, CATALOGUE), { studied: 5, unseen: 7, all: 12 });
    assert.equal(countObjectivesDueInLastWeek(schedule, CATALOGUE, 20_009), 5);
    assert.equal(countObjectivesDueInLastWeek(schedule, CATALOGUE, 20_010), 0);
    assert.equal(countObjectivesDueInLastWeek(objectiveScheduleOf(events, now(3)), CATALOGUE, 20_010), 5);
    assert.equal(countObjectivesDueInLastWeek(objectiveScheduleOf(events, now(2)), CATALOGUE, 20_002), 0);
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
      event(0),
      review(2),
      review(13),
      setting("exam-day", "2024-11-03", 13),
      setting("exam-day", "", 14),
    ];
    assert.equal(objectiveScheduleOf(events.sort(compareEntries), now(14)).states.get("precision")?.dueDay, 20_059);
  });
  test("'I was away' spreads what is overdue over the next days, and keeps what was reviewed since", () => {
    const events = [...learned(), setting("session-items", "5", 1), setting("away", "", 40)];
    const away = objectiveScheduleOf(events, now(40));
    assert.equal(dueObjectiveIds(away).length, 5);
    assert.deepEqual(
      [0, 1, 2].map((day) => [...away.states.values()].filter(({ dueDay }) => dueDay === 20_040 + day).length),
      [5, 5, 2],
    );
    const [first = ""] = dueObjectiveIds(away);
    const after = objectiveScheduleOf([...events, review(40.1, { objective: first })], now(40));
    assert.ok(Number(after.states.get(first)?.dueDay) > 20_040);
  });
  test("the order in which events are read, and reading them twice, change nothing", () => {
    const histories = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 400 }),
        objective: fc.constantFrom(...OBJECTIVES),
        score: fc.constantFrom(0, 1),
        mode: fc.constantFrom("practice", "review"),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 60 }), (drawn, cut) => {
        const events = drawn.map(({ day, ...facts }) => event(day, facts));
        const [left, right] = [events.slice(0, cut), events.slice(cut)];
        /** @param {any[]} rows */
        const merged = (...rows) =>
          [...new Map(rows.flat().map((row) => [row.eid, row])).values()].sort(compareEntries);
        const schedule = objectiveScheduleOf(merged(left, right), now(400));
        assert.deepEqual(objectiveScheduleOf(merged(right, left), now(400)), schedule);
        assert.deepEqual(objectiveScheduleOf(merged(right, merged(left, right), left), now(400)), schedule);
      }),
    );
  });
});

describe("a session", () => {
  test("asks one question for each due objective and never two topics in a row while there is another", () => {
    const events = learned();
    const session = chooseItemsOfDueObjectives(objectiveScheduleOf(events, now(2)), CATALOGUE, events);
    assert.equal(new Set(session.map(({ objective }) => objective)).size, OBJECTIVES.length);
    const topics = session.map(({ objective }) => topicOf(objective, CATALOGUE));
    topics.forEach((topic, at) => assert.notEqual(topic, topics[at - 1]));
  });
  test("variants rotate: the least recently seen item comes first", () => {
    const asked = [];
    let events = [event(0, { objective: "objective-0", item: "objective-0-easy" })];
    for (const day of [2, 13, 60, 400]) {
      const [next] = chooseItemsOfDueObjectives(objectiveScheduleOf(events, now(day)), CATALOGUE, events);
      assert.ok(next);
      asked.push(next.item.replace("objective-0-", ""));
      events = [...events, review(day, { objective: next.objective, item: next.item })];
    }
    assert.deepEqual(asked, ["card", "hard", "easy", "card"]);
  });
  test("is full at the number of questions that is set, and at ten minutes", () => {
    const events = [...learned(), setting("session-items", "5", 1)].sort(compareEntries);
    assert.equal(chooseItemsOfDueObjectives(objectiveScheduleOf(events, now(2)), CATALOGUE, events).length, 5);
    const slow = { ...CATALOGUE, items: CATALOGUE.items.map((item) => ({ ...item, seconds: 150 })) };
    const session = chooseItemsOfDueObjectives(objectiveScheduleOf(learned(), now(2)), slow, learned());
    assert.deepEqual([session.length, estimatedMinutes(session, slow)], [4, 10]);
  });
  test("asks at least one question, however long it takes", () => {
    const endless = { ...CATALOGUE, items: CATALOGUE.items.map((item) => ({ ...item, seconds: 601 })) };
    assert.equal(chooseItemsOfDueObjectives(objectiveScheduleOf(learned(), now(2)), endless, learned()).length, 1);
  });
  test("takes the nearest number of minutes, and at least one", () => {
    const ids = CATALOGUE.items.map(({ id }) => id);
    const minutes = (/** @type {number} */ count) =>
      estimatedMinutes(createSessionFromIds(ids, CATALOGUE, count), CATALOGUE);
    assert.deepEqual([1, 2, 3, 4].map(minutes), [1, 1, 2, 2]); // questions of half a minute
  });
  test("one topic, mistakes and marked questions are sessions of their own", () => {
    const events = [...learned(), review(1, { item: "objective-3-hard", objective: "objective-3", score: 0 })];
    const schedule = objectiveScheduleOf(events, now(3));
    const ofTopic = chooseItemsOfDueObjectives(scheduleOfTopic(schedule, "topic-1", CATALOGUE), CATALOGUE, events);
    assert.deepEqual(new Set(ofTopic.map(({ objective }) => topicOf(objective, CATALOGUE))), new Set(["topic-1"]));
    assert.deepEqual(
      createSessionFromIds(missedItemIdsLatestFirst(events), CATALOGUE, 15).map(({ item }) => item),
      ["objective-3-hard"],
    );
    assert.deepEqual(createSessionFromIds(["gone-from-the-bank"], CATALOGUE, 15), []);
  });
  test("four lapses lead to the lesson and to the easiest question", () => {
    const events = [event(0, { objective: "objective-0", item: "objective-0-hard" })];
    for (const day of [2, 10, 20, 30])
      events.push(
        review(day, { objective: "objective-0", item: "objective-0-card" }),
        review(day + 3, { objective: "objective-0", item: "objective-0-easy", score: 0 }),
      );
    const schedule = objectiveScheduleOf(events, now(40));
    const state = schedule.states.get("objective-0");
    assert.ok(state && isObjectiveStuck(state), `${state?.lapses} lapses`);
    const [next] = chooseItemsOfDueObjectives(schedule, CATALOGUE, events);
    assert.deepEqual([next?.item, next?.isStuck], ["objective-0-card", true]);
  });
  test("a wrong answer comes back after three others and at the end, and no more", () => {
    const session = OBJECTIVES.slice(0, 6).map((objective) => ({
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
    const seen = [event(0, { item: "objective-0-card" })];
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
    const said = (/** @type {any[]} */ ...events) => describeLastAnswer(asked, events, now(9));
    assert.equal(said(event(0)), "You answered this question correctly 9 days ago.");
    assert.equal(said(event(0, { score: 0 })), "You missed this question on October 4.");
    assert.equal(said(event(0), event(8, { kind: "revealed" })), "You asked to see the answer yesterday.");
    assert.equal(said(event(9, { confidence: "guess" })), "You guessed the answer today.");
    const other = event(8, { item: "other", score: 0 });
    const fresh = "This question is new to you. You last answered a question about this objective yesterday.";
    assert.equal(said(other), fresh);
    assert.equal(said(event(8, { mode: "pretest" })), "");
    assert.equal(describeLastAnswer({ ...asked, turn: 1 }, [event(0)], now(9)), "");
  });
});

describe("progress", () => {
  test("an objective is unseen, weak, growing or strong", () => {
    const growing = objectiveScheduleOf([event(0)], now(0)).states.get("precision");
    const strong = objectiveScheduleOf([event(0), review(2), review(13)], now(20)).states.get("precision");
    const weak = objectiveScheduleOf([event(0, { score: 0 })], now(0)).states.get("precision");
    const faded = objectiveScheduleOf([event(0)], now(300)).states.get("precision");
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
      const lessons = strengthCountsAndStateByLesson(objectiveScheduleOf(events, now(0)), CATALOGUE);
      return ["lesson-0", "lesson-1"].map((id) => lessons.get(id)?.state);
    };
    assert.deepEqual(states([]), ["new", "new"]);
    const [zero, one] = [learned()[0], learned()[1]];
    assert.deepEqual(states([zero, one]), ["begun", "begun"]);
    assert.deepEqual(states([zero, learned()[6], one]), ["learned", "begun"]);
  });
  /** The easy question of each objective is on the page of its lesson. */
  const counted = {
    ...CATALOGUE,
    items: CATALOGUE.items.map((item) => ({ ...item, ...(item.level === 1 && COUNTED) })),
  };
  test("a question of a lesson is open until it is answered there, or its answer is shown", () => {
    const facts = { objective: "objective-0", item: "objective-0-easy" };
    const open = (/** @type {any[]} */ ...events) => unansweredCountByLesson(events, counted).get("lesson-0") ?? 0;
    assert.equal(open(), 2);
    assert.equal(open(event(0, { ...facts, item: "objective-0-hard" })), 2);
    assert.equal(open(event(0, { ...facts, rev: 2 }), review(1, facts)), 2);
    assert.equal(open(event(0, { ...facts, item: "objective-0-card", mode: "pretest", score: 0 })), 2);
    assert.equal(open(event(0, { ...facts, score: 0 })), 1);
    assert.equal(open(event(0, { ...facts, kind: "revealed" })), 1);
    assert.equal(open(event(0, facts), event(1, { ...facts, kind: "reset" })), 2);
  });
  test("the lesson to study next is the last one while it is open, then the next in the order of the site", () => {
    const step = (/** @type {any[]} */ events) => {
      const { lesson, isContinued, unansweredCount } =
        lessonToContinueOrStart(events, objectiveScheduleOf(events, now(0)), counted) ?? {};
      return [lesson, isContinued, unansweredCount];
    };
    const answers = learned().map((facts) => ({ ...facts, score: 0 }));
    const of = (/** @type {number[]} */ ...objectives) => objectives.flatMap((at) => answers[at] ?? []);
    assert.deepEqual(step([]), ["lesson-0", false, 2]);
    assert.deepEqual(step(of(2)), ["lesson-2", true, 1]);
    assert.deepEqual(step(of(3, 2, 8).sort(compareEntries)), ["lesson-3", false, 1]);
    assert.deepEqual(step(of(5, 11)), ["lesson-0", false, 2]);
    assert.deepEqual(step(answers), [undefined, undefined, undefined]);
    const reviewed = [3, 9].map((at) => review(0, { objective: `objective-${at}` }));
    assert.deepEqual(step([...reviewed, ...of(2, 8)]), ["lesson-4", false, 2]);
  });
  test("mistakes are items whose last answer was not correct; marks are kept until they are taken away", () => {
    const events = [
      event(0, { item: "a", score: 0 }),
      event(1, { item: "b", score: 0 }),
      event(2, { item: "a" }),
      event(3, { item: "c", kind: "revealed" }),
      event(4, { item: "p", score: 0, mode: "pretest" }),
      event(5, { item: "a", kind: "marked" }),
      event(6, { item: "b", kind: "marked" }),
      event(7, { item: "a", kind: "unmarked" }),
    ];
    assert.deepEqual(missedItemIdsLatestFirst(events), ["c", "b"]);
    assert.deepEqual(markedItemIdsLatestFirst(events), ["b"]);
  });
  test("confidence is set against correctness", () => {
    const events = [event(0, { confidence: "sure" }), event(1, { confidence: "sure", score: 0 }), event(2)];
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
