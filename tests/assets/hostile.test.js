/** What is kept on a reader's device is nothing to rely on: whatever stands there, nothing throws, and only what fits is shown. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { EVENT_KINDS } from "../../docs/assets/record/event-kinds.js";
import { isValidDraft, isValidEntry } from "../../docs/assets/record/events.js";
import { draftSinceLastAttempt, stateByItem } from "../../docs/assets/record/replay.js";
import { scoreFraction } from "../../docs/assets/scoring/score.js";
import { phaseAfterCheck, viewOf } from "../../docs/assets/quiz/item/item-view.js";

/** @typedef {import("../../docs/assets/scoring/types.js").Declaration} Declaration */

const TEXTS = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "-->",
  "{{ 7 * 7 }}",
  "{% raw %}",
  "\u2028\u2029",
  "\u202e\u2066rtl",
  "\0",
  "__proto__",
  "constructor",
  "toString",
  "x".repeat(100_000),
  "1e999",
  "-0",
  "\ud800",
  "ﷺ".repeat(300),
  "",
];
/** @type {Declaration[]} */
const DECLARATIONS = [
  { cardinality: "single", base: "identifier", correct: ["recall"] },
  { cardinality: "multiple", base: "identifier", correct: ["a", "b"] },
  { cardinality: "ordered", base: "identifier", correct: ["a", "b", "c"] },
  {
    cardinality: "pair",
    base: "identifier",
    correct: [
      ["a", "x"],
      ["b", "y"],
    ],
  },
  { cardinality: "single", base: "float", correct: [0.4], tolerance: { abs: 0.01 }, unit: "%" },
  { cardinality: "single", base: "string", correct: ["drift"] },
];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "binary" }));
const response = fc.oneof(
  text,
  fc.array(text, { maxLength: 5 }),
  fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }),
);
const number = fc.oneof(fc.nat(), fc.constantFrom(-1, NaN, Infinity, 1.5, 8.64e15, Number.MAX_SAFE_INTEGER));
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
});

/** A row as ours, each field of it wrong now and then. */
const row = fc.record(
  {
    format: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: anything }),
    eid: text,
    kind: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom(...Object.keys(EVENT_KINDS)),
      },
      { weight: 1, arbitrary: text },
    ),
    item: fc.oneof({ weight: 9, arbitrary: fc.constant("spam") }, { weight: 1, arbitrary: fc.oneof(text, anything) }),
    rev: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(1, 2) },
      { weight: 1, arbitrary: fc.oneof(number, anything) },
    ),
    objective: text,
    response: fc.oneof({ weight: 9, arbitrary: response }, { weight: 1, arbitrary: anything }),
    score: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(0, 0.5, 1) },
      { weight: 1, arbitrary: fc.oneof(number, anything) },
    ),
    confidence: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(undefined, "guess", "think", "sure") },
      { weight: 1, arbitrary: fc.oneof(text, anything) },
    ),
    seed: fc.oneof({ weight: 9, arbitrary: fc.nat() }, { weight: 1, arbitrary: anything }),
    at: fc.oneof({ weight: 9, arbitrary: fc.nat() }, { weight: 1, arbitrary: fc.oneof(number, anything) }),
    mode: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom("pretest", "practice", "review", "mock") },
      { weight: 1, arbitrary: text },
    ),
    invalid: fc.oneof({ weight: 9, arbitrary: fc.boolean() }, { weight: 1, arbitrary: anything }),
    hints: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: anything }),
  },
  { requiredKeys: ["format", "eid", "kind", "item", "rev", "at", "seed", "mode", "objective"] },
);

/** @param {any} given @returns {boolean} */
const isShort = (given) =>
  Array.isArray(given) ? given.every(isShort) : typeof given === "string" && given.length <= 1000;

test("whatever it is, it is told whether it is a row of ours", () => {
  fc.assert(
    fc.property(fc.oneof(anything, row), (given) => {
      assert.equal(typeof isValidEntry(given), "boolean");
      assert.equal(typeof isValidDraft(given), "boolean");
    }),
    { numRuns: 2000 },
  );
});

test("what passes as an entry is texts and numbers of a known size, and no more", () => {
  let passed = 0;
  fc.assert(
    fc.property(row, (given) => {
      if (!isValidEntry(given)) return;
      passed++;
      assert.ok([given.item, given.eid, given.objective].every(isShort));
      assert.ok([given.at, given.rev, given.seed].every(Number.isSafeInteger));
      if (given.kind === "answered")
        assert.ok(isShort(given.response) && Number(given.score) >= 0 && Number(given.score) <= 1);
    }),
    { numRuns: 2000 },
  );
  assert.ok(passed > 100, `only ${passed} rows passed`);
});

test("any log is replayed, and shown as a state that there is", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      row,
      fc.constantFrom(...DECLARATIONS),
      fc.boolean(),
      (rows, last, declaration, fits) => {
        const states = stateByItem(rows.filter(isValidEntry), { spam: 1 });
        const state = states.get("spam");
        assert.ok(state && states.size === 1);
        const draft = draftSinceLastAttempt(isValidDraft(last) ? last : undefined, state, 1);
        const view = viewOf(
          { state, draft },
          () => fits,
          (response) => phaseAfterCheck(declaration, response, () => [0, 0]),
        );
        assert.ok(["unseen", "answering", "invalid", "correct", "partly", "wrong", "revealed"].includes(view.phase));
        if (!fits) assert.deepEqual([view.response, view.tried], [undefined, []]);
      },
    ),
    { numRuns: 1000 },
  );
  assert.equal(/** @type {any} */ ({}).tries, undefined);
});

test("the order in which rows are read does not matter", () => {
  const distinct = fc.uniqueArray(row.filter(isValidEntry), { selector: ({ eid }) => eid, maxLength: 8 });
  fc.assert(
    fc.property(distinct, (rows) =>
      assert.deepEqual(stateByItem(rows, { spam: 1 }), stateByItem(rows.toReversed(), { spam: 1 })),
    ),
    { numRuns: 200 },
  );
});

test("any response is scored from 0 to 1", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DECLARATIONS), fc.oneof(response, anything), (declaration, given) => {
      const value = scoreFraction(declaration, given);
      assert.ok(value >= 0 && value <= 1, `${value}`);
    }),
    { numRuns: 2000 },
  );
});

test("a hundred thousand rows are replayed in the time of a blink, be they of one item or of many", () => {
  for (const items of [1, 50]) {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({
      format: 1,
      eid: `${at}`,
      kind: "answered",
      item: `item-${at % items}`,
      rev: 1,
      objective: "o",
      mode: "practice",
      response: "a",
      score: 0,
      seed: 0,
      at: (at * 7919) % 100_003,
    }));
    const started = process.cpuUsage();
    const states = stateByItem(/** @type {any} */ (rows), { "item-0": 1 });
    const { user } = process.cpuUsage(started);
    assert.equal(states.get("item-0")?.tries.length, 100_000 / items);
    assert.ok(user < 2e6, `${user / 1000} ms of CPU; a tenth of the limit is what it takes`);
  }
});
