/**
 * <lab-editor>: a reader's code, run in Pyodide against the tests of the lab. All words stand in the page; this fills in
 * numbers and results, and shows what applies. `data-state` is idle, starting, ready or running.
 */
/** @import { Editor, LabData, Outcome } from "./types.js" */
import { save } from "../calculator/download.js";
import { CodeStore } from "../record/code-store.js";
import { replay } from "../record/replay.js";
import { Store } from "../record/store.js";
import { RunnerError } from "../running/errors.js";
import { PyodideRunner } from "../running/pyodide-runner.js";
import { showFigure } from "./figure.js";
import { Painter } from "./painter.js";
import { Results, fillLine, within } from "./results.js";

const TIME_LIMIT = 10_000; // ms of one run
const SAVE_DELAY = 400; // ms without typing until the code is saved
const BUSY = ["starting", "running"];
const NOTES_OF_A_RUN = ["unsupported", "missing", "memory", "crashed", "timeout", "stopped", "failed", "left"];
const EDITOR = new URL("../generated/lab/code-editor.js", import.meta.url);
const HARNESS = new URL("../lab/harness.py", import.meta.url);

export class LabEditor extends HTMLElement {
  /** @type {Editor | undefined} */
  #editor;
  #editorTries = 0;
  /** @type {any} the bundled module, with highlightLines */
  #editorModule;
  /** @type {PyodideRunner} */
  #runner = /** @type {any} */ (undefined);
  #code = new CodeStore("");
  #log = new Store();
  #painter = /** @type {Painter} */ (/** @type {any} */ (undefined));
  #results = new Results(this);
  /** @type {AbortController | undefined} of the run that goes on */
  #running;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the code is saved */
  #saving;
  #hints = 0;
  #hasLeft = false;
  /** What the starter was, and the tests. @type {LabData & {starter: string, solution: string}} */
  #lab = { tests: "", files: {}, starter: "", solution: "" };

