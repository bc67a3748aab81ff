/** The session of a lesson page: it stores what items report, and tells them what is known. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { IDBFactory } from "fake-indexeddb";

import { CHOICE, choiceMarkup, choose, document, importInteraction, press, setMarkup } from "./happy-page.js";
import { readAllRows } from "../../docs/assets/record/archive.js";
import { Store } from "../../docs/assets/record/store.js";
import { becomes } from "./becomes.js";

const { PageSession } = await import("../../docs/assets/quiz/session/page-session.js");
const { showOrClearSummary } = await import("../../docs/assets/quiz/session/page-end.js");

/** @type {HTMLElement} */
let article;
/** @type {{close(): void}[]} an open channel would keep a failed run alive */
const opened = [];
beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => opened.splice(0).forEach((each) => each.close()));

const END = `<div class="quiz-end"><div role="status"></div><div></div><details></details>
    <button data-page-action="start-over">Start over</button><button data-page-action="print">Print</button></div>`;

/** @param {string[]} ids */
const set = (ids, attributes = "", end = "") =>
  `<quiz-set${attributes}>${ids.map((id) => choiceMarkup(id)).join("")}${end}<script type="application/json">${JSON.stringify(
    { format: 1, items: Object.fromEntries(ids.map((id) => [id, CHOICE])) },
  )}</script></quiz-set>`;

/** A lesson with two questions, or a page with these questions. */
async function openPage(questions = set(["spam", "ham"], "", END)) {
  setMarkup(document.body, `<article><p class="done-count" hidden></p>${questions}</article>`);
  article = /** @type {HTMLElement} */ (document.querySelector("article"));
  const session = new PageSession(article);
  opened.push({ close: () => session.closeDatabaseAndChannel() });
  await session.start(importInteraction);
  return session;
}

/** @param {string} id */
const item = (id) => /** @type {HTMLElement} */ (article.querySelector(`#item-${id}`));
const states = () => ["spam", "ham"].map((id) => item(id).dataset.state);
/** @param {string} id @param {string} name */
const answer = (id, name) => (choose(item(id), name), press(item(id), "check"));
const text = (/** @type {string} */ selector) => article.querySelector(selector)?.textContent;
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
/** @param {string} action */
const clickPageButton = (action) =>
  /** @type {HTMLElement} */ (article.querySelector(`[data-page-action="${action}"]`)).click();

/** Waits until this many rows are stored. @param {number} count */
async function stored(count) {
  let rows = await readAllRows();
  for (let turn = 0; turn < 1000 && rows.events.length + rows.drafts.length < count; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    rows = await readAllRows();
  }
}

test("answers are stored, and shown again when the page is opened again", async () => {
  await openPage();
  assert.deepEqual(states(), ["unseen", "unseen"]);
  answer("spam", "recall");
  choose(item("ham"), "accuracy");
  await stored(2);
  assert.deepEqual(states(), ["correct", "answering"]);
  const { events, drafts } = await readAllRows();
  assert.deepEqual([events.map((row) => row.item), drafts.map((row) => row.item)], [["spam"], ["ham"]]);
  await openPage();
  assert.deepEqual(states(), ["correct", "answering"]);
});

test("answers to samples are neither stored nor shown again", async () => {
  const samples = set(["spam", "ham"], " data-sample");
  await openPage(samples);
  answer("spam", "recall");
  choose(item("ham"), "accuracy");
  await settled();
  assert.deepEqual(states(), ["correct", "answering"]);
  assert.deepEqual(await globalThis.indexedDB.databases(), []);
  assert.equal(article.querySelector(".storage-notice"), null);
  await openPage(samples);
  assert.deepEqual(states(), ["unseen", "unseen"]);
});

test("a page reads its own items only, and answers to another revision are no answers", async () => {
  const store = new Store();
  opened.push(store);
  await store.openAndWaitForRows();
  const facts = /** @type {const} */ ({
    kind: "answered",
    objective: "o",
    mode: "practice",
    response: "recall",
    score: 1,
  });
  await store.append({ ...facts, item: "spam", rev: 1 }, { ...facts, item: "elsewhere", rev: 2 });
  await openPage();
  assert.deepEqual(states(), ["unseen", "unseen"]);
  assert.match(item("spam").querySelector(".item-head")?.textContent ?? "", /changed since you answered it/);
});

