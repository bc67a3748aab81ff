import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { divide, put } from "../../docs/assets/calculator/classes.js";

/** What becomes of rows that cross as files. @param {number[]} labels @param {number[]} scores */
function divided(labels, scores) {
  /** @type {Map<string, Uint8Array<ArrayBuffer>>} */
  const kept = new Map();
  const files = {
    readFile: (/** @type {string} */ path) => new Uint8Array(kept.get(path) ?? []),
    writeFile: (/** @type {string} */ path, /** @type {any} */ bytes) => void kept.set(path, bytes),
  };
  put(files, "/one", Int8Array.from(labels));
  put(files, "/other", Float64Array.from(scores));
  const length = divide(files);
  const [pos, neg] = ["/pos", "/neg"].map((path) => [...new Float64Array(files.readFile(path).buffer)]);
  return { length, pos, neg };
}

describe("two classes", () => {
  test("are split and sorted by value, what is lowest in front", () => {
    const { length, pos, neg } = divided([1, 0, 1, 0, 1], [10, 0.5, 9, -3, 1e-300]);
    assert.deepEqual([length, pos, neg], [4, [-Infinity, 1e-300, 9, 10], [-Infinity, -3, 0.5]]);
  });

  test("may be one", () => {
    assert.deepEqual(divided([0, 0], [2, 1]), { length: 1, pos: [-Infinity], neg: [-Infinity, 1, 2] });
    assert.deepEqual(divided([1], [2]), { length: 2, pos: [-Infinity, 2], neg: [-Infinity] });
  });
});