  connectedCallback() {
    const data = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
    this.#lab = { ...data, starter: this.#part("starter").textContent, solution: this.#part("solution").textContent };
    this.#runner = new PyodideRunner({
      files: data.files,
      packages: ["live-metrics"],
      modules: { harness: HARNESS.href },
    });
    this.#painter = new Painter(this.#part("output"));
    this.addEventListener("click", this);
    this.addEventListener("toggle", this, true);
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", () => void (this.#hasLeft = false));
    document.addEventListener("visibilitychange", () => document.hidden && this.#saveNow());
    this.#setState("idle");
    this.#open();
  }

  async #open() {
    const lab = this.dataset.lab ?? "";
    this.#code = new CodeStore(lab);
    this.#log = new Store([lab]);
    this.#code.addEventListener("change", () => this.#showStored());
    this.#log.addEventListener("change", () => this.#showDone());
    await Promise.all([this.#code.open(), this.#log.open()]);
    this.#showDone();
    this.#showHints(this.#code.current?.hints ?? 0);
    await this.#openEditor();
    this.#showStored();
  }

  async #openEditor() {
    if (this.#editor) return;
    try {
      this.#editorModule = await import(`${EDITOR.href}#${this.#editorTries++}`); // an address that failed stays failed
      const host = this.#part("editor");
      this.#editor = this.#editorModule.createEditor({
        parent: host.shadowRoot ?? host.attachShadow({ mode: "open" }),
        text: this.#code.current?.code ?? this.#lab.starter,
        label: host.dataset.name ?? "",
        onChange: (/** @type {string} */ text) => this.#changed(text),
        onRun: () => this.#run(),
      });
      this.#part("starter-box").hidden = true;
      host.hidden = false;
      this.#note("editor", false);
    } catch {
      this.#note("editor", true);
    }
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "toggle") return this.#toggled(/** @type {HTMLDetailsElement} */ (target));
    const button = target.closest("button");
    if (!button || button.ariaDisabled === "true") return;
    /** @type {Record<string, () => unknown>} */
    const actions = {
      main: () => (this.dataset.state === "idle" ? this.#start() : this.#run()),
      stop: () => this.#stop(),
      start: () => this.#start(),
      open: () => this.#openEditor(),
      reset: () => this.#replace(this.#lab.starter),
      swap: () => this.#replace(this.#code.other?.code ?? this.#text),
      discard: () => this.#code.save(this.#text, this.#hints, null),
      download: () => save(`${this.dataset.lab}.py`, "text/x-python", this.#text),
      line: () => this.#editor?.goTo(Number(button.value)),
      copy: () => this.#copySolution(),
    };
    actions[button.dataset.do ?? ""]?.();
  }

  get #text() {
    return this.#editor?.text ?? this.#code.current?.code ?? this.#lab.starter;
  }

  // --- running ---

  async #start() {
    this.#showNotes();
    await this.#startRunner();
    if (this.#runner.isReady) this.#say("ready");
  }

  async #startRunner() {
    this.#setState("starting");
    try {
      await this.#runner.start(({ loaded, total }) => this.#showProgress(loaded, total));
      this.#setState("ready");
    } catch (error) {
      this.#failed(error);
    }
  }

  async #run() {
    if (BUSY.includes(this.dataset.state ?? "") || !this.#editor) return;
    this.#saveNow();
    this.#clear();
    this.#running = new AbortController();
    try {
      if (!this.#runner.isReady) await this.#startRunner();
      if (!this.#runner.isReady) return;
      this.#setState("running");
      const job = { module: "harness", function: "run", given: [this.#editor.text, this.#lab.tests] };
      this.#show(
        await this.#runner.run(job, {
          signal: this.#running.signal,
          limit: TIME_LIMIT,
          onReport: (text) => this.#print(text),
        }),
      );
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Removes what the last run showed. */
  #clear() {
    this.#showNotes();
    this.#say("");
    this.#results.clear();
    this.#editor?.markLine(null);
    this.#painter.replace("");
    this.#part("printed").hidden = true;
    showFigure(this.#part("figure"), null, "");
    fillLine(this.#part("foot"), null);
  }

  #stop() {
    if (this.dataset.state === "running") this.#running?.abort();
    else this.#runner.stop();
  }

  /** @param {string} text */
  #print(text) {
    this.#part("printed").hidden = false;
    this.#painter.add(text);
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    this.#setState("ready");
    this.#results.show(outcome);
    this.#painter.replace(outcome.output);
    this.#part("printed").hidden = !outcome.output;
    this.#editor?.markLine(Results.lineOf(outcome));
    fillLine(this.#part("foot"), Results.lineOf(outcome));
    this.#sayVerdict(outcome);
    showFigure(this.#part("figure"), outcome.figure, this.id);
    if (outcome.error?.type === "MemoryError") this.#restart("memory");
    if (outcome.passed) this.#done();
  }

  /** @param {Outcome} outcome */
  #sayVerdict({ error, tests, passed }) {
    const count = tests.filter((test) => test.passed).length;
    this.#part("passed-count").textContent = `${count} of ${tests.length}`;
    this.#part("all-count").textContent = `${tests.length}`;
    if (error)
      this.#part("error-place").textContent = ` with ${error.type}${error.line ? ` in line ${error.line}` : ""}`;
    this.#say(passed ? "passed" : error && !tests.length ? "error" : "failed");
  }

  /** @param {unknown} error */
  #failed(error) {
    if (this.#hasLeft) return;
    const kind = error instanceof RunnerError ? error.kind : "crashed";
    const wasReady = this.dataset.state === "running";
    if (kind === "failed") {
      this.#setState("ready");
      this.#note("failed", true);
    } else if (wasReady) this.#restart(kind);
    else {
      this.#setState("idle");
      this.#note(kind, true);
    }
  }

  /** Says why the engine ended, and starts it again, so that the next run need not wait. @param {string} note */
  #restart(note) {
    this.#note(note, true);
    this.#runner.stop();
    return this.#startRunner();
  }

  /** The browser may bring this page back as it is now, but a worker would go on meanwhile. */
  #leave() {
    this.#hasLeft = true;
    if (this.#saving !== undefined) this.#code.saveBeforeUnload(this.#text, this.#hints);
    if (BUSY.includes(this.dataset.state ?? "")) this.#showNotes("left");
    this.#runner.stop();
    this.#setState("idle");
  }

  #done() {
    if (this.#isDone()) return;
    this.#log.append({
      item: this.dataset.lab ?? "",
      rev: 1,
      objective: "",
      mode: "practice",
      kind: "lab",
      response: null,
      score: 1,
    });
    this.#showDone();
    this.dispatchEvent(new CustomEvent("lab-passed", { bubbles: true, detail: { item: this.dataset.lab } }));
  }

  #isDone() {
    const lab = this.dataset.lab ?? "";
    return replay(this.#log.entries.values(), { [lab]: 1 }).get(lab)?.done ?? false;
  }

  // --- the reader's code ---

  /** @param {string} text */
  #changed(text) {
    if (text === this.#code.current?.code) return; // what another tab wrote
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#saveNow(), SAVE_DELAY);
  }

  #saveNow() {
    if (this.#saving === undefined) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#code.save(this.#text, this.#hints);
  }

  /** Shows other code; what was there becomes the other version. @param {string} text */
  #replace(text) {
    const before = this.#text;
    if (before === text) return;
    this.#clear();
    this.#editor?.setText(text);
    clearTimeout(this.#saving); // this change is saved now, together with the version before it
    this.#saving = undefined;
    this.#code.save(text, this.#hints, before === this.#lab.starter ? null : before);
  }

  #showStored() {
    const { isSaved, current, other } = this.#code;
    this.#note("unkept", isSaved === false);
    this.#note("other", other?.code !== undefined);
    if (this.#saving !== undefined || current?.code === undefined || !this.#editor) return; // what is typed here is saved first
    this.#code.markCurrentAsSeen();
    if (current.code !== this.#editor.text) this.#editor.setText(current.code);
  }

  // --- hints and solution ---

  /** @param {HTMLDetailsElement} fold */
  #toggled(fold) {
    if (fold.dataset.part === "comparison-fold") this.#compare(fold);
    const at = this.#hintFolds().indexOf(fold);
    if (!fold.open || at < this.#hints || at < 0) return;
    this.#showHints(at + 1);
    this.#code.save(this.#text, this.#hints);
  }

  /** Hints come one after the other: the next fold is there once the one before it was opened. @param {number} opened */
  #showHints(opened) {
    this.#hints = opened;
    this.#hintFolds().forEach((fold, at) => (fold.hidden = at > opened));
  }

  /** @returns {HTMLDetailsElement[]} */
  #hintFolds() {
    return [.../** @type {NodeListOf<HTMLDetailsElement>} */ (this.querySelectorAll("[data-part=hint]"))];
  }

  /** @param {HTMLDetailsElement} fold */
  async #compare(fold) {
    if (!fold.open || !this.#editorModule) return;
    const { compare } = await import("./comparison.js");
    const body = /** @type {HTMLTableSectionElement} */ (this.#part("comparison-rows"));
    const count = compare(body, this.#text, this.#lab.solution, this.#editorModule.highlightLines);
    this.#part("comparison").hidden = false;
    this.#part("solution-box").hidden = true;
    this.#part("difference-count").textContent =
      count === 0 ? "No line differs" : count === 1 ? "1 line differs" : `${count} lines differ`;
  }

  async #copySolution() {
    const copied = await navigator.clipboard?.writeText(this.#lab.solution).then(
      () => true,
      () => false,
    );
    this.#part("copied").hidden = !copied;
    this.#part("solution-box").hidden = !!copied; // without a clipboard the text can be selected
  }

  // --- showing ---

  /** @param {"idle" | "starting" | "ready" | "running"} state */
  #setState(state) {
    this.dataset.state = state;
    const isBusy = BUSY.includes(state);
    for (const label of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-label]")))
      label.hidden = label.dataset.label !== state;
    this.#button("main").ariaDisabled = String(isBusy);
    this.#button("stop").ariaDisabled = String(!isBusy);
    this.#part("progress").hidden = state !== "starting";
    if (state === "starting") this.#showProgress(0, 1);
  }

  /** @param {number} loaded @param {number} total bytes */
  #showProgress(loaded, total) {
    const bar = /** @type {HTMLProgressElement} */ (this.#part("progress").querySelector("progress"));
    bar.value = loaded / total;
    this.#part("loaded").textContent = (loaded / 1e6).toFixed(1);
  }

  #showDone() {
    this.#part("done").hidden = !this.#isDone();
  }

  /** One of the sentences about the last run. @param {string} name "": none */
  #say(name) {
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-says]")))
      line.hidden = line.dataset.says !== name;
  }

  /** Of what may end a run, only this note. @param {string} [shown] */
  #showNotes(shown) {
    for (const name of NOTES_OF_A_RUN) this.#note(name, name === shown);
  }

  /** @param {string} name @param {boolean} isShown */
  #note(name, isShown) {
    const note = /** @type {HTMLElement | null} */ (this.querySelector(`[data-note="${name}"]`));
    if (note) note.hidden = !isShown;
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do="${name}"]`));
  }

  /** @param {string} name */
  #part(name) {
    return within(this, name);
  }
}