test("the page counts what is answered and what is right, and sums up once everything is answered", async () => {
  await openPage();
  assert.equal(text(".done-count"), "0 of 2 answered, 0 right");
  answer("spam", "recall");
  assert.equal(text(".done-count"), "1 of 2 answered, 1 right");
  assert.equal(text(".quiz-end [role=status]"), "");
  answer("ham", "accuracy");
  assert.equal(text(".done-count"), "2 of 2 answered, 1 right");
  await becomes(
    () => text(".quiz-end [role=status]"),
    "All 2 questions answered, 1 right on the first try.Read the sections below again, and then retry what you missed.",
  );
  press(item("ham"), "retry");
  assert.equal(text(".done-count"), "2 of 2 answered, 1 right", "a second try is no less answered");
  answer("ham", "recall");
  await becomes(
    () => text(".quiz-end [role=status] p"),
    "All 2 questions answered, 1 right on the first try, the other one on a retry.",
  );
});

/** 100 questions that are all answered. @param {number} first right on the first try @param {number} right by now */
const answeredItems = (first, right) =>
  Array.from({ length: 100 }, (_, at) => ({
    isLastAnswerRight: at < right,
    isRightOnFirstTry: at < first,
    isRightOnFirstTrySinceReopened: at < right,
    querySelector: () => null, // no section to read again
  }));

const GO_ON = "You can go on to the next lesson.";
const SECTIONS = "Read the sections below again, and then retry what you missed.";
const LESSON =
  "Most of your answers were incorrect on the first try. Read the lesson again before you retry the questions.";
for (const [first, right, result, advice] of /** @type {const} */ ([
  [100, 100, "all right on the first try", GO_ON],
  [
    98,
    100,
    "98 right on the first try, the other 2 on a retry",
    `${GO_ON} A review will ask you again about what you missed.`,
  ],
  [80, 80, "80 right on the first try", "Retry what you missed, and then go on to the next lesson."],
  [79, 79, "79 right on the first try", SECTIONS],
  [50, 50, "50 right on the first try", SECTIONS],
  [49, 49, "49 right on the first try", LESSON],
  [0, 0, "none right", LESSON],
]))
  test(`of 100 questions, ${result}: ${advice}`, () => {
    setMarkup(document.body, END);
    const end = /** @type {HTMLElement} */ (document.querySelector(".quiz-end"));
    showOrClearSummary(end, /** @type {any} */ (answeredItems(first, right)), false);
    const texts = [...end.querySelectorAll("[role=status] p")].map((paragraph) => paragraph.textContent);
    assert.deepEqual(texts, [`All 100 questions answered, ${result}.`, advice]);
    assert.equal(end.children[1]?.childElementCount, right < 100 ? 1 : 0, "a button to retry what was missed");
  });

test("a question before the lesson is not counted", async () => {
  await openPage();
  item("spam").dataset.mode = "pretest";
  answer("spam", "recall");
  assert.equal(text(".done-count"), "0 of 1 answered, 0 right");
});

test("retrying opens exactly the questions that were missed", async () => {
  await openPage();
  answer("spam", "recall");
  answer("ham", "accuracy");
  const button = () => text('[data-page-action="retry-missed"]');
  await becomes(button, "Retry the question you missed");
  clickPageButton("retry-missed");
  await becomes(() => states(), ["correct", "unseen"]);
  assert.equal(text(".done-count"), "1 of 2 answered, 1 right");
  assert.equal(text(".quiz-end [role=status]"), "The questions that you missed are open again.");
  answer("ham", "recall");
  const result =
    "All 2 questions answered, 1 right on the first try, the other one on a retry." +
    "You can go on to the next lesson. A review will ask you again about what you missed.";
  await becomes(() => text(".quiz-end [role=status]"), result);
  assert.match(text("#item-ham .explanation") ?? "", /Correct on a retry\. Read again/);
  assert.equal(text('[data-page-action="retry-missed"]'), undefined, "nothing is left to retry");
  await stored(4);
  await openPage();
  await becomes(() => text(".quiz-end [role=status]"), result);
});

test("what is wrong again on a retry can be retried once more", async () => {
  await openPage();
  for (const id of ["spam", "ham"]) answer(id, "accuracy");
  const retry = () => /** @type {HTMLElement | null} */ (article.querySelector('[data-page-action="retry-missed"]'));
  await becomes(() => retry()?.textContent, "Retry the 2 questions you missed");
  retry()?.click();
  await becomes(() => text("#item-ham .item-head"), "Question, retry 2 of 2");
  answer("spam", "recall");
  answer("ham", "accuracy");
  const status = () => text(".quiz-end [role=status] p");
  await becomes(status, "All 2 questions answered, none right on the first try, 1 on a retry.");
  assert.equal(retry()?.textContent, "Retry the question you missed");
  retry()?.click();
  await becomes(() => text("#item-ham .item-head"), "Question, retry 1 of 1");
});

