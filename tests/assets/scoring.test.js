/** Scoring by the vectors that the check's scoring runs too (tests/bank/test_scoring.py). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { isWithinTolerance, parseNumberOrThrow } from "../../docs/assets/scoring/number.js";
import { scoreFraction } from "../../docs/assets/scoring/score.js";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/scoring.json", import.meta.url), "utf8"));

for (const { id, text, unit, value, problem } of VECTORS.numbers) {
  test(`number ${id}`, () => {
    if (problem) assert.throws(() => parseNumberOrThrow(text, unit), { name: "RangeError", message: problem });
    else
      assert.ok(Object.is(parseNumberOrThrow(text, unit), value), `${parseNumberOrThrow(text, unit)} is not ${value}`);
  });
}

for (const { id, declaration, response, score: expected } of VECTORS.scores) {
  test(`score ${id}`, () => {
    const given = scoreFraction(declaration, response);
    assert.ok(Math.abs(given - expected) < 1e-15, `${given} is not ${expected}`);
  });
}

test("an unknown kind of declaration scores 0", () => {
  assert.equal(scoreFraction(/** @type {any} */ ({ base: "point", cardinality: "single", correct: ["a"] }), "a"), 0);
});

test("a named mistake is recognised within the tolerance of the item", () => {
  assert.ok(isWithinTolerance(0.667, 2 / 3, { abs: 0.005 }));
  assert.ok(!isWithinTolerance(0.66, 2 / 3, { abs: 0.005 }));
});

test("without a tolerance only the same number agrees", () => {
  assert.ok(isWithinTolerance(0.1 + 0.2, 0.3));
  assert.ok(!isWithinTolerance(0.31, 0.3));
});

for (const text of ["1".repeat(1e5) + "x", "1" + " ".repeat(1e5) + "x"]) {
  test(`a hundred thousand ${text[1] === " " ? "spaces" : "digits"} are refused at once`, { timeout: 1000 }, () => {
    assert.throws(() => parseNumberOrThrow(text), RangeError);
  });
}
