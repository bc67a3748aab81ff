/** Replay of an entry that leaves out what it may leave out. */
import assert from "node:assert/strict";
import test from "node:test";

import { stateByItem } from "../../docs/assets/record/replay.js";

/** An answer without what it may leave out. */
const BARE_ANSWER = /** @type {any} */ ({
  format: 1,
  eid: "a",
  kind: "answered",
  item: "spam",
  rev: 1,
  mode: "practice",
  seed: 0,
  at: 1,
});

test("an answer without response and score counts as an empty, wrong one", () => {
  assert.deepEqual(stateByItem([BARE_ANSWER], { spam: 1 }).get("spam")?.tries, [
    { response: "", score: 0, confidence: undefined },
  ]);
});

test("only an answer to another revision counts as changed", () => {
  assert.equal(stateByItem([BARE_ANSWER], { spam: 1 }).get("spam")?.changed, false);
  assert.equal(stateByItem([BARE_ANSWER], { spam: 2 }).get("spam")?.changed, true);
});

test("an answer in a review or a mock exam leaves the lesson as it was, and a mark does not", () => {
  const facts = { format: 1, item: "spam", rev: 1, seed: 0, at: 1, response: "a", score: 1 };
  const entries = /** @type {any[]} */ ([
    { ...facts, eid: "a", kind: "answered", mode: "review" },
    { ...facts, eid: "b", kind: "reset", mode: "mock" },
    { ...facts, eid: "c", kind: "marked", mode: "review" },
  ]);
  const state = stateByItem(entries, { spam: 1 }).get("spam");
  assert.deepEqual([state?.tries, state?.seed, state?.marked], [[], 0, true]);
});

test("an answer to a question before the text is shown in its lesson again", () => {
  const entry = /** @type {any} */ ({ ...BARE_ANSWER, mode: "pretest" });
  assert.equal(stateByItem([entry], { spam: 1 }).get("spam")?.tries.length, 1);
});
