import assert from "node:assert/strict";
import { test } from "node:test";
import { ascendingClassScoresAfterSentinel } from "../../docs/assets/calculator/csv/sorted-scores.js";

/** @param {number[]} labels @param {number[]} scores */
function sorted(labels, scores) {
  const { positives, negatives } = ascendingClassScoresAfterSentinel(new Int8Array(labels), new Float64Array(scores));
  return [[...positives], [...negatives]];
}

test("the scores of each class are sorted by value, below all of them -Infinity", () => {
  const [positives, negatives] = sorted([1, 0, 1, 0, 1], [0.9, 0.5, 0.1, 0, 0.1]);
  assert.deepEqual(positives, [-Infinity, 0.1, 0.1, 0.9]);
  assert.deepEqual(negatives, [-Infinity, 0, 0.5]);
});

test("a class without rows has only -Infinity", () => {
  assert.deepEqual(sorted([1, 1], [0.5, 0.25]), [[-Infinity, 0.25, 0.5], [-Infinity]]);
  assert.deepEqual(sorted([0], [1]), [[-Infinity], [-Infinity, 1]]);
});
