/** Running Python in a worker: requests and answers, cancellation, the time limit, and the progress of a start. */
import assert from "node:assert/strict";
import test, { afterEach, mock } from "node:test";

import { ByteCounter } from "../../docs/assets/running/byte-counter.js";
import { RunnerError } from "../../docs/assets/running/errors.js";
import { WorkerConnection, answerRequests } from "../../docs/assets/running/messages.js";
import { PyodideRunner } from "../../docs/assets/running/pyodide-runner.js";

/** @typedef {(request: any, answer: (message: any) => void) => void} Behavior */

/** A worker that answers as the test says. */
class FakeWorker {
  /** @type {FakeWorker[]} */
  static all = [];
  /** @type {Behavior} */
  static behavior = ({ id }, answer) => answer({ id, result: "done" });
  isRunning = true;
  /** @type {(message: any) => void} */
  onmessage = () => {};
  /** @type {(event: any) => void} */
  onerror = () => {};
  constructor() {
    FakeWorker.all.push(this);
  }
  /** @param {any} request */
  postMessage(request) {
    const answer = (/** @type {any} */ data) => queueMicrotask(() => this.isRunning && this.onmessage({ data }));
    FakeWorker.behavior(request, answer);
  }
  terminate() {
    this.isRunning = false;
  }
}
/** @type {any} */ (globalThis).Worker = FakeWorker;
afterEach(() => {
  FakeWorker.all = [];
  mock.timers.reset();
});

const JOB = { module: "harness", function: "run", given: [] };
const SETTINGS = { files: {}, packages: [], modules: {} };

/** Answers a start; a job is left to the test. @param {Behavior} [run] @returns {Behavior} */
const starting =
  (run = () => {}) =>
  (request, answer) =>
    request.name === "start" ? answer({ id: request.id, result: null }) : run(request, answer);

/** @param {string} kind */
const ofKind = (kind) => (/** @type {any} */ error) => error.name === "RunnerError" && error.kind === kind;

test("a request that is canceled before it is sent never reaches the worker", async () => {
  /** @type {any[]} */
  const received = [];
  FakeWorker.behavior = (request) => void received.push(request);
  const connection = new WorkerConnection(new URL("file:///worker.js"));
  await assert.rejects(connection.request("run", JOB, { signal: AbortSignal.abort() }), ofKind("stopped"));
  assert.deepEqual(received, []);
});

test("a job starts the worker once and gets its reports and its result", async () => {
  FakeWorker.behavior = starting(({ id, content }, answer) => {
    answer({ id, report: "one" });
    answer({ id, report: "two" });
    answer({ id, result: content.job.function });
  });
  const runner = new PyodideRunner(SETTINGS);
  /** @type {string[]} */
  const reports = [];
  assert.equal(runner.isReady, false);
  assert.equal(await runner.run(JOB, { onReport: (text) => reports.push(text) }), "run");
  await runner.run(JOB);
  assert.deepEqual([reports, runner.isReady, FakeWorker.all.length], [["one", "two"], true, 1]);
});

test("a stopped job ends its worker, and the next job has a new one", async () => {
  FakeWorker.behavior = starting();
  const runner = new PyodideRunner(SETTINGS);
  const job = runner.run(JOB);
  await runner.start();
  runner.stop();
  await assert.rejects(job, ofKind("stopped"));
  assert.deepEqual([FakeWorker.all[0]?.isRunning, runner.isReady], [false, false]);
  FakeWorker.behavior = starting(({ id }, answer) => answer({ id, result: 42 }));
  assert.equal(await runner.run(JOB), 42);
  assert.equal(FakeWorker.all.length, 2);
});

test("an engine whose start was stopped can be started again", async () => {
  FakeWorker.behavior = () => {}; // loading does not end
  const runner = new PyodideRunner(SETTINGS);
  const start = runner.start();
  runner.stop();
  await assert.rejects(start, ofKind("stopped"));
  FakeWorker.behavior = starting();
  await runner.start();
  assert.deepEqual([runner.isReady, FakeWorker.all.map(({ isRunning }) => isRunning)], [true, [false, true]]);
});

