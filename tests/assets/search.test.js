// The query that the search asks again: wrong letters are allowed in long words, and nothing else of it is an operator.
// The engine that answers it, or does not.
import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { SearchEngine } from "../../docs/assets/page/search-engine.js";
import { fuzzyQuery } from "../../docs/assets/page/search.js";

test("one wrong letter in a word of four to seven, two in a longer one", () => {
  assert.equal(fuzzyQuery("recall score"), "recall~1 score~1");
  assert.equal(fuzzyQuery("hyperparamter"), "hyperparamter~2");
});

test("short words and operators of the search engine are left out", () => {
  assert.equal(fuzzyQuery("kms"), "");
  assert.equal(fuzzyQuery("+title:overfiting* -roc^9"), "title~1 overfiting~2");
});

/** Makes an engine whose worker is left to the test. */
function engineAndWorker() {
  /** @type {any} */
  const worker = { messages: [], isRunning: true };
  worker.postMessage = (/** @type {object} */ message) => worker.messages.push(message);
  worker.terminate = () => (worker.isRunning = false);
  Object.assign(globalThis, {
    Worker: function () {
      return worker;
    },
  });
  return { engine: new SearchEngine(new URL("file:///search.js")), worker };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));

test("each request waits for the answer to the one before", async () => {
  const { engine, worker } = engineAndWorker();
  const answers = [engine.request({ query: "one" }), engine.request({ query: "two" })];
  await tick();
  assert.deepEqual(worker.messages, [{ query: "one" }]);
  worker.onmessage({ data: { data: 1 } });
  await tick();
  worker.onmessage({ data: { data: 2 } });
  assert.deepEqual(await Promise.all(answers), [1, 2]);
});

test("a worker that fails, or does not answer, is ended, and what waits for it fails too", async () => {
  const failing = engineAndWorker();
  const requests = [failing.engine.request({}), failing.engine.request({})];
  await tick();
  failing.worker.onerror({ message: "404" });
  for (const request of requests) await assert.rejects(request, /404/);
  assert.equal(failing.worker.isRunning, false);
  mock.timers.enable({ apis: ["setTimeout"] });
  const silent = engineAndWorker();
  const request = silent.engine.request({});
  await tick();
  mock.timers.tick(30_000);
  await assert.rejects(request, /does not answer/);
  assert.equal(silent.worker.isRunning, false);
  mock.timers.reset();
});
