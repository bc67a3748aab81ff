/** The sentences about misplaced rows of an order; rows that move are tested in a browser. */
import assert from "node:assert/strict";
import test from "node:test";

import { document, importInteraction, setMarkup } from "./happy-page.js";

const { interaction } = await importInteraction("order");

/** The feedback if the last row was put first. @param {[first: string, last: string]} texts of the rows, as HTML */
function feedbackOnRowTooLate([first, last]) {
  const page = document.createElement("div");
  const row = (/** @type {string} */ id, /** @type {string} */ text) =>
    `<div class="row" data-row="${id}"><span>${text}</span> <select></select></div>`;
  setMarkup(
    page,
    `<form>${row("b", last)}${row("c", "Third")}${row("a", first)}</form><dl><dd data-for="b">Why.</dd></dl>`,
  );
  const nodes = interaction.createFeedback(
    page.querySelector("form"),
    page.querySelector("dl"),
    { cardinality: "ordered", base: "identifier", correct: ["a", "b", "c"] },
    { phase: "partly" },
  );
  return nodes.map((/** @type {Node} */ node) => node.textContent).join(" | ");
}

test("rows that are sentences make one sentence, with one period", () => {
  const text = feedbackOnRowTooLate(["The owners want less waste.", "The forecast is needed sooner."]);
  assert.equal(text, '"The owners want less waste" comes before "The forecast is needed sooner." Why.');
});

test("rows that are terms, questions or code are quoted as they are", () => {
  assert.equal(feedbackOnRowTooLate(["Training", "Evaluation"]), '"Training" comes before "Evaluation." Why.');
  assert.equal(feedbackOnRowTooLate(["What?", "Why not?"]), '"What?" comes before "Why not?" Why.');
  assert.equal(feedbackOnRowTooLate(["<code>fit</code>", "Call it."]), '"fit" comes before "Call it." Why.');
});
