/**
 * <live-playground>: a reader's code, run by PyScript in MicroPython or Pyodide. All words stand in the page; this fills
 * in numbers and output, and shows what applies. `data-state` is idle, starting, ready or running.
 */
/** @import { CodeError } from "../code/types.js" */
import { CodeDraft } from "../code/code-draft.js";
import { CodePage, setLineButton } from "../code/code-page.js";
import { OutputText } from "../code/output-text.js";
import { saveFile } from "../dom/save-file.js";
import { RunnerError } from "../running/errors.js";
import { PyScriptRunner } from "../running/pyscript-runner.js";

const ITEM = "playground"; // its drafts in the record
const FILE = "playground.py";
const PYODIDE_HASH = "#pyodide"; // of the address, while Pyodide is chosen: a reload keeps the choice
const RUN_NOTES = ["unsupported", "missing", "memory", "crashed", "stopped", "left"];
const PROGRAM = new URL("../playground/session.py", import.meta.url).href;
const FILES = new URL("../generated/playground/files.json", import.meta.url).href;

export class LivePlayground extends HTMLElement {
  #page = new CodePage(this, RUN_NOTES);
  #draft = /** @type {CodeDraft} */ (/** @type {any} */ (undefined));
  #output = /** @type {OutputText} */ (/** @type {any} */ (undefined));
  /** @type {PyScriptRunner} */
  #runner = /** @type {any} */ (undefined);
  /** What the build says of PyScript and of both engines. @type {{scripts: string[], sizes: Record<string, Record<string, [number, number]>>, others: number}} */
  #data = { scripts: [], sizes: {}, others: 0 };
  #hasLeft = false;

  connectedCallback() {
    this.#data = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
    this.#draft = new CodeDraft(this.#page, {
      item: ITEM,
      starter: this.#partElement("starter").textContent ?? "",
      onRun: () => this.#runCode(),
      onReplace: () => this.#clearLastRun(),
    });
    this.#output = new OutputText(this.#partElement("output"));
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    addEventListener("hashchange", () => this.#selectEngine(location.hash === PYODIDE_HASH ? "py" : "mpy"));
    addEventListener("pagehide", () => this.#saveCodeAndStopRunner());
    addEventListener("pageshow", () => void (this.#hasLeft = false));
    document.addEventListener("visibilitychange", () => document.hidden && this.#draft.savePendingChange());
    this.#selectEngine(location.hash === PYODIDE_HASH ? "py" : "mpy");
    this.#restoreDraftAndOpenEditor();
  }

  async #restoreDraftAndOpenEditor() {
    await this.#draft.openStoreAndReadHintCount();
    await this.#draft.openEditor();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "change") return this.#selectEngineAndPutInAddress(/** @type {HTMLInputElement} */ (target));
    const button = target.closest("button");
    if (!button || button.ariaDisabled === "true") return;
    /** @type {Record<string, () => unknown>} */
    const actions = {
      main: () => this.#runCode(),
      stop: () => this.#runner.stop(),
      reload: () => this.#saveAndReloadPage(),
      reset: () => this.#draft.switchToStarter(),
      swap: () => this.#draft.swapVersions(),
      discard: () => this.#draft.discardOtherVersion(),
      download: () => saveFile(FILE, "text/x-python", this.#draft.text),
      line: () => this.#draft.editor?.goToLine(Number(button.value)),
    };
    actions[button.dataset.do ?? ""]?.();
  }

  // --- the choice of Python ---

  /** The address remembers the choice. @param {HTMLInputElement} input */
  #selectEngineAndPutInAddress({ name, value }) {
    if (name !== "engine") return;
    history.replaceState(history.state, "", value === "py" ? PYODIDE_HASH : location.pathname + location.search);
    this.#selectEngine(value);
  }

  /** @param {string} engine "mpy" or "py" */
  #selectEngine(engine) {
    this.#runner?.stop();
    const type = engine === "py" ? "py" : "mpy";
    const { scripts, sizes, others } = this.#data;
    this.#runner = new PyScriptRunner({
      scripts,
      type,
      program: PROGRAM,
      files: FILES,
      sizes: sizes[type] ?? {},
      others,
    });
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[name=engine]")))
      input.checked = input.value === type;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-for]")))
      part.hidden = part.dataset.for !== type;
    this.#clearLastRun();
    this.#page.setPythonState("idle");
  }

  // --- running ---

  async #runCode() {
    if (this.#page.isBusy || !this.#draft.editor) return;
    const runner = this.#runner;
    this.#draft.savePendingChange();
    this.#clearLastRun();
    try {
      this.#page.setPythonState(runner.isReady ? "running" : "starting");
      await runner.start((progress) => runner === this.#runner && this.#page.showProgress(progress));
      if (runner !== this.#runner) return;
      this.#page.setPythonState("running");
      const job = { module: "session", function: "run", given: [this.#draft.text] };
      const { error } = await runner.run(job, { onReport: (text) => this.#appendOutput(text) });
      this.#showEndOfRun(error);
    } catch (error) {
      if (runner === this.#runner) this.#stopWithNote(error);
    }
  }

  /** @param {string} text */
  #appendOutput(text) {
    this.#partElement("printed").hidden = false;
    this.#output.appendNextFrame(text);
  }

  /** @param {CodeError | null} error */
  #showEndOfRun(error) {
    this.#page.setPythonState("ready");
    const line = error?.line ?? null;
    this.#draft.editor?.markLine(line);
    setLineButton(this.#partElement("foot"), line);
    this.#partElement("version").textContent = this.#runner.version;
    this.#partElement("silent").hidden = !this.#partElement("printed").hidden;
    this.#page.showOnlySentence(error ? "error" : "ended");
    if (error) this.#showErrorDetails(error);
    if (error?.type === "MemoryError") this.#stopWithNote(new RunnerError("memory"));
  }

  /** @param {CodeError} error */
  #showErrorDetails({ type, message, line, text }) {
    this.#partElement("error-place").textContent = ` with ${type}${line ? ` in line ${line}` : ""}`;
    this.#partElement("error").hidden = false;
    this.#partElement("error-name").textContent = type;
    this.#partElement("error-message").textContent = message;
    this.#partElement("traceback").textContent = text;
    setLineButton(this.#partElement("error"), line);
  }

  /** Says why Python ended; the next run starts it again. @param {unknown} error */
  #stopWithNote(error) {
    if (this.#hasLeft) return;
    this.#runner.stop();
    this.#page.setPythonState("idle");
    this.#page.showOnlyRunNote(error instanceof RunnerError ? error.kind : "crashed");
  }

  /** Removes what the last run showed. */
  #clearLastRun() {
    this.#page.showOnlyRunNote();
    this.#page.showOnlySentence("");
    this.#draft.editor?.markLine(null);
    this.#output.replaceAtOnce("");
    this.#partElement("printed").hidden = true;
    this.#partElement("error").hidden = true;
    setLineButton(this.#partElement("foot"), null);
  }

  /** The browser may bring this page back as it is now, but a worker would go on meanwhile. */
  #saveCodeAndStopRunner() {
    this.#hasLeft = true;
    this.#draft.saveBeforeClosing();
    if (this.#page.isBusy) this.#page.showOnlyRunNote("left");
    this.#runner.stop();
    this.#page.setPythonState("idle");
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
