/**
 * The parts of a page with code to run: which of its sentences, notes and labels are shown. They are named by data
 * attributes: data-part, data-do (buttons), data-note, data-says (sentences about the last run), data-label (of a state).
 */
/** @import { Progress } from "../running/types.js" */

/** @typedef {"idle" | "starting" | "ready" | "running"} State of Python, in the host's data-state */

export class CodePage {
  #host;
  #runNotes;

  /** @param {HTMLElement} host @param {string[]} runNotes names of the notes about a run */
  constructor(host, runNotes) {
    this.#host = host;
    this.#runNotes = runNotes;
  }

  /** @param {string} name */
  partElement(name) {
    return queryPart(this.#host, name);
  }

  get pythonState() {
    return /** @type {State} */ (this.#host.dataset.state ?? "idle");
  }

  /** Whether Python starts or runs. */
  get isBusy() {
    return this.pythonState === "starting" || this.pythonState === "running";
  }

  /** @param {State} state */
  setPythonState(state) {
    this.#host.dataset.state = state;
    for (const label of this.#querySelectorAll("[data-label]")) label.hidden = label.dataset.label !== state;
    this.#findButton("main").ariaDisabled = String(this.isBusy);
    this.#findButton("stop").ariaDisabled = String(!this.isBusy);
    this.partElement("progress").hidden = state !== "starting";
    if (state === "starting") this.showProgress({ loaded: 0, total: 1 });
  }

  /** @param {Progress} progress of loading Python */
  showProgress({ loaded, total }) {
    const bar = /** @type {HTMLProgressElement} */ (this.partElement("progress").querySelector("progress"));
    bar.value = loaded / total;
    this.partElement("loaded").textContent = (loaded / 1e6).toFixed(1);
  }

  /** Shows one sentence about the last run. @param {string} name "" shows none */
  showOnlySentence(name) {
    for (const sentence of this.#querySelectorAll("[data-says]")) sentence.hidden = sentence.dataset.says !== name;
  }

  /** Of the notes about a run shows only this one. @param {string} [name] none shows none */
  showOnlyRunNote(name) {
    for (const note of this.#runNotes) this.toggleNote(note, note === name);
  }

  /** Shows or hides the notes of this name. @param {string} name @param {boolean} isShown */
  toggleNote(name, isShown) {
    for (const note of this.#querySelectorAll(`[data-note="${name}"]`)) note.hidden = !isShown;
  }

  /** @param {string} selector @returns {NodeListOf<HTMLElement>} */
  #querySelectorAll(selector) {
    return this.#host.querySelectorAll(selector);
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  #findButton(name) {
    return /** @type {HTMLButtonElement} */ (this.#host.querySelector(`[data-do="${name}"]`));
  }
}

/** The element with this data-part. @param {HTMLElement} parent @param {string} name @returns {HTMLElement} */
export const queryPart = (parent, name) => /** @type {HTMLElement} */ (parent.querySelector(`[data-part="${name}"]`));

/** Makes an element's button lead to a line of the code; null hides it. @param {HTMLElement} element @param {number | null} line */
export function setLineButton(element, line) {
  const button = /** @type {HTMLButtonElement} */ (element.querySelector("[data-do=line]"));
  button.hidden = line === null;
  button.value = String(line ?? "");
  button.textContent = `Go to line ${line}`;
}