test("the time limit counts from the moment the engine is ready", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let answerStart = () => {};
  FakeWorker.behavior = ({ id, name }, answer) =>
    void (name === "start" && (answerStart = () => answer({ id, result: null })));
  const runner = new PyodideRunner(SETTINGS);
  const job = runner.run(JOB, { limit: 10_000 });
  mock.timers.tick(60_000);
  assert.equal(FakeWorker.all[0]?.isRunning, true);
  answerStart();
  await runner.start();
  await Promise.resolve();
  mock.timers.tick(10_000);
  await assert.rejects(job, ofKind("timeout"));
  assert.equal(FakeWorker.all[0]?.isRunning, false);
});

for (const kind of ["memory", "crashed"]) {
  test(`after "${kind}" the worker is not used again`, async () => {
    FakeWorker.behavior = starting(({ id }, answer) => answer({ id, error: { kind, message: "x" } }));
    const runner = new PyodideRunner(SETTINGS);
    await assert.rejects(runner.run(JOB), ofKind(kind));
    assert.deepEqual([runner.isReady, FakeWorker.all[0]?.isRunning], [false, false]);
  });
}

test("an exception of the job leaves the worker as it is", async () => {
  FakeWorker.behavior = starting(({ id }, answer) => answer({ id, error: { kind: "failed", message: "x" } }));
  const runner = new PyodideRunner(SETTINGS);
  await assert.rejects(runner.run(JOB), ofKind("failed"));
  assert.equal(runner.isReady, true);
});

test("a start that failed can be tried again", async () => {
  FakeWorker.behavior = ({ id }, answer) => answer({ id, error: { kind: "missing", message: "404" } });
  const runner = new PyodideRunner(SETTINGS);
  await assert.rejects(runner.start(), ofKind("missing"));
  FakeWorker.behavior = starting();
  await runner.start();
  assert.equal(runner.isReady, true);
});

test("a worker that cannot be loaded is a missing file", async () => {
  FakeWorker.behavior = () => queueMicrotask(() => FakeWorker.all[0]?.onerror({ message: "" }));
  await assert.rejects(new PyodideRunner(SETTINGS).start(), ofKind("missing"));
});

test("a worker that ends between two jobs is replaced, and its error is a crash", async () => {
  FakeWorker.behavior = starting(({ id }, answer) => answer({ id, result: FakeWorker.all.length }));
  const runner = new PyodideRunner(SETTINGS);
  await runner.start();
  FakeWorker.all[0]?.onerror({ message: "ValueError: later" });
  assert.deepEqual([runner.isReady, FakeWorker.all[0]?.isRunning], [false, false]);
  assert.equal(await runner.run(JOB), 2);
  FakeWorker.behavior = starting(() => queueMicrotask(() => FakeWorker.all[1]?.onerror({ message: "now" })));
  await assert.rejects(runner.run(JOB), ofKind("crashed"));
});

test("a closed connection rejects further requests", async () => {
  const connection = new WorkerConnection(new URL("file:///worker.js"));
  connection.close(new RunnerError("timeout"));
  await assert.rejects(connection.request("run", JOB), ofKind("timeout"));
});

test("a runner that is stopped just before its job is sent says so", async () => {
  FakeWorker.behavior = starting(({ id }, answer) => answer({ id, result: "done" }));
  const runner = new PyodideRunner(SETTINGS);
  await runner.start();
  const job = runner.run(JOB);
  runner.stop();
  await assert.rejects(job, ofKind("stopped"));
});

test("a browser that refuses to make a worker can be asked again", async () => {
  const scope = /** @type {any} */ (globalThis);
  scope.Worker = class {
    constructor() {
      throw new Error("SecurityError");
    }
  };
  const runner = new PyodideRunner(SETTINGS);
  await assert.rejects(runner.start(), ofKind("missing"));
  scope.Worker = FakeWorker;
  FakeWorker.behavior = starting();
  await runner.start();
  assert.equal(runner.isReady, true);
});

test("the address of a worker's script is freed when the worker ends", () => {
  const revoke = mock.method(URL, "revokeObjectURL");
  new WorkerConnection(new URL("file:///worker.js")).close(new RunnerError("stopped"));
  assert.equal(revoke.mock.callCount(), 1);
  revoke.mock.restore();
});

