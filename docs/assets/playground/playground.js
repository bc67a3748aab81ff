/**
 * <live-playground>: a reader's code, run by PyScript in MicroPython or Pyodide. All words stand in the page; this fills
 * in numbers and output, and shows what applies. `data-state` is idle, starting, ready or running.
 */
/** @import { Editor, CodeError } from "../lab/types.js" */
import { save } from "../calculator/download.js";
import { Painter } from "../lab/painter.js";
import { fillLine, within } from "../lab/results.js";
import { CodeStore } from "../record/code-store.js";
import { RunnerError } from "../running/errors.js";
import { PyScriptRunner } from "../running/pyscript-runner.js";

const ITEM = "playground"; // its drafts in the record
const FILE = "playground.py";
const SAVE_DELAY = 400; // ms without typing until the code is saved
const PYODIDE_HASH = "#pyodide"; // of the address, while Pyodide is chosen: a reload keeps the choice
const NOTES_OF_A_RUN = ["unsupported", "missing", "memory", "crashed", "stopped", "left"];
const EDITOR = new URL("../generated/lab/code-editor.js", import.meta.url);
const PROGRAM = new URL("../playground/session.py", import.meta.url).href;
const FILES = new URL("../generated/playground/files.json", import.meta.url).href;

export class LivePlayground extends HTMLElement {
  /** @type {Editor | undefined} */
  #editor;
  #code = new CodeStore(ITEM);
  #painter = /** @type {Painter} */ (/** @type {any} */ (undefined));
  /** @type {PyScriptRunner} */
  #runner = /** @type {any} */ (undefined);
  #starter = "";
  /** What the build says of PyScript and of both engines. @type {{scripts: string[], sizes: Record<string, Record<string, [number, number]>>, others: number}} */
  #data = { scripts: [], sizes: {}, others: 0 };
  /** @type {ReturnType<typeof setTimeout> | undefined} until the code is saved */
  #saving;
  #hasLeft = false;

