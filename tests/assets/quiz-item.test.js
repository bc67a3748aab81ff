/** <quiz-item> in the hands of a driver that is no lesson page: it is told what is known, and reports what happened. */
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";

import {
  CHOICE,
  choiceMarkup,
  choose,
  customElements,
  document,
  importInteraction,
  press,
  setMarkup,
} from "./happy-page.js";
import { newItemState } from "../../docs/assets/record/event-kinds.js";

const { QuizItem } = await import("../../docs/assets/quiz/item/quiz-item.js");
const { copyAsBoldLeadIn, loadInteractions } = await import("../../docs/assets/quiz/shared.js");

/** @type {[string, any][]} */
let reports = [];
/** @type {HTMLElement} */
let driver;

beforeEach(() => {
  reports = [];
  driver = document.createElement("div");
  document.body.replaceChildren(driver);
  for (const type of ["item-event", "item-draft", "item-next"])
    driver.addEventListener(type, (event) => reports.push([type, /** @type {CustomEvent} */ (event).detail]));
});

/** @returns {InstanceType<typeof QuizItem>} */
function place(mode = "practice") {
  setMarkup(driver, choiceMarkup("spam", mode));
  return /** @type {any} */ (driver.querySelector("quiz-item"));
}

/** @param {object} [known] */
const placeKnown = (known, mode = "practice") => {
  const item = place(mode);
  item.update({ declaration: CHOICE, state: newItemState(), nextAction: "next", ...known });
  return item;
};

/** @param {Element} item */
const labels = (item) =>
  /** @type {HTMLButtonElement[]} */ ([...item.querySelectorAll(".item-buttons > button")])
    .filter((button) => !button.hidden)
    .map((button) => button.textContent);

test("importing the modules defines no element and adds nothing to the page", () => {
  assert.equal(customElements.get("quiz-item"), undefined);
  assert.equal(document.body.children.length, 1);
});

test("an item whose interaction has not arrived stays as without scripts", async () => {
  customElements.define("quiz-item", QuizItem);
  const item = place();
  item.dataset.state = "";
  driver.append(item); // connected again
  item.update({ declaration: CHOICE, state: newItemState(), nextAction: "next" });
  press(item, "check");
  assert.deepEqual([item.dataset.state, reports], [undefined, []]);
  await loadInteractions(["choice", "missing"], importInteraction);
});

test("an item does nothing before it is told what is known of it", () => {
  const item = place();
  choose(item, "recall");
  press(item, "check");
  assert.deepEqual(reports, []);
});

test("an answer is shown and reported, and no reply is needed", () => {
  const item = placeKnown({}, "review");
  choose(item, "recall");
  press(item, "check");
  assert.equal(item.dataset.state, "correct");
  assert.deepEqual(labels(item), ["Next question", "Start over"]);
  const place = { item: "spam", rev: 2 };
  assert.deepEqual(reports, [
    ["item-draft", { ...place, seed: 0, hints: 0, response: "recall", invalid: false }],
    [
      "item-event",
      { kind: "answered", ...place, objective: "name-recall", mode: "review", seed: 0, response: "recall", score: 1 },
    ],
  ]);
});

test("a wrong answer is tried again and then right, and each try is reported", () => {
  const item = placeKnown();
  choose(item, "accuracy");
  press(item, "check");
  assert.equal(item.dataset.state, "wrong");
  press(item, "retry");
  assert.equal(item.dataset.state, "answering");
  assert.equal(/** @type {HTMLInputElement} */ (item.querySelector("[value=accuracy]")).disabled, true);
  choose(item, "recall");
  press(item, "check");
  assert.match(item.querySelector(".explanation")?.textContent ?? "", /Second try\./);
  const answers = reports.filter(([type]) => type === "item-event").map(([, { response, score }]) => [response, score]);
  assert.deepEqual(answers, [
    ["accuracy", 0],
    ["recall", 1],
  ]);
});

test("Check without a choice says what is missing, and is a draft", () => {
  const item = placeKnown();
  press(item, "check");
  assert.equal(item.dataset.state, "invalid");
  assert.equal(item.querySelector("[role=status]")?.textContent, "Choose one of the three, then press Check.");
  assert.deepEqual(
    reports.map(([type, { invalid }]) => [type, invalid]),
    [["item-draft", true]],
  );
});

test("hints and marks leave the answer and what was begun as they are", () => {
  const item = placeKnown();
  choose(item, "accuracy");
  press(item, "hint");
  press(item, "hint"); // there is no second one
  assert.equal(item.dataset.state, "answering");
  assert.match(item.querySelector("[role=status] .visually-hidden")?.textContent ?? "", /Look at the rows/);
  press(item, "check");
  const verdict = item.querySelector(".verdict");
  press(item, "retry");
  choose(item, "recall");
  press(item, "check");
  press(item, "mark");
  assert.equal(item.querySelector("[role=status] .visually-hidden")?.textContent, "Marked.");
  assert.ok(item.querySelector(".verdict") && verdict);
  assert.deepEqual(
    reports.filter(([type]) => type === "item-event").map(([, { kind }]) => kind),
    ["hinted", "answered", "answered", "marked"],
  );
});

test("a driver that answers a report at once, with what it knows, changes nothing", () => {
  const item = place();
  const state = newItemState();
  const update = () => item.update({ declaration: CHOICE, state: structuredClone(state), nextAction: "next" });
  driver.addEventListener("item-event", (event) => {
    const { kind } = /** @type {CustomEvent} */ (event).detail;
    if (kind === "marked") state.marked = true;
    if (kind === "revealed") state.revealed = true;
    update();
  });
  update();
  press(item, "show");
  assert.equal(item.dataset.state, "revealed");
  press(item, "reset");
  assert.equal(item.dataset.state, "revealed", "the driver has the last word");
});

test("started over, the item is open again, in the next order", () => {
  const item = placeKnown({ state: { ...newItemState(), revealed: true } });
  assert.equal(item.dataset.state, "revealed");
  press(item, "reset");
  assert.equal(item.dataset.state, "unseen");
  assert.equal(item.querySelectorAll(":checked").length, 0);
  choose(item, "recall");
  press(item, "check");
  const seeds = reports.slice(-2).map(([type, { seed }]) => [type, seed]);
  assert.deepEqual(seeds, [
    ["item-draft", 1],
    ["item-event", 1],
  ]);
});

test("a driver can end with any item: the last one offers no next question", () => {
  const item = placeKnown({ nextAction: "" });
  choose(item, "recall");
  press(item, "check");
  assert.deepEqual(labels(item), ["Start over"]);
});

test("a name that is a sentence keeps its end, and others get a colon", () => {
  const name = document.createElement("span");
  for (const [text, title] of [
    ["An address is found in a mail.", "An address is found in a mail. "],
    ["Recall", "Recall: "],
  ]) {
    name.textContent = `${text}`;
    assert.equal(copyAsBoldLeadIn(name).textContent, title);
  }
});

test("Next question is reported, and the item does not look for it", () => {
  const item = placeKnown();
  choose(item, "recall");
  press(item, "check");
  press(item, "next");
  assert.deepEqual(reports.at(-1), ["item-next", { item: "spam" }]);
});
