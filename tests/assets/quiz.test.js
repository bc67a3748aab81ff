/** What an item shows and offers, from what is known of it. The elements themselves are tested in a browser. */
import assert from "node:assert/strict";
import test from "node:test";

import { unseen } from "../../docs/assets/record/replay.js";
import { deedsOf, isChecked, verdictOf, viewOf } from "../../docs/assets/quiz/view.js";
import { inWords, nthTry, sentence } from "../../docs/assets/quiz/words.js";

/** @typedef {import("../../docs/assets/scoring/types.js").Declaration} Declaration */
/** @type {Declaration} */
const ONE = { cardinality: "single", base: "identifier", correct: ["precision"] };
/** @type {Declaration} */
const TWO = { cardinality: "multiple", base: "identifier", correct: ["a", "b"] };

/** @param {any[]} responses */
const tried = (...responses) => ({ ...unseen(), tries: responses.map((response) => ({ response, score: 0 })), at: 100 });

/** @param {object} change @returns {any} */
const draft = (change = {}) => ({ item: "x", rev: 1, seed: 0, hints: 0, response: "recall", invalid: false, at: 101, ...change });

/** @param {any} known @param {(response: any) => boolean} [fits] */
const shown = (known, fits = () => true) => viewOf({ declaration: ONE, state: unseen(), ...known }, fits);

/** @type {NonNullable<import("../../docs/assets/quiz/types.js").Interaction["share"]>} */
const share = (declaration, response) => [[response].flat(2).filter((id) => declaration.correct.includes(id)).length, 2];

test("an item never met is unseen", () => {
  assert.deepEqual(shown({}), { phase: "unseen", response: undefined, tried: [] });
});

test("a draft is shown as it was left", () => {
  assert.deepEqual(shown({ draft: draft() }), { phase: "answering", response: "recall", tried: [] });
  assert.deepEqual(shown({ draft: draft({ response: "", invalid: true }) }), { phase: "invalid", response: "", tried: [] });
});

test("the last try gives the verdict, the ones before it stay tried", () => {
  assert.deepEqual(shown({ state: tried("recall") }), { phase: "wrong", response: "recall", tried: [] });
  assert.deepEqual(shown({ state: tried("recall", "precision") }), { phase: "correct", response: "precision", tried: ["recall"] });
});

test("a draft after a wrong try is the next try", () => {
  assert.deepEqual(shown({ state: tried("recall"), draft: draft({ response: "" }) }), { phase: "answering", response: "", tried: ["recall"] });
});

test("a draft older than the last try is forgotten, and none outlives the right answer", () => {
  assert.equal(shown({ state: tried("recall"), draft: draft({ at: 100 }) }).phase, "wrong");
  assert.equal(shown({ state: tried("precision"), draft: draft() }).phase, "correct");
});

test("an answer that was shown is shown, drafts or not", () => {
  assert.deepEqual(shown({ state: { ...tried("recall"), revealed: true }, draft: draft() }), { phase: "revealed", tried: ["recall"] });
});

test("stored responses that do not fit the form are ignored", () => {
  const fits = (/** @type {any} */ response) => ["precision", "recall"].includes(response);
  assert.deepEqual(shown({ state: tried("recall", "<img onerror=x>") }, fits), { phase: "wrong", response: "recall", tried: [] });
  assert.equal(shown({ draft: draft({ response: ["recall"] }) }, fits).phase, "unseen");
});

test("the stored score is not believed", () => {
  const state = { ...unseen(), tries: [{ response: "recall", score: 1 }], at: 100 };
  assert.equal(shown({ state }).phase, "wrong");
});

test("several keys are partly right from the first hit, though an extra may cost the whole score", () => {
  assert.equal(verdictOf(TWO, ["a", "b"], share), "correct");
  assert.equal(verdictOf(TWO, ["a", "x"], share), "partly");
  assert.equal(verdictOf(TWO, ["x", "y"], share), "wrong");
  assert.equal(verdictOf(TWO, ["a"]), "partly");
});

test("the two buttons do what the state asks for", () => {
  assert.deepEqual(deedsOf("unseen", true), ["check", "show"]);
  assert.deepEqual(deedsOf("answering", true), ["check", "show"]);
  assert.deepEqual(deedsOf("invalid", true), ["check", "show"]);
  assert.deepEqual(deedsOf("wrong", true), ["retry", "show"]);
  assert.deepEqual(deedsOf("partly", true), ["retry", "show"]);
  assert.deepEqual(deedsOf("correct", true), ["next", ""]);
  assert.deepEqual(deedsOf("revealed", true), ["next", "reset"]);
});

test("the last item has no next one, and its pressed button still does not go", () => {
  assert.deepEqual(deedsOf("correct", false), ["reset", ""]);
  assert.deepEqual(deedsOf("revealed", false), ["", "reset"]);
});

test("a form is closed from the verdict on", () => {
  assert.deepEqual(["unseen", "answering", "invalid"].map((phase) => isChecked(/** @type {any} */ (phase))), [false, false, false]);
  assert.deepEqual(["correct", "partly", "wrong", "revealed"].map((phase) => isChecked(/** @type {any} */ (phase))), [true, true, true, true]);
});

test("small numbers are words, larger ones are digits", () => {
  assert.deepEqual([0, 1, 6, 7].map(inWords), ["none", "one", "six", "7"]);
  assert.deepEqual([2, 6, 7].map(nthTry), ["second try", "sixth try", "try 7"]);
  assert.equal(sentence("one more"), "One more");
});
