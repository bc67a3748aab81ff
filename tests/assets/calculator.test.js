import assert from "node:assert/strict";
import { beforeEach, describe, mock, test } from "node:test";
import { Window } from "happy-dom";

const { document, CustomEvent } = new Window();
Object.assign(globalThis, { document, window: globalThis, CustomEvent, reportError: () => {} });

const { CalculatorEngine, FileLostError } = await import("../../docs/assets/calculator/engine.js");
const { OwnFile } = await import("../../docs/assets/calculator/form/own-file.js");
const { registerBeforeOfflineLoader } = await import("../../docs/assets/page/before-offline.js");
const { ReplaceableTask } = await import("../../docs/assets/calculator/replaceable-task.js");
const { Notices } = await import("../../docs/assets/calculator/notices.js");
const { ResultView } = await import("../../docs/assets/calculator/result/result-view.js");
const { RunnerError } = await import("../../docs/assets/running/errors.js");

/** An element with this content. @param {string} html @returns {any} */
function element(html) {
  const host = document.createElement("div");
  host.innerHTML = html;
  return host;
}

const NOTES = ["slow", "missing", "memory", "failed", "file-lost"].map(
  (name) => `<p data-note="${name}" hidden>${name}</p>`,
);
const NOTICES = `${NOTES.join("")}<p data-work hidden><span data-work-words></span><progress></progress></p><p role="status"></p>`;

/** Notices in their host, and the notes that are shown. */
function notices() {
  const host = element(NOTICES);
  const shown = () => [...host.querySelectorAll("[data-note]:not([hidden])")].map((note) => note.dataset.note);
  return { host, notices: new Notices(host), shown };
}

beforeEach(() => mock.timers.reset());

describe("a task", () => {
  test("that is replaced hears so, and its result is still given, before the next one", async () => {
    const task = new ReplaceableTask(notices().notices);
    /** @type {AbortSignal[]} */
    const signals = [];
    const first = task.abortPreviousAndRunWithNotices(async ({ signal }) => (signals.push(signal), "first"));
    const second = task.abortPreviousAndRunWithNotices(async ({ signal }) => (signals.push(signal), "second"));
    assert.deepEqual(await Promise.all([first, second]), ["first", "second"]);
    assert.deepEqual(
      signals.map((signal) => signal.aborted),
      [true, false],
    );
  });

  test("that is canceled has no result", async () => {
    const task = new ReplaceableTask(notices().notices);
    const result = task.abortPreviousAndRunWithNotices(async () => "result");
    task.cancel();
    assert.equal(await result, undefined);
  });

  for (const [error, note] of /** @type {[Error, string][]} */ ([
    [new RunnerError("missing"), "missing"],
    [new RunnerError("memory"), "memory"],
    [new RunnerError("crashed"), "memory"],
    [new RunnerError("failed"), "failed"],
    [new TypeError("ours"), "failed"],
    [new FileLostError("own1"), "file-lost"],
  ]))
    test(`that fails with ${error} shows the note ${note}`, async () => {
      const { notices: made, shown } = notices();
      assert.equal(
        await new ReplaceableTask(made).abortPreviousAndRunWithNotices(() => Promise.reject(error)),
        undefined,
      );
      assert.deepEqual(shown(), [note]);
    });

  test("that fails after it was replaced shows nothing", async () => {
    const { notices: made, shown } = notices();
    const task = new ReplaceableTask(made);
    const first = task.abortPreviousAndRunWithNotices(() => Promise.reject(new RunnerError("stopped")));
    await task.abortPreviousAndRunWithNotices(async () => {});
    await first;
    assert.deepEqual(shown(), []);
  });

  test("shows its progress after a moment, and none once it is replaced", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const { host, notices: made } = notices();
    const task = new ReplaceableTask(made);
    /** @type {((progress: any) => void)[]} */
    const reports = [];
    const run = () => task.abortPreviousAndRunWithNotices(({ onReport }) => new Promise(() => reports.push(onReport)));
    run();
    reports[0]?.({ progress: 0.25, words: "a quarter" });
    assert.equal(host.querySelector("[data-work]").hidden, true);
    mock.timers.tick(300);
    assert.equal(host.querySelector("[data-work-words]").textContent, "a quarter");
    run();
    reports[0]?.({ progress: 0.5, words: "half" });
    mock.timers.tick(300);
    assert.equal(host.querySelector("[data-work-words]").textContent, "a quarter");
  });
});

