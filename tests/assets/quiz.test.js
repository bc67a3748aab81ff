/** What an item shows and offers, from what is known of it. The elements themselves are tested in a browser. */
import assert from "node:assert/strict";
import test from "node:test";

import { newItemState } from "../../docs/assets/record/event-kinds.js";
import { draftSinceLastAttempt } from "../../docs/assets/record/replay.js";
import { actionPerButton, isFormClosed, phaseAfterCheck, viewOf } from "../../docs/assets/quiz/item/item-view.js";
import { countPartnersInPlace } from "../../docs/assets/quiz/interactions/match.js";
import { fewestIdsToMove, countMissingInversions } from "../../docs/assets/quiz/interactions/order.js";
import { shuffle } from "../../docs/assets/quiz/item/shuffle.js";
import { capitalize, nthTry, numberInWords } from "../../docs/assets/quiz/wording.js";

/** @typedef {import("../../docs/assets/scoring/types.js").Declaration} Declaration */
/** @type {Declaration} */
const ONE = { cardinality: "single", base: "identifier", correct: ["precision"] };
/** @type {Declaration} */
const TWO = { cardinality: "multiple", base: "identifier", correct: ["a", "b"] };

/** @param {any[]} responses */
const tried = (...responses) => ({
  ...newItemState(),
  tries: responses.map((response) => ({ response, score: 0 })),
  at: 100,
});

/** @param {object} change @returns {any} */
const draft = (change = {}) => ({
  item: "x",
  rev: 1,
  seed: 0,
  hints: 0,
  response: "recall",
  invalid: false,
  at: 101,
  ...change,
});

/** @param {any} known @param {(response: any) => boolean} [fits] */
const shown = (known, fits = () => true) =>
  viewOf({ state: newItemState(), ...known }, fits, (response) => phaseAfterCheck(ONE, response, () => [0, 0]));

/** @type {import("../../docs/assets/quiz/types.js").Interaction["countRightAndAllParts"]} */
const countRightAndAllParts = (declaration, response) => [
  [response].flat(2).filter((id) => declaration.correct.includes(id)).length,
  2,
];

/** What stands beside an attempt, where nothing does. */
const NOTHING = { seed: 0, hints: 0, marked: false, retries: 0, confidence: undefined };

test("an item never met is unseen", () => {
  assert.deepEqual(shown({}), { phase: "unseen", response: undefined, tried: [], ...NOTHING });
});

test("a draft is shown as it was left", () => {
  assert.deepEqual(shown({ draft: draft() }), { phase: "answering", response: "recall", tried: [], ...NOTHING });
  assert.deepEqual(shown({ draft: draft({ response: "", invalid: true }) }), {
    phase: "invalid",
    response: "",
    tried: [],
    ...NOTHING,
  });
});

test("the last try gives the verdict, the ones before it stay tried", () => {
  assert.deepEqual(shown({ state: tried("recall") }), { phase: "wrong", response: "recall", tried: [], ...NOTHING });
  assert.deepEqual(shown({ state: tried("recall", "precision") }), {
    phase: "correct",
    response: "precision",
    tried: ["recall"],
    ...NOTHING,
  });
});

test("a draft after a wrong try is the next try", () => {
  assert.deepEqual(shown({ state: tried("recall"), draft: draft({ response: "" }) }), {
    phase: "answering",
    response: "",
    tried: ["recall"],
    ...NOTHING,
  });
});

test("a draft is over after a later try, or in another revision", () => {
  assert.equal(draftSinceLastAttempt(draft({ at: 100 }), tried("recall"), 1), undefined);
  assert.equal(draftSinceLastAttempt(draft(), tried("recall"), 2), undefined);
  assert.deepEqual(draftSinceLastAttempt(draft(), tried("recall"), 1), draft());
  assert.equal(draftSinceLastAttempt(undefined, tried("recall"), 1), undefined);
});

test("no draft outlives the right answer", () => {
  assert.equal(shown({ state: tried("precision"), draft: draft() }).phase, "correct");
});

test("an answer that was shown is shown, drafts or not", () => {
  assert.deepEqual(shown({ state: { ...tried("recall"), revealed: true }, draft: draft() }), {
    phase: "revealed",
    tried: ["recall"],
    seed: 0,
    hints: 0,
    marked: false,
    retries: 0,
  });
});

