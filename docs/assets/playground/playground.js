/**
 * <live-playground>: a reader's code, run by PyScript in MicroPython or Pyodide. All words stand in the page; this fills
 * in numbers and output, and shows what applies. `data-state` is idle, starting, ready or running.
 */
/** @import { CodeError } from "../code/types.js" */
import { CodeDraft } from "../code/code-draft.js";
import { CodePage, runButtonAction } from "../code/code-page.js";
import { RunnerError } from "../running/errors.js";
import { PyScriptRunner } from "../running/pyscript-runner.js";

const ITEM = "playground"; // its drafts in the record
const FILE = "playground.py";
const PYODIDE_HASH = "#pyodide"; // of the address, while Pyodide is chosen: a reload keeps the choice
const PROGRAM = new URL("../playground/session.py", import.meta.url).href;
const FILES = new URL("../generated/playground/files.json", import.meta.url).href;

/** @typedef {import("../running/types.js").PyScriptSettings["type"]} Engine */

/** @returns {Engine} MicroPython unless the hash names Pyodide */
const engineInAddressHash = () => (location.hash === PYODIDE_HASH ? "py" : "mpy");

export class LivePlayground extends HTMLElement {
  #page = new CodePage(this);
  #draft = new CodeDraft(this.#page, {
    item: ITEM,
    starter: this.#partElement("starter").textContent ?? "",
    onRun: () => this.#runCode(),
    onReplace: () => this.#clearLastRun(),
  });
  /**
   * What the build says of PyScript and of both engines.
   * @type {{scripts: string[], sizes: Record<string, Record<string, [number, number]>>, others: number}}
   */
  #data = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
  #runner = this.#createRunner(engineInAddressHash());
  /** @type {Parameters<typeof runButtonAction>[1]} */
  #actions = {
    ...this.#draft.buttonActions(FILE),
    main: () => this.#runCode(),
    stop: () => this.#runner.stop(),
    reload: () => this.#saveAndReloadPage(),
  };

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    addEventListener("hashchange", () => this.#switchRunnerTo(engineInAddressHash()));
    this.#page.stopWhenReaderLeaves(() => this.#runner.stop());
    this.#showSelectedEngineAndClearRun(engineInAddressHash());
    this.#draft.openStoreAndReadHintCount().then(() => this.#draft.loadAndShowEditor());
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "change") return this.#selectEngineAndSetHash(/** @type {HTMLInputElement} */ (target));
    runButtonAction(target, this.#actions);
  }

  // --- the choice of Python ---

  /** The address remembers the choice. @param {HTMLInputElement} input */
  #selectEngineAndSetHash({ name, value }) {
    if (name !== "engine") return;
    history.replaceState(history.state, "", value === "py" ? PYODIDE_HASH : location.pathname + location.search);
    this.#switchRunnerTo(engineInAddressHash());
  }

  /** @param {Engine} engine */
  #createRunner(engine) {
    const { scripts, sizes, others } = this.#data;
    return new PyScriptRunner({
      scripts,
      type: engine,
      program: PROGRAM,
      files: FILES,
      sizes: sizes[engine] ?? {},
      others,
    });
  }

  /** Stops the runner, and puts one of this engine in its place. @param {Engine} engine */
  #switchRunnerTo(engine) {
    this.#runner.stop();
    this.#runner = this.#createRunner(engine);
    this.#showSelectedEngineAndClearRun(engine);
  }

  /** Shows which engine is selected, and that it has not run. @param {Engine} engine */
  #showSelectedEngineAndClearRun(engine) {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[name=engine]")))
      input.checked = input.value === engine;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-for]")))
      part.hidden = part.dataset.for !== engine;
    this.#clearLastRun();
    this.#page.setPythonState("idle");
  }

  // --- running ---

  async #runCode() {
    if (this.#page.isPythonBusy || !this.#draft.editor) return;
    const runner = this.#runner;
    this.#draft.savePendingChange();
    this.#clearLastRun();
    try {
      this.#page.setPythonState(runner.isReady ? "running" : "starting");
      await runner.start((progress) => runner === this.#runner && this.#page.showProgress(progress));
      if (runner !== this.#runner) return;
      this.#page.setPythonState("running");
      const job = { module: "session", function: "run", given: [this.#draft.text] };
      const { error } = await runner.run(job, { onReport: (text) => this.#page.appendOutput(text) });
      this.#showEndOfRun(error);
    } catch (error) {
      if (runner === this.#runner) this.#stopWithNote(error);
    }
  }

  /** Shows how the run ended. If it ran out of memory, Python is also stopped. @param {CodeError | null} error */
  #showEndOfRun(error) {
    this.#page.setPythonState("ready");
    this.#draft.markLine(error?.line ?? null);
    this.#partElement("version").textContent = this.#runner.version;
    this.#partElement("silent").hidden = !this.#partElement("printed").hidden;
    this.#page.showOnlySentence(error ? "error" : "ended");
    if (error) this.#page.showError(error);
    if (error?.type === "MemoryError") this.#stopWithNote(new RunnerError("memory"));
  }

  /** Says why Python ended; the next run starts it again. @param {unknown} error */
  #stopWithNote(error) {
    if (this.#page.hasLeft) return;
    this.#runner.stop();
    this.#page.setPythonState("idle");
    this.#page.showOnlyRunNote(error instanceof RunnerError ? error.kind : "crashed");
  }

  /** Removes what the last run showed. */
  #clearLastRun() {
    this.#page.clearLastRun();
    this.#draft.markLine(null);
  }

  /** A script that failed once fails until the page is loaded again. */
  async #saveAndReloadPage() {
    await this.#draft.savePendingChange();
    location.reload();
  }

  /** @param {string} name */
  #partElement(name) {
    return this.#page.partElement(name);
  }
}