describe("notices", () => {
  test("say that Python starts where there is no progress", () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const { notices: made, shown } = notices();
    made.startWaiting();
    mock.timers.tick(299);
    assert.deepEqual(shown(), []);
    mock.timers.tick(1);
    assert.deepEqual(shown(), ["slow"]);
    made.hideNoticeAndProgress();
    assert.deepEqual(shown(), []);
  });

  test("announce only the last of several texts, after a pause", () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const { host, notices: made } = notices();
    made.announceAfterPause("one");
    mock.timers.tick(400);
    made.announceAfterPause("**two**");
    mock.timers.tick(499);
    assert.equal(host.querySelector("[role=status]").textContent, "");
    mock.timers.tick(1);
    assert.equal(host.querySelector("[role=status]").textContent, "two");
  });
});

describe("a result", () => {
  const RESULT = {
    says: { result: "It is **2**.", plot: "A plot." },
    table: [["Metric", "Value"], { cells: ["One", "1"], mark: "goal" }],
    figures: { plot: /** @type {any} */ (["svg", {}, [["rect", { id: "a" }, []]]]), other: null },
    tables: {
      plot: [
        ["", "Rows"],
        ["Flagged", "7"],
      ],
      other: [],
    },
    captions: { plot: "To scale." },
    offers: { cheapest: ["0.3", "threshold 0.3"], other: ["", "none"] },
    goals: [],
    preset: "weak",
  };
  const HTML = `<p data-says="result"></p><p data-says="plot"></p><table><tbody data-rows="table"></tbody></table>
    <figure data-drawing="plot"><div data-figure="plot"></div><i data-caption></i><table><tbody data-rows="twin-plot"></tbody></table></figure>
    <figure><div data-figure="other"></div></figure>
    <button data-preset="weak"></button><button data-preset="strong"></button>
    <input type="button" data-do="take-offer" data-state="cheapest"><i data-offer="cheapest"></i>
    <input type="button" data-do="take-offer" data-state="other"><i data-offer="other"></i>`;
  /** @type {any} */
  let host;

  beforeEach(() => {
    host = element(HTML);
    host.id = "matrix";
    new ResultView(host).render(/** @type {any} */ (RESULT));
  });

  test("takes its place in each region", () => {
    assert.equal(host.querySelector("[data-says=result]").innerHTML, "It is <strong>2</strong>.");
    assert.equal(host.querySelector("[data-says=plot]").textContent, "A plot.");
    assert.equal(
      host.querySelector("[data-rows=table]").innerHTML,
      '<tr class="goal"><th scope="row">One</th><td>1</td></tr>',
    );
    assert.equal(host.querySelector("[data-rows=twin-plot]").textContent, "Flagged7");
    assert.equal(host.querySelector("[data-figure=plot] rect").id, "matrix-plot-a");
    assert.equal(host.querySelector("[data-caption]").textContent, "To scale.");
    assert.equal(host.querySelector("[data-offer=cheapest]").textContent, "threshold 0.3");
    assert.deepEqual(
      [...host.querySelectorAll("[data-do]")].map((button) => button.disabled),
      [false, true],
    );
    assert.deepEqual(
      [...host.querySelectorAll("figure")].map((figure) => figure.hidden),
      [false, true],
    );
    assert.deepEqual(
      [...host.querySelectorAll("button")].map((button) => button.ariaPressed),
      ["true", "false"],
    );
  });

  test("that is the same again touches no node", () => {
    const nodes = [...host.querySelectorAll("*")];
    new ResultView(host).render(/** @type {any} */ (structuredClone(RESULT)));
    assert.deepEqual([...host.querySelectorAll("*")], nodes);
  });
});

