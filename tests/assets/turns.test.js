import assert from "node:assert/strict";
import { beforeEach, describe, mock, test } from "node:test";

const { Turns, shareEnds } = await import("../../docs/assets/calculator/turns.js");

describe("writing spread over frames", () => {
  let clock = 0;
  /** @type {(() => void)[]} */
  let frames = [];
  /** @type {string[][]} */
  let written = [];
  /** Turns whose every writing takes so long. @param {number} ms */
  const turns = (ms) =>
    new Turns((/** @type {string[]} */ changes) => {
      clock += ms;
      written.push(changes);
    });
  /** The browser paints, and then runs what waited for that. */
  const paint = () => frames.splice(0).forEach((call) => call());

  beforeEach(() => {
    [clock, frames, written] = [0, [], []];
    mock.method(performance, "now", () => clock);
    Object.assign(globalThis, { requestAnimationFrame: (/** @type {() => void} */ call) => frames.push(call) });
    mock.method(globalThis, "setTimeout", (/** @type {() => void} */ call) => call());
  });

  /** @param {ReturnType<typeof turns>} made @param {string[]} names */
  const begin = (made, ...names) => {
    for (const name of names) made.add(name, [name]);
    made.begin(shareEnds());
  };

  test("happens at once where it is quick", () => {
    begin(turns(0.1), "a", "b", "c");
    assert.deepEqual(written, [["a"], ["b"], ["c"]]);
    assert.equal(frames.length, 0);
  });

  test("takes a frame for each part where it is slow", () => {
    begin(turns(2), "a", "b");
    assert.deepEqual(written, [["a"]]);
    paint();
    assert.deepEqual(written, [["a"], ["b"]]);
    assert.equal(frames.length, 0);
  });

  test("leaves the frame alone whose share is over", () => {
    const made = turns(2);
    made.add("a", ["a"]);
    made.begin(clock - 1);
    assert.deepEqual(written, []);
    paint();
    assert.deepEqual(written, [["a"]]);
  });

  test("adds what comes meanwhile to its part, in order, and calls for one frame", () => {
    const made = turns(2);
    begin(made, "a", "b");
    begin(made, "b", "a");
    assert.equal(frames.length, 1);
    paint();
    paint();
    assert.deepEqual(written, [["a"], ["b", "b"], ["a"]]);
  });

  test("is over at once when somebody needs it whole, and once", () => {
    const made = turns(2);
    begin(made, "a", "b", "c");
    made.finish();
    paint();
    assert.deepEqual(written, [["a"], ["b"], ["c"]]);
  });
});