test("a browser without WebAssembly is told apart", async () => {
  const { WebAssembly } = globalThis;
  delete (/** @type {any} */ (globalThis).WebAssembly);
  await assert.rejects(new PyodideRunner(SETTINGS).start(), ofKind("unsupported"));
  globalThis.WebAssembly = WebAssembly;
});

/** The worker's side with these handlers: `send` gives it messages, `sent` resolves to its first messages.
 * @param {Record<string, import("../../docs/assets/running/messages.js").Handler>} handlers */
function workerWith(handlers) {
  /** @type {any[]} */
  const messages = [];
  let onSent = () => {};
  const scope = /** @type {any} */ (globalThis);
  scope.onmessage = undefined; // a worker has it
  scope.postMessage = (/** @type {any} */ message) => (messages.push(message), onSent());
  answerRequests(handlers);
  return {
    send: (/** @type {any} */ data) => scope.onmessage({ data }),
    sent: (/** @type {number} */ count) =>
      new Promise((resolve) => {
        onSent = () => void (messages.length >= count && resolve(messages));
        onSent();
      }),
  };
}

test("a worker answers in order, reports on the way, and says what kind of error it met", async () => {
  const worker = workerWith({
    slow: async (content, report) => {
      report("on its way");
      await new Promise((resolve) => setImmediate(resolve));
      return content;
    },
    broken: () => {
      throw Object.assign(new Error("no"), { kind: "failed" });
    },
  });
  worker.send({ id: 1, name: "slow", content: "a" });
  worker.send({ id: 2, name: "broken" });
  assert.deepEqual(await worker.sent(3), [
    { id: 1, report: "on its way" },
    { id: 1, result: "a" },
    { id: 2, error: { kind: "failed", message: "no" } },
  ]);
});

test("a worker does not begin requests that were canceled while they waited", async () => {
  /** @type {string[]} */
  const begun = [];
  const worker = workerWith({ job: (content) => (begun.push(content), content) });
  for (const [id, content] of ["a", "b", "c"].entries()) worker.send({ id, name: "job", content });
  for (const id of [0, 1]) worker.send({ id, isCanceled: true });
  const [first, second, third] = await worker.sent(3);
  assert.deepEqual([first.error.kind, second.error.kind, third], ["stopped", "stopped", { id: 2, result: "c" }]);
  assert.deepEqual(begun, ["c"]);
});

test("a request that was canceled while it ran may stop or still have a result", async () => {
  const worker = workerWith({
    stops: async (_content, _report, signal) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      signal.throwIfAborted();
    },
    ends: async (_content, _report, signal) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return "result";
    },
  });
  for (const [id, name] of ["stops", "ends"].entries()) {
    worker.send({ id, name });
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve))); // it has begun
    worker.send({ id, isCanceled: true });
  }
  const [stopped, ended] = await worker.sent(2);
  assert.deepEqual([stopped.error.kind, ended], ["stopped", { id: 1, result: "result" }]);
});

test("bytes are counted as they are sent, whatever their files hold", async () => {
  const unwatched = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const response = new Response(new Uint8Array(50), { status: String(address).includes("gone") ? 404 : 200 });
    return Object.defineProperty(response, "url", { value: String(address) });
  };
  /** @type {any[]} */
  const reports = [];
  const counter = new ByteCounter({ "big.wasm": [100, 40], "live-*.whl": [50, 10], "gone.zip": [1, 1] }, (progress) =>
    reports.push(progress),
  );
  await (await fetch("https://example.org/x/big.wasm?v=1")).arrayBuffer();
  assert.deepEqual(reports.at(-1), { loaded: 20, total: 51 });
  assert.equal((await fetch("https://example.org/x/live-2.0.whl")).status, 200);
  assert.equal((await fetch("https://example.org/x/unknown")).status, 200);
  await assert.rejects(fetch("https://example.org/x/gone.zip"));
  await assert.rejects(counter.failure, /gone.zip: 404/);
  counter.restoreFetch();
  assert.deepEqual(reports.at(-1), { loaded: 20, total: 51 });
  counter.reportDone();
  assert.deepEqual(reports.at(-1), { loaded: 51, total: 51 });
  globalThis.fetch = unwatched;
});