test("started over one by one, a question whose answer was shown is not right on the first try", async () => {
  await openPage();
  answer("spam", "recall");
  press(item("ham"), "show");
  press(item("ham"), "reset");
  assert.equal(text("#item-ham .item-head"), "Question, retry 1 of 1");
  answer("ham", "recall");
  const status = () => text(".quiz-end [role=status] p");
  await becomes(status, "All 2 questions answered, 1 right on the first try, the other one on a retry.");
});

test("the way on leads to the next open question, and to the result when none is left", async () => {
  await openPage();
  const wayOn = () => item("spam").querySelector(".item-buttons button")?.textContent;
  answer("spam", "recall");
  assert.equal(wayOn(), "Next question");
  press(item("spam"), "next");
  assert.equal(document.activeElement?.closest("quiz-item")?.id, "item-ham");
  answer("ham", "recall");
  assert.equal(wayOn(), "See the result");
});

test("the last question leads to the result, which says what is still open", async () => {
  await openPage();
  answer("ham", "recall");
  assert.equal(item("ham").querySelector(".item-buttons button")?.textContent, "See the result");
  press(item("ham"), "result");
  await becomes(() => text(".quiz-end [role=status]"), "1 of 2 questions answered. 1 is still open.");
  assert.equal(text('[data-page-action="open"]'), "Go to the first open question");
});

test("what another tab does on another page leaves the count of open questions", async () => {
  await openPage();
  answer("ham", "recall");
  await stored(1);
  press(item("ham"), "result");
  const status = () => text(".quiz-end [role=status]");
  await becomes(status, "1 of 2 questions answered. 1 is still open.");
  const other = new Store(["elsewhere"]);
  opened.push(other);
  await other.openAndWaitForRows();
  const facts = /** @type {const} */ ({ rev: 1, objective: "o", mode: "practice" });
  await other.append({ ...facts, kind: "answered", item: "elsewhere", response: "recall", score: 1 });
  await settled();
  assert.equal(status(), "1 of 2 questions answered. 1 is still open.");
});

test("what another tab answers is shown, and what is begun here stays", async () => {
  await openPage();
  choose(item("ham"), "accuracy");
  const other = new Store(["spam", "ham"]);
  opened.push(other);
  await other.openAndWaitForRows();
  const facts = /** @type {const} */ ({ rev: 2, objective: "name-recall", mode: "practice" });
  await other.append({ ...facts, kind: "answered", item: "spam", response: "recall", score: 1 });
  await becomes(states, ["correct", "answering"]);
});

test("an item is updated only if it does not show already what is known", async () => {
  await openPage();
  /** @type {string[]} */
  const updated = [];
  for (const element of /** @type {NodeListOf<any>} */ (article.querySelectorAll("quiz-item"))) {
    const update = element.update.bind(element);
    element.update = (/** @type {any} */ known) => (updated.push(element.id), update(known));
  }
  press(item("ham"), "hint");
  choose(item("ham"), "accuracy");
  const other = new Store(["spam", "ham"]);
  opened.push(other);
  await other.openAndWaitForRows();
  const facts = /** @type {const} */ ({ rev: 2, objective: "name-recall", mode: "practice" });
  await other.append({ ...facts, kind: "marked", item: "spam" });
  await becomes(() => updated, ["item-spam"]);
  await settled();
  assert.deepEqual(updated, ["item-spam"]);
});

test("started over, every question is open, and the log keeps the answers", async () => {
  await openPage();
  answer("spam", "recall");
  clickPageButton("start-over");
  await stored(3);
  assert.deepEqual(states(), ["unseen", "unseen"]);
  assert.deepEqual((await readAllRows()).events.map(({ kind }) => kind).sort(), ["answered", "reset", "reset"]);
});

test("answers can be hidden for printing, and are there again", async () => {
  let endPrinting = () => {};
  const addEventListener = (/** @type {string} */ _type, /** @type {() => void} */ listener) =>
    (endPrinting = listener);
  Object.assign(globalThis, { print() {}, addEventListener });
  await openPage();
  answer("spam", "recall");
  choose(item("ham"), "accuracy");
  clickPageButton("print");
  await becomes(() => states(), ["unseen", "unseen"]);
  endPrinting();
  assert.deepEqual(states(), ["correct", "answering"]);
});

test("where storage is refused one line says so, and goes once there is room", async () => {
  const real = globalThis.indexedDB;
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, writable: true, value: undefined });
  await openPage();
  await settled();
  answer("spam", "recall");
  assert.equal(states()[0], "correct");
  assert.match(text(".storage-notice") ?? "", /does not save your answers/);
  assert.equal(article.querySelectorAll(".storage-notice").length, 1);
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, writable: true, value: real });
});
