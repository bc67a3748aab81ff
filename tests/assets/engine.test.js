import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page } from "./page-parts.js";

const { Desk } = await import("../../docs/assets/calculator/desk.js");
const { Pace } = await import("../../docs/assets/calculator/pace.js");

describe("the pace of the page", () => {
  const told = (/** @type {number[]} */ ...took) => {
    const pace = new Pace();
    return took.map((ms) => pace.isTooLong(ms));
  };

  test("is too slow after two long answers in a row", () => assert.deepEqual(told(1, 7, 7), [false, false, true]));
  test("does not count the first, which is cold", () => assert.deepEqual(told(40, 7, 2), [false, false, false]));
  test("forgives one long answer between others", () =>
    assert.deepEqual(told(1, 30, 6, 30, 1), [false, false, false, false, false]));
});

describe("a desk", () => {
  const ignored = () => {};
  /** A desk, which jobs were begun, and how long it told that answers took. @param {string[]} answers to ask and to advance */
  function desk(...answers) {
    /** @type {string[]} */
    const begun = [];
    const next = () => answers.shift() ?? '{"changes": []}';
    const engine = /** @type {any} */ ({
      ask: (/** @type {string} */ job) => (begun.push(JSON.parse(job).name), next()),
      advance: next,
    });
    /** @type {number[]} */
    const told = [];
    const made = new Desk(engine, { slice: 1, piece: 1 }, (ms) => void told.push(ms));
    return Object.assign(made, { begun, told });
  }

  test("begins none of the jobs that were dropped while they waited", async () => {
    const one = desk();
    const jobs = ["a", "b", "c"].map((name) => ({ name, drop: new AbortController() }));
    const answers = jobs.map(({ name, drop }) => one.askInTurn({ name }, ignored, drop.signal));
    for (const { drop } of jobs.slice(0, 2)) drop.abort();
    assert.deepEqual(await Promise.all(answers), [undefined, undefined, { changes: [] }]);
    assert.deepEqual(one.begun, ["c"]);
  });

  test("tells how long an answer took, and not of slices, refusals and what it lacks", async () => {
    const one = desk('{"progress": 0.5}', '{"changes": []}', '{"lacks": ["a"]}', '{"problems": {}}');
    for (const name of ["a", "b", "c"]) await one.ask({ name }, ignored, new AbortController().signal);
    assert.equal(one.told.length, 1);
  });
});

describe("the engine", () => {
  test("tries again after a failure instead of remembering it", async () => {
    delete page.document;
    const { start } = await import("../../docs/assets/calculator/engine.js");
    let asked = 0;
    page.fetch = async () => {
      asked++;
      throw new TypeError("Failed to fetch");
    };
    await assert.rejects(start("matrix"));
    await assert.rejects(start("matrix"));
    assert.equal(asked, 2);
  });
});