  connectedCallback() {
    this.#data = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
    this.#starter = this.#part("starter").textContent ?? "";
    this.#painter = new Painter(this.#part("output"));
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    addEventListener("hashchange", () => this.#choose(location.hash === PYODIDE_HASH ? "py" : "mpy"));
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", () => void (this.#hasLeft = false));
    document.addEventListener("visibilitychange", () => document.hidden && this.#saveNow());
    this.#choose(location.hash === PYODIDE_HASH ? "py" : "mpy");
    this.#open();
  }

  async #open() {
    this.#code.addEventListener("change", () => this.#showStored());
    await this.#code.open();
    await this.#openEditor();
    this.#showStored();
  }

  async #openEditor() {
    try {
      const { createEditor } = await import(EDITOR.href);
      const host = this.#part("editor");
      this.#editor = createEditor({
        parent: host.attachShadow({ mode: "open" }),
        text: this.#code.current?.code ?? this.#starter,
        label: host.dataset.name ?? "",
        onChange: (/** @type {string} */ text) => this.#changed(text),
        onRun: () => this.#run(),
      });
      this.#part("starter-box").hidden = true;
      host.hidden = false;
    } catch {
      this.#note("editor", true);
    }
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "change") return this.#changedChoice(/** @type {HTMLInputElement} */ (target));
    const button = target.closest("button");
    if (!button || button.ariaDisabled === "true") return;
    /** @type {Record<string, () => unknown>} */
    const actions = {
      main: () => this.#run(),
      stop: () => this.#runner.stop(),
      reload: () => this.#reload(),
      reset: () => this.#replace(this.#starter),
      swap: () => this.#replace(this.#code.other?.code ?? this.#text),
      discard: () => this.#code.save(this.#text, 0, null),
      download: () => save(FILE, "text/x-python", this.#text),
      line: () => this.#editor?.goTo(Number(button.value)),
    };
    actions[button.dataset.do ?? ""]?.();
  }

  get #text() {
    return this.#editor?.text ?? this.#code.current?.code ?? this.#starter;
  }

  // --- the choice of Python ---

  /** @param {HTMLInputElement} input */
  #changedChoice({ name, value }) {
    if (name !== "engine") return;
    history.replaceState(history.state, "", value === "py" ? PYODIDE_HASH : location.pathname + location.search);
    this.#choose(value);
  }

  /** @param {string} engine "mpy" or "py" */
  #choose(engine) {
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
    this.#clear();
    this.#setState("idle");
  }

  // --- running ---

  async #run() {
    if (!["idle", "ready"].includes(this.dataset.state ?? "") || !this.#editor) return;
    const runner = this.#runner;
    this.#saveNow();
    this.#clear();
    try {
      this.#setState(runner.isReady ? "running" : "starting");
      await runner.start(({ loaded, total }) => runner === this.#runner && this.#showProgress(loaded, total));
      if (runner !== this.#runner) return;
      this.#setState("running");
      const job = { module: "session", function: "run", given: [this.#editor.text] };
      const { error } = await runner.run(job, { onReport: (text) => this.#print(text) });
      this.#show(error);
    } catch (error) {
      if (runner === this.#runner) this.#failed(error);
    }
  }

  /** @param {string} text */
  #print(text) {
    this.#part("printed").hidden = false;
    this.#painter.add(text);
  }

  /** @param {CodeError | null} error */
  #show(error) {
    this.#setState("ready");
    const line = error?.line ?? null;
    this.#editor?.markLine(line);
    fillLine(this.#part("foot"), line);
    this.#part("version").textContent = this.#runner.version;
    this.#part("silent").hidden = !this.#part("printed").hidden;
    this.#say(error ? "error" : "ended");
    if (error) this.#showError(error);
    if (error?.type === "MemoryError") this.#failed(new RunnerError("memory"));
  }

  /** @param {CodeError} error */
  #showError({ type, message, line, text }) {
    this.#part("error-place").textContent = ` with ${type}${line ? ` in line ${line}` : ""}`;
    this.#part("error").hidden = false;
    this.#part("error-name").textContent = type;
    this.#part("error-message").textContent = message;
    this.#part("traceback").textContent = text;
    fillLine(this.#part("error"), line);
  }

  /** Says why Python ended; the next run starts it again. @param {unknown} error */
  #failed(error) {
    if (this.#hasLeft) return;
    this.#runner.stop();
    this.#setState("idle");
    this.#showNotes(error instanceof RunnerError ? error.kind : "crashed");
  }

  /** Removes what the last run showed. */
  #clear() {
    this.#showNotes();
    this.#say("");
    this.#editor?.markLine(null);
    this.#painter.replace("");
    this.#part("printed").hidden = true;
    this.#part("error").hidden = true;
    fillLine(this.#part("foot"), null);
  }

  /** The browser may bring this page back as it is now, but a worker would go on meanwhile. */
  #leave() {
    this.#hasLeft = true;
    if (this.#saving !== undefined) this.#code.saveBeforeUnload(this.#text, 0);
    if (["starting", "running"].includes(this.dataset.state ?? "")) this.#showNotes("left");
    this.#runner.stop();
    this.#setState("idle");
  }

  /** A script that failed once fails until the page is loaded again. */
  async #reload() {
    await this.#saveNow();
    location.reload();
  }

  // --- the reader's code ---

  /** @param {string} text */
  #changed(text) {
    if (text === this.#code.current?.code) return; // what another tab wrote
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#saveNow(), SAVE_DELAY);
  }

  async #saveNow() {
    if (this.#saving === undefined) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    await this.#code.save(this.#text, 0);
  }

  /** Shows other code; what was there becomes the other version. @param {string} text */
  #replace(text) {
    const before = this.#text;
    if (before === text) return;
    this.#clear();
    this.#editor?.setText(text);
    clearTimeout(this.#saving); // this change is saved now, together with the version before it
    this.#saving = undefined;
    this.#code.save(text, 0, before === this.#starter ? null : before);
  }

  #showStored() {
    const { isSaved, current, other } = this.#code;
    this.#note("unkept", isSaved === false);
    this.#note("other", other?.code !== undefined);
    if (this.#saving !== undefined || current?.code === undefined || !this.#editor) return; // what is typed here is saved first
    this.#code.markCurrentAsSeen();
    if (current.code !== this.#editor.text) this.#editor.setText(current.code);
  }

  // --- showing ---

  /** @param {"idle" | "starting" | "ready" | "running"} state */
  #setState(state) {
    this.dataset.state = state;
    const isBusy = ["starting", "running"].includes(state);
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

  /** How the last run ended. @param {string} name "": none */
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
