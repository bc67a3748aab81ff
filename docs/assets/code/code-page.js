/**
 * The parts of a page with code to run: which of its sentences, notes and labels are shown, and what the code printed.
 * They are named by data attributes: data-part, data-do (buttons), data-note, data-says (sentences about the last run,
 * and a button that belongs to one), data-label (of a state).
 */
/** @import { Progress } from "../running/types.js" */
/** @import { CodeError } from "./types.js" */
import { OutputText } from "./output-text.js";

/** @typedef {"idle" | "starting" | "ready" | "running"} State of Python, in the host's data-state */

export class CodePage {
  /** Whether the reader has left the page, and has not come back. */
  hasLeft = false;
  #host;
  #output;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#output = new OutputText(this.partElement("output"));
  }

  /**
   * Stops Python when the reader leaves. The browser may bring this page back as it is now, but a worker would go on
   * meanwhile.
   * @param {() => void} stopRunner
   */
  stopWhenReaderLeaves(stopRunner) {
    addEventListener("pagehide", () => {
      this.hasLeft = true;
      if (this.isPythonBusy) this.showOnlyRunNote("left");
      stopRunner();
      this.setPythonState("idle");
    });
    addEventListener("pageshow", () => void (this.hasLeft = false));
  }

  /** @param {string} name */
  partElement(name) {
    return queryPart(this.#host, name);
  }

  get pythonState() {
    return /** @type {State} */ (this.#host.dataset.state ?? "idle");
  }

  /** Whether Python starts or runs. */
  get isPythonBusy() {
    return this.pythonState === "starting" || this.pythonState === "running";
  }

  /** @param {State} state */
  setPythonState(state) {
    this.#host.dataset.state = state;
    for (const label of this.#querySelectorAll("[data-label]")) label.hidden = label.dataset.label !== state;
    this.#findButton("main").ariaDisabled = String(this.isPythonBusy);
    this.#findButton("stop").ariaDisabled = String(!this.isPythonBusy);
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
    for (const note of this.#querySelectorAll("[data-part=foot] [data-note]"))
      this.#setNoteVisibilityMovingFocus(note, note.dataset.note === name);
  }

  /** Shows or hides the notes of this name. @param {string} name @param {boolean} isShown */
  toggleNote(name, isShown) {
    for (const note of this.#querySelectorAll(`[data-note="${name}"]`))
      this.#setNoteVisibilityMovingFocus(note, isShown);
  }

  /** A note that disappears with the focus gives it to a button that stays. @param {HTMLElement} note @param {boolean} isShown */
  #setNoteVisibilityMovingFocus(note, isShown) {
    if (!isShown && note.contains(document.activeElement))
      this.focusButton(this.partElement("foot").contains(note) ? "main" : "reset");
    note.hidden = !isShown;
  }

  /** @param {string} action its data-do */
  focusButton(action) {
    this.#findButton(action).focus();
  }

  /** Adds what the code prints. @param {string} text */
  appendOutput(text) {
    this.partElement("printed").hidden = false;
    this.#output.appendNextFrame(text);
  }

  /** Shows this text as all that the code printed. @param {string} text */
  replaceOutput(text) {
    this.partElement("printed").hidden = !text;
    this.#output.replaceAtOnce(text);
  }

  /** Shows the error that ended the reader's code. @param {CodeError} error */
  showError({ type, message, line, text: traceback }) {
    this.partElement("error-place").textContent = ` with ${type}${line ? ` in line ${line}` : ""}`;
    this.partElement("error-name").textContent = type;
    this.partElement("error-message").textContent = message;
    this.partElement("traceback").textContent = traceback;
    setLineButton(this.partElement("error"), line);
    this.partElement("error").hidden = false;
  }

  /** Removes what the last run said, printed and raised. */
  clearLastRun() {
    this.showOnlyRunNote();
    this.showOnlySentence("");
    this.replaceOutput("");
    this.partElement("error").hidden = true;
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

/**
 * Does what the pressed button is for, unless it is disabled.
 * @param {HTMLElement} target of the click
 * @param {Record<string, (button: HTMLButtonElement) => unknown>} actions by the data-do of their buttons
 */
export function runButtonAction(target, actions) {
  const button = target.closest("button");
  if (button && button.ariaDisabled !== "true") actions[button.dataset.do ?? ""]?.(button);
}

/**
 * Makes an element's button lead to a line of the code; null hides it.
 * @param {HTMLElement} element
 * @param {number | null} line
 */
export function setLineButton(element, line) {
  const button = /** @type {HTMLButtonElement} */ (element.querySelector("[data-do=line]"));
  button.hidden = line === null;
  button.value = String(line ?? "");
  button.textContent = `Go to line ${line}`;
}
