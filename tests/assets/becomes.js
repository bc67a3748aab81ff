import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

const TURNS = 1000; // of 10 ms: enough for a slow machine; a fast one stops as soon as the value is there

/**
 * Waits for what comes later, and fails if it does not.
 * @param {() => unknown} actual what is there now, or a promise of it
 * @param {unknown} expected
 */
export async function becomes(actual, expected) {
  for (let turn = 0; turn < TURNS && !isDeepStrictEqual(await actual(), expected); turn++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(await actual(), expected);
}