test("stored responses that do not fit the form are ignored", () => {
  const fits = (/** @type {any} */ response) => ["precision", "recall"].includes(response);
  assert.deepEqual(shown({ state: tried("recall", "<img onerror=x>") }, fits), {
    phase: "wrong",
    response: "recall",
    tried: [],
    ...NOTHING,
  });
  assert.equal(shown({ draft: draft({ response: ["recall"] }) }, fits).phase, "unseen");
});

test("the stored score is not believed", () => {
  const state = { ...newItemState(), tries: [{ response: "recall", score: 1 }], at: 100 };
  assert.equal(shown({ state }).phase, "wrong");
});

test("several keys are partly right from the first hit, though an extra may cost the whole score", () => {
  assert.equal(phaseAfterCheck(TWO, ["a", "b"], countRightAndAllParts), "correct");
  assert.equal(phaseAfterCheck(TWO, ["a", "x"], countRightAndAllParts), "partly");
  assert.equal(phaseAfterCheck(TWO, ["x", "y"], countRightAndAllParts), "wrong");
  assert.equal(
    phaseAfterCheck(TWO, ["a"], () => [0, 0]),
    "partly",
  );
});

/** @param {any} phase @param {import("../../docs/assets/record/types.js").NextAction} nextAction @param {boolean} [isSingleTry] */
const actions = (phase, nextAction, isSingleTry) => actionPerButton({ phase }, { nextAction, isSingleTry });

test("the buttons do what the state asks for, and a wrong answer has a way on", () => {
  for (const phase of ["unseen", "answering", "invalid"])
    assert.deepEqual(actions(phase, "next"), ["check", "", "show", ""]);
  for (const phase of ["wrong", "partly"]) assert.deepEqual(actions(phase, "next"), ["retry", "next", "show", ""]);
  assert.deepEqual(actions("correct", "next"), ["next", "", "", "reset"]);
  assert.deepEqual(actions("revealed", "result"), ["result", "", "shown", "reset"]);
});

test("starting over takes the place of the pressed button only if nothing else follows", () => {
  assert.deepEqual(actions("correct", "continue"), ["continue", "", "", "reset"]);
  assert.deepEqual(actions("correct", ""), ["reset", "", "", ""]);
  assert.deepEqual(actions("revealed", ""), ["", "", "shown", "reset"]);
});

test("after a single try there is the way on and, unless it was right, the answer", () => {
  assert.deepEqual(actions("correct", "next", true), ["next", "", "", ""]);
  for (const phase of ["wrong", "partly"]) assert.deepEqual(actions(phase, "next", true), ["next", "", "show", ""]);
  assert.deepEqual(actions("revealed", "next", true), ["next", "", "shown", ""]);
});

/** @param {string[]} ids @returns {string[][]} */
const permutations = (ids) =>
  ids.length < 2 ? [ids] : ids.flatMap((id, at) => permutations(ids.toSpliced(at, 1)).map((rest) => [id, ...rest]));
/** @param {string[]} ids @returns {string[][]} */
const subsets = (ids) =>
  ids.reduce((all, id) => [...all, ...all.map((set) => [...set, id])], [/** @type {string[]} */ ([])]);

test("of every order of five steps the fewest are marked, and the others are in order", () => {
  const key = [..."abcde"];
  const isInOrder = (/** @type {string[]} */ ids) => ids.join() === ids.toSorted().join();
  for (const order of permutations(key)) {
    const misplaced = fewestIdsToMove(key, order);
    assert.ok(isInOrder(order.filter((id) => !misplaced.includes(id))), `${order}: ${misplaced}`);
    const fewest = Math.min(
      ...subsets(key)
        .filter((set) => isInOrder(order.filter((id) => !set.includes(id))))
        .map((set) => set.length),
    );
    assert.equal(misplaced.length, fewest, `${order}`);
  }
});

test("the culprit is marked, and of two neighbors the one that came too early", () => {
  assert.deepEqual(fewestIdsToMove([..."abcd"], [..."bcda"]), ["a"]);
  assert.deepEqual(fewestIdsToMove([..."abcd"], [..."dabc"]), ["d"]);
  assert.deepEqual(fewestIdsToMove([..."abcd"], [..."bacd"]), ["b"]);
  assert.deepEqual(fewestIdsToMove([..."abcd"], [..."abcd"]), []);
});

test("confidence belongs to its try, and a new try is asked anew", () => {
  const state = {
    ...tried("recall"),
    tries: [{ response: "recall", score: 0, confidence: /** @type {const} */ ("sure") }],
  };
  assert.equal(shown({ state }).confidence, "sure");
  assert.equal(shown({ state, draft: draft({ response: "" }) }).confidence, undefined);
  assert.equal(shown({ draft: draft({ confidence: "guess" }) }).confidence, "guess");
});