describe("the engine", () => {
  /** Requests that the worker got. @type {any[]} */
  let requests;
  /** Result of a request, or an error. @type {(content: any) => any} */
  let answer;
  const RUN = { signal: new AbortController().signal };

  beforeEach(() => {
    [requests, answer] = [[], () => ({ says: {} })];
    class FakeWorker {
      /** @type {(event: any) => void} */
      onmessage = () => {};
      terminate() {}
      /** @param {any} request */
      postMessage({ id, name, content }) {
        requests.push([name, content?.function ?? content]);
        const result = name === "start" ? null : answer(content);
        queueMicrotask(() => this.onmessage({ data: result?.error ? { id, error: result.error } : { id, result } }));
      }
    }
    URL.createObjectURL = () => "blob:worker";
    Object.assign(globalThis, { Worker: FakeWorker, fetch: async () => new Response("y_true,y_score") });
  });

  test("starts Python once for all its jobs", async () => {
    const engine = new CalculatorEngine("matrix");
    await Promise.all([engine.start(), engine.computeAnswer({}, RUN), engine.computeAnswer({}, RUN)]);
    assert.deepEqual(
      requests.map(([name]) => name),
      ["start", "run", "run"],
    );
  });

  test("adds the example that an answer lacks, and asks again", async () => {
    const answers = [{ missing: ["weak"] }, null, true, { preset: "weak" }];
    answer = () => answers.shift();
    assert.deepEqual(await new CalculatorEngine("matrix").computeAnswer({}, RUN), { preset: "weak" });
    assert.deepEqual(
      requests.map(([name, content]) => (name === "run" ? content : name)),
      ["start", "answer", "readFile", "use_file", "answer"],
    );
  });

  test("asks nobody for a file of the reader that is gone", async () => {
    answer = () => ({ missing: ["own1"] });
    globalThis.fetch = /** @type {any} */ (mock.fn(globalThis.fetch));
    const engine = new CalculatorEngine("matrix");
    await engine.start();
    const before = /** @type {any} */ (globalThis.fetch).mock.callCount();
    await assert.rejects(engine.computeAnswer({}, RUN), FileLostError);
    assert.equal(/** @type {any} */ (globalThis.fetch).mock.callCount(), before);
  });

  test("knows that a file which was read is gone", async () => {
    answer = () => false;
    await assert.rejects(new CalculatorEngine("matrix").useFileAsDataset("own1"), FileLostError);
  });

  test("starts anew after Python ran out of memory, and not after a fault of ours", async () => {
    for (const [kind, starts] of /** @type {const} */ ([
      ["failed", 1],
      ["memory", 2],
    ])) {
      requests.length = 0;
      const engine = new CalculatorEngine("matrix");
      answer = () => ({ error: { kind, message: "" } });
      await assert.rejects(engine.computeAnswer({}, RUN), (/** @type {any} */ error) => error.kind === kind);
      answer = () => ({ preset: "" });
      await engine.computeAnswer({}, RUN);
      assert.equal(requests.filter(([name]) => name === "start").length, starts);
    }
  });

  test("tries again to fetch an example after a failure", async () => {
    let fails = true;
    Object.assign(globalThis, {
      fetch: async (/** @type {any} */ url) => {
        if (fails && String(url).endsWith("strong.csv")) throw new TypeError("Failed to fetch");
        return new Response("");
      },
    });
    const engine = new CalculatorEngine("matrix");
    await assert.rejects(
      engine.preloadWithExamples(["strong"]),
      (/** @type {any} */ error) => error.kind === "missing",
    );
    fails = false;
    await engine.preloadWithExamples(["strong"]);
  });
});

