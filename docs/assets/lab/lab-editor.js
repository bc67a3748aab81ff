/**
 * <lab-editor>: a reader's code, run in Pyodide against the tests of the lab. All words stand in the page; this fills in
 * numbers and results, and shows what applies. `data-state` is idle, starting, ready or running.
 */
/** @import { LabData, Outcome } from "./types.js" */
import { CodeDraft } from "../code/code-draft.js";
import { CodePage, runButtonAction } from "../code/code-page.js";
import { copyText } from "../dom/clipboard.js";
import { stateByItem } from "../record/replay.js";
import { Store } from "../record/store.js";
import { RunnerError } from "../running/errors.js";
import { PyodideRunner } from "../running/pyodide-runner.js";
import { showOrHideFigure } from "./figure.js";
import { Results } from "./results.js";

const TIME_LIMIT = 10_000; // ms of one run
const HARNESS = new URL("../lab/harness.py", import.meta.url);

export class LabEditor extends HTMLElement {
  #name = this.dataset.lab ?? "";
  /** @type {LabData} */
  #data = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
  #page = new CodePage(this);
  #solution = this.#partElement("solution").textContent ?? "";
  #draft = new CodeDraft(this.#page, {
    item: this.#name,
    starter: this.#partElement("starter").textContent ?? "",
    onRun: () => this.#runTests(),
    onReplace: () => this.#clearLastRun(),
  });
  #runner = new PyodideRunner({
    files: this.#data.files,
    packages: ["live-metrics"],
    modules: { harness: HARNESS.href },
  });
  #log = new Store([this.#name], { readsDrafts: false });
  #results = new Results(this);
  /** @type {Parameters<typeof runButtonAction>[1]} */
  #actions = {
    ...this.#draft.buttonActions(`${this.#name}.py`),
    main: () => (this.dataset.state === "idle" ? this.#startAndSayReady() : this.#runTests()),
    stop: () => this.#runner.stop(),
    start: () => this.#startAndSayReady(),
    open: () => this.#draft.loadAndShowEditor(),
    "failed-test": () => this.#results.goToFirstFailedTest(),
    copy: () => this.#copySolutionToClipboard(),
  };

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("toggle", this, true);
    this.#page.stopWhenReaderLeaves(() => this.#runner.stop());
    this.#page.setPythonState("idle");
    this.#restoreProgressAndOpenEditor();
  }

  async #restoreProgressAndOpenEditor() {
    this.#log.addEventListener("change", () => this.#updateDoneMark());
    await Promise.all([this.#draft.openStoreAndReadHintCount(), this.#log.openAndWaitForRows()]);
    this.#updateDoneMark();
    this.#showHintsUpToNext();
    await this.#draft.loadAndShowEditor();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "toggle") {
      const details = /** @type {HTMLDetailsElement} */ (target);
      return details.open && this.#showComparisonOrNextHint(details);
    }
    runButtonAction(target, this.#actions);
  }

  // --- running ---

  async #startAndSayReady() {
    this.#page.showOnlyRunNote();
    await this.#startRunner();
    if (this.#runner.isReady) this.#page.showOnlySentence("ready");
  }

  async #startRunner() {
    this.#page.setPythonState("starting");
    try {
      await this.#runner.start((progress) => this.#page.showProgress(progress));
      this.#page.setPythonState("ready");
    } catch (error) {
      this.#recoverFromError(error);
    }
  }

  async #runTests() {
    if (this.#page.isPythonBusy || !this.#draft.editor) return;
    this.#draft.savePendingChange();
    this.#clearLastRun();
    try {
      if (!this.#runner.isReady) await this.#startRunner();
      if (!this.#runner.isReady) return;
      this.#page.setPythonState("running");
      const job = { module: "harness", function: "run", given: [this.#draft.text, this.#data.tests] };
      const outcome = await this.#runner.run(job, {
        limit: TIME_LIMIT,
        onReport: (text) => this.#page.appendOutput(text),
      });
      this.#showOutcome(outcome);
      if (outcome.passed) this.#recordPassed();
    } catch (error) {
      this.#recoverFromError(error);
    }
  }

  /** Removes what the last run showed. */
  #clearLastRun() {
    this.#page.clearLastRun();
    this.#results.showTestsAsNotRun();
    this.#draft.markLine(null);
    showOrHideFigure(this.#partElement("figure"), null, "");
  }

  /** Shows how the run ended. If it ran out of memory, Python is also restarted. @param {Outcome} outcome */
  #showOutcome(outcome) {
    this.#page.setPythonState("ready");
    this.#results.showTestResults(outcome.tests);
    if (outcome.error) this.#page.showError(outcome.error);
    this.#page.replaceOutput(outcome.output);
    this.#draft.markLine(Results.lineToLookAt(outcome));
    this.#showVerdictSentence(outcome);
    showOrHideFigure(this.#partElement("figure"), outcome.figure, this.id);
    if (outcome.error?.type === "MemoryError") this.#restartRunner("memory");
  }

  /** @param {Outcome} outcome */
  #showVerdictSentence({ error, tests, passed }) {
    const count = tests.filter((test) => test.passed).length;
    this.#partElement("passed-count").textContent = `${count} of ${tests.length}`;
    this.#partElement("all-count").textContent = `${tests.length}`;
    this.#page.showOnlySentence(passed ? "passed" : error && !tests.length ? "error" : "failed");
  }

  /** @param {unknown} error */
  #recoverFromError(error) {
    if (this.#page.hasLeft) return;
    const kind = error instanceof RunnerError ? error.kind : "crashed";
    const wasReady = this.dataset.state === "running";
    if (kind === "failed") {
      this.#page.setPythonState("ready");
      this.#page.toggleNote("failed", true);
    } else if (wasReady) this.#restartRunner(kind);
    else {
      this.#page.setPythonState("idle");
      this.#page.toggleNote(kind, true);
    }
  }

  /** Says why the engine ended, and starts it again, so that the next run need not wait. @param {string} note */
  #restartRunner(note) {
    this.#page.toggleNote(note, true);
    this.#runner.stop();
    return this.#startRunner();
  }

  #recordPassed() {
    if (this.#isDone()) return;
    this.#log.append({
      item: this.#name,
      rev: 1,
      objective: "",
      mode: "practice",
      kind: "lab",
      response: null,
      score: 1,
    });
    this.#updateDoneMark();
  }

  #isDone() {
    return stateByItem(this.#log.entries.values(), { [this.#name]: 1 }).get(this.#name)?.done ?? false;
  }

  // --- hints and solution ---

  /** @param {HTMLDetailsElement} openedDetails */
  #showComparisonOrNextHint(openedDetails) {
    if (openedDetails.dataset.part === "comparison-fold") this.#showDifferencesFromSolution();
    else if (openedDetails.dataset.part === "hint") this.#saveHintAsOpenedAndShowNext(openedDetails);
  }

  /** @param {HTMLDetailsElement} hint */
  #saveHintAsOpenedAndShowNext(hint) {
    const at = this.#hintElements().indexOf(hint);
    if (at < this.#draft.hints) return;
    this.#draft.saveHintCount(at + 1);
    this.#showHintsUpToNext();
  }

  /** Hints come one after the other: the next one is there once the one before it was opened. */
  #showHintsUpToNext() {
    this.#hintElements().forEach((hint, at) => (hint.hidden = at > this.#draft.hints));
  }

  /** @returns {HTMLDetailsElement[]} */
  #hintElements() {
    return [.../** @type {NodeListOf<HTMLDetailsElement>} */ (this.querySelectorAll("[data-part=hint]"))];
  }

  async #showDifferencesFromSolution() {
    if (!this.#draft.editorModule) return;
    const { fillRowsAndCountDifferences } = await import("./comparison.js");
    const body = /** @type {HTMLTableSectionElement} */ (this.#partElement("comparison-rows"));
    const count = fillRowsAndCountDifferences(
      body,
      this.#draft.text,
      this.#solution,
      this.#draft.editorModule.highlightLines,
    );
    this.#partElement("comparison").hidden = false;
    this.#partElement("solution-box").hidden = true;
    this.#partElement("difference-count").textContent =
      count === 0 ? "No line differs" : count === 1 ? "1 line differs" : `${count} lines differ`;
  }

  async #copySolutionToClipboard() {
    const isCopied = await copyText(this.#solution);
    this.#partElement("copied").hidden = !isCopied;
    this.#partElement("solution-box").hidden = isCopied; // without a clipboard the text can be selected
  }

  #updateDoneMark() {
    this.#partElement("done").hidden = !this.#isDone();
  }

  /** @param {string} name */
  #partElement(name) {
    return this.#page.partElement(name);
  }
}
