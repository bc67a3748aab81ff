/** Lines side by side: what two texts share is in one row, what they do not share is not lost. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { sideBySideRows } from "../../docs/assets/lab/line-diff.js";

/** Rows as [left, right, is shared], the lines in place of their indexes. @param {string[]} left @param {string[]} right */
const rows = (left, right) =>
  sideBySideRows(left, right).map((row) => [left[row.left ?? -1], right[row.right ?? -1], row.isShared]);

test("equal texts share every line", () => {
  assert.deepEqual(rows(["a", "b"], ["a", "b"]), [
    ["a", "a", true],
    ["b", "b", true],
  ]);
});

test("a changed line stands beside the one that it became", () => {
  assert.deepEqual(rows(["a", "x", "c"], ["a", "y", "c"]), [
    ["a", "a", true],
    ["x", "y", false],
    ["c", "c", true],
  ]);
});

test("lines that only one text has stand alone", () => {
  assert.deepEqual(rows(["a", "c"], ["a", "b", "c", "d"]), [
    ["a", "a", true],
    [undefined, "b", false],
    ["c", "c", true],
    [undefined, "d", false],
  ]);
  assert.deepEqual(rows(["a"], []), [["a", undefined, false]]);
});

test("spaces at the end of a line make no difference", () => {
  assert.deepEqual(rows(["a  "], ["a"]), [["a  ", "a", true]]);
});

test("every line of both texts is there once, in order, and rows that say so share a line", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const made = sideBySideRows(left, right);
      assert.deepEqual(
        made.map((row) => row.left).filter((at) => at !== undefined),
        left.map((_, at) => at),
      );
      assert.deepEqual(
        made.map((row) => row.right).filter((at) => at !== undefined),
        right.map((_, at) => at),
      );
      for (const row of made) if (row.isShared) assert.equal(left[row.left ?? -1], right[row.right ?? -1]);
    }),
  );
});