describe("the reader's own file", () => {
  const HTML = `<select name="data"><option value="weak"></option></select>${NOTICES}
    <details data-own><textarea data-paste></textarea></details>
    <div data-report hidden><p data-report-says></p><ul data-report-lines></ul><p data-report-answers></p>
    <div data-report-columns hidden><select data-column></select><select data-column></select></div>
    <p data-report-ask hidden><button data-do="use-file"></button><button data-do="discard-file"></button></p></div>`;
  const GOOD = {
    rows: 3,
    size: "3 rows",
    bad: 0,
    refused: false,
    says: ["3 rows read."],
    lines: [],
    ask: "",
    used: "3 rows read.",
    question: {},
  };
  const BAD = {
    ...GOOD,
    bad: 1,
    says: ["2 rows read."],
    lines: ["Line 3: no number."],
    ask: "Skip 1 row and continue",
    used: "2 rows read. 1 row left out: line 3.",
  };
  const LABELS = { ...GOOD, question: { text: "Which?", answers: [[{ labels: { b: 1, a: 0 } }, "b"]] } };
  const COLUMNS = { ...GOOD, question: { text: "Which?", columns: ["a: 1", "b: 2"], places: [1, -1] } };
  /** @type {any} */
  let host;
  /** @type {any} */
  let engine;
  /** @type {any[]} */
  let used;

  /** @param {any[]} reports what reading comes to, time after time @param {number} [size] bytes */
  function panel(reports, size = 10) {
    host = element(HTML);
    used = [];
    engine = {
      preloadWithExamples: mock.fn(async () => {}),
      readFile: mock.fn(async () => reports.shift()),
      useFileAsDataset: mock.fn(async () => {}),
    };
    const made = new Notices(host);
    const onUse = (/** @type {any[]} */ ...given) => void used.push(given);
    const own = new OwnFile(host, { engine, notices: made, task: new ReplaceableTask(made), onUse });
    const input = /** @type {any} */ ({
      value: "a.csv",
      files: [{ name: "a.csv", size, arrayBuffer: async () => new ArrayBuffer(size) }],
    });
    return { own, read: () => own.readChosenFile(input) };
  }

  const said = () => host.querySelector("[data-report-says]").textContent;

  test("without bad rows is used at once, and named with its rows", async () => {
    await panel([GOOD]).read();
    assert.deepEqual(used, [["own1", "Your file: a.csv (3 rows)"]]);
    assert.equal(engine.preloadWithExamples.mock.calls[0].arguments[0].join(), "weak");
    assert.equal(said(), "a.csv: 3 rows read.");
  });

  test("with bad rows is used once the reader agrees, and what is left out stays named", async () => {
    const { own, read } = panel([BAD]);
    await read();
    assert.deepEqual(used, []);
    assert.equal(host.querySelector("[data-report-lines]").innerHTML, "<li>Line 3: no number.</li>");
    assert.equal(host.querySelector("[data-do=use-file]").textContent, "Skip 1 row and continue");
    await own.usePendingFile();
    assert.equal(used.length, 1);
    assert.equal(said(), "a.csv: 2 rows read. 1 row left out: line 3.");
    assert.equal(host.querySelector("[data-report-ask]").hidden, true);
  });

  test("that ended with Python before the reader agreed is read again", async () => {
    const { own, read } = panel([BAD, BAD]);
    await read();
    const losses = [new FileLostError("own1")];
    engine.useFileAsDataset = mock.fn(async () => {
      for (const error of losses.splice(0)) throw error;
    });
    await own.usePendingFile();
    assert.deepEqual([engine.readFile.mock.callCount(), used.length], [2, 1]);
    assert.equal(said(), "a.csv: 2 rows read. 1 row left out: line 3.");
  });

  test("that was not read because a download failed is read when it is chosen again", async () => {
    const { read } = panel([GOOD]);
    engine.preloadWithExamples.mock.mockImplementationOnce(async () => Promise.reject(new RunnerError("missing")));
    await read();
    assert.deepEqual([engine.readFile.mock.callCount(), used.length], [0, 0]);
    assert.equal(host.querySelector("[data-note=missing]").hidden, false);
    await read();
    assert.deepEqual(used, [["own1", "Your file: a.csv (3 rows)"]]);
    assert.equal(host.querySelector("[data-note=missing]").hidden, true);
  });

  test("that could not be used can be used by the next click, and a second click does nothing", async () => {
    const { own, read } = panel([BAD]);
    await read();
    const failures = [new RunnerError("missing")];
    engine.useFileAsDataset = mock.fn(async () => {
      for (const error of failures.splice(0)) throw error;
    });
    await own.usePendingFile();
    assert.equal(used.length, 0);
    assert.equal(host.querySelector("[data-note=missing]").hidden, false);
    await Promise.all([own.usePendingFile(), own.usePendingFile()]);
    assert.deepEqual(used, [["own1", "Your file: a.csv (3 rows)"]]);
  });

  test("that is not used is forgotten", async () => {
    const { own, read } = panel([BAD]);
    await read();
    own.discardPendingFile();
    await own.usePendingFile();
    assert.deepEqual(used, []);
  });

  test("is read once all is there that other scripts would load later", async () => {
    let arrive = /** @type {(value?: unknown) => void} */ (() => {});
    const loading = [new Promise((resolve) => (arrive = resolve)), Promise.reject(new Error("404"))];
    registerBeforeOfflineLoader(() => loading.splice(0));
    const reading = panel([GOOD]).read();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(engine.readFile.mock.callCount(), 0);
    arrive();
    await reading;
    assert.equal(engine.readFile.mock.callCount(), 1);
  });

  test("that is too large is refused unread", async () => {
    await panel([GOOD], 250_000_001).read();
    assert.equal(engine.readFile.mock.callCount(), 0);
    assert.match(said(), /^a.csv: It is larger than 250 MB/);
  });

  test("with two labels of unknown meaning is read again with the answer", async () => {
    const { own, read } = panel([LABELS, GOOD]);
    await read();
    assert.equal(said(), "a.csv: Which?");
    const button = host.querySelector("[data-report-answers] button");
    assert.equal(button.textContent, "b");
    await own.rereadWithAnswer(JSON.parse(button.dataset.state));
    assert.deepEqual(engine.readFile.mock.calls[1].arguments[2], { labels: { b: 1, a: 0 } });
    assert.equal(used.length, 1);
    assert.equal(host.querySelectorAll("[data-report-answers] button").length, 0);
  });

  test("keeps its columns when another question follows", async () => {
    const { own, read } = panel([COLUMNS, LABELS, GOOD]);
    await read();
    const [actual, score] = host.querySelectorAll("[data-column]");
    assert.deepEqual([actual.value, score.value], ["1", "-1"]);
    score.value = "0";
    await own.rereadWithSelectedColumns();
    await own.rereadWithAnswer({ labels: { b: 1, a: 0 } });
    assert.deepEqual(engine.readFile.mock.calls[2].arguments[2], { places: [1, 0], labels: { b: 1, a: 0 } });
    assert.equal(host.querySelector("[data-report-columns]").hidden, true);
  });

  test("may be pasted", async () => {
    const { own } = panel([GOOD]);
    host.querySelector("textarea").value = "yes,0.5";
    await own.readPastedRows();
    assert.equal(new TextDecoder().decode(engine.readFile.mock.calls[0].arguments[0]), "yes,0.5");
    assert.deepEqual(used, [["own1", "Your file: Pasted rows (3 rows)"]]);
  });
});