test("a draft keeps the order that it was begun in, a try the one it was given in", () => {
  assert.equal(shown({ state: { ...newItemState(), seed: 4 } }).seed, 4);
  assert.equal(shown({ state: { ...newItemState(), seed: 4 }, draft: draft({ seed: 3 }) }).seed, 3);
});

test("marks and hints are the log's, whatever a draft says", () => {
  const view = shown({ state: { ...newItemState(), hints: 2, marked: true }, draft: draft({ hints: 0 }) });
  assert.deepEqual([view.hints, view.marked], [2, true]);
});

test("a form is closed from the verdict on", () => {
  assert.deepEqual(
    ["unseen", "answering", "invalid"].map((phase) => isFormClosed(/** @type {any} */ (phase))),
    [false, false, false],
  );
  assert.deepEqual(
    ["correct", "partly", "wrong", "revealed"].map((phase) => isFormClosed(/** @type {any} */ (phase))),
    [true, true, true, true],
  );
});

/** @param {string[]} order @param {string[]} key pairs that stand the wrong way round */
const apart = (order, key) =>
  key.flatMap((one, at) => key.slice(at + 1).filter((other) => order.indexOf(one) > order.indexOf(other))).length;

for (const size of [3, 4, 5]) {
  test(`${size} steps are never begun near their order, over 1,000 seeds`, () => {
    const key = [..."abcde"].slice(0, size);
    const pairs = (size * (size - 1)) / 2;
    const seen = new Set();
    for (let seed = 0; seed < 1000; seed++) {
      const order = shuffle(key, `item-x ${seed}`, (ids) =>
        countMissingInversions({ cardinality: "ordered", base: "identifier", correct: key }, ids),
      );
      assert.deepEqual(order.toSorted(), key);
      assert.ok(apart(order, key) >= 0.4 * pairs, `${seed}: ${order}`);
      seen.add(order.join());
    }
    assert.ok(seen.size >= size);
  });
}

for (const [rows, more] of /** @type {const} */ ([
  [3, 0],
  [3, 2],
  [5, 1],
  [7, 3],
])) {
  test(`no partner of ${rows} rows stands at its row's place, over 1,000 seeds`, () => {
    const ids = Array.from({ length: rows + more }, (_, at) => `r${at}`);
    const correct = ids.slice(0, rows).map((id, at) => [`l${at}`, id]);
    for (let seed = 0; seed < 1000; seed++) {
      const order = shuffle(ids, `item-x ${seed}`, (order) =>
        countPartnersInPlace({ cardinality: "pair", base: "identifier", correct }, order),
      );
      assert.deepEqual(order.toSorted(), ids);
      for (const [at, [, right]] of correct.entries()) assert.notEqual(order[at], right, `${seed}: ${order}`);
    }
  });
}

test("one partner for every row stands where it must, and the order is one all the same", () => {
  const misfit = (/** @type {string[]} */ order) =>
    countPartnersInPlace(
      {
        cardinality: "pair",
        base: "identifier",
        correct: [
          ["x", "a"],
          ["y", "a"],
          ["z", "a"],
        ],
      },
      order,
    );
  assert.deepEqual(shuffle(["a", "b", "c"], "x", misfit).toSorted(), ["a", "b", "c"]);
});

test("an order depends on item, seed and ids, and on nothing else", () => {
  const orders = Array.from({ length: 1000 }, (_, seed) => shuffle(["a", "b", "c", "d"], `item-x ${seed}`));
  assert.deepEqual(
    orders,
    orders.map((_, seed) => shuffle(["d", "b", "a", "c"], `item-x ${seed}`)),
  );
  for (const id of "abcd") {
    const first = orders.filter((order) => order[0] === id).length;
    assert.ok(first > 200 && first < 300, `${id} is first ${first} times`);
  }
  assert.equal(new Set(orders.map(String)).size, 24);
  assert.notDeepEqual(
    orders,
    orders.map((_, seed) => shuffle(["a", "b", "c", "d"], `item-y ${seed}`)),
  );
});

test("small numbers are words, larger ones are digits", () => {
  assert.deepEqual([0, 1, 6, 7].map(numberInWords), ["none", "one", "six", "7"]);
  assert.deepEqual([2, 6, 7].map(nthTry), ["second try", "sixth try", "try 7"]);
  assert.equal(capitalize("one more"), "One more");
});
