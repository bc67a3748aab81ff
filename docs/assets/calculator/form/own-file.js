/**
 * The panel for the reader's own rows: a file that is chosen or dropped, or pasted text. Python reads them in the worker.
 * What is wrong with them, and what only the reader knows about them, is asked before they are used.
 */
/** @import { CalculatorEngine } from "../engine.js" */
/** @import { ReplaceableTask } from "../replaceable-task.js" */
/** @import { Notices } from "../notices.js" */
/** @import { FileChoices, FileQuestion, FileReport } from "../types.js" */
import { findElement, findElements } from "../../dom/queries.js";
import { saveFile } from "../../dom/save-file.js";
import { updateChildren } from "../../dom/trees.js";
import { loadEverythingBeforeOffline } from "../../page/before-offline.js";
import { FileLostError, isOwnFile } from "../engine.js";
import { createOption } from "./fields.js";

const MAX_SIZE = 250_000_000; // bytes
const TOO_LARGE = "It is larger than 250 MB, which is the limit of this page.";
const PASTED = "Pasted rows"; // in place of the name of a file

/**
 * A file, or pasted rows that act as one.
 * @typedef {{name: string, size: number, arrayBuffer: () => Promise<ArrayBuffer>}} Source
 */

/**
 * A file that was read and can be used: its data set's name, its option, and what is said once it is used.
 * @typedef {{datasetName: string, label: string, text: string}} PendingFile
 */

/** A button that answers a question with these choices. @param {FileChoices} choicesOnClick @param {string} textContent */
function createAnswerButton(choicesOnClick, textContent) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent });
  Object.assign(button.dataset, { do: "answer-question", state: JSON.stringify(choicesOnClick) });
  return button;
}

/**
 * undefined: the file is refused, or something must be asked first.
 * @param {Source} source
 * @param {string} datasetName
 * @param {FileReport} report
 * @returns {PendingFile | undefined}
 */
function pendingFileIfUsable({ name }, datasetName, { refused, question, size, used }) {
  if (refused || question.text) return undefined;
  return { datasetName, label: `Your file: ${name} (${size})`, text: `${name}: ${used}` };
}

export class OwnFile {
  #host;
  #engine;
  #notices;
  #task;
  #onUse;
  /** How many files are used. */
  #count = 0;
  /** What is being read. @type {Source | undefined} */
  #source;
  /** What the reader has said about it. @type {FileChoices} */
  #choices = {};
  /** Whether the focus was in the panel or in the report when the reading began. */
  #hadFocus = false;
  /** The file that was read, can be used, and is not used yet. @type {PendingFile | undefined} */
  #pendingFile;

  /**
   * @param {HTMLElement} host
   * @param {object} parts
   * @param {CalculatorEngine} parts.engine
   * @param {Notices} parts.notices
   * @param {ReplaceableTask} parts.task reads and uses files, beside the task that computes
   * @param {(datasetName: string, label: string) => void} parts.onUse called once Python has the file as a data set
   */
  constructor(host, { engine, notices, task, onUse }) {
    this.#host = host;
    this.#engine = engine;
    this.#notices = notices;
    this.#task = task;
    this.#onUse = onUse;
  }

  /**
   * Loads everything that will be needed, here and elsewhere in the page: once a file is read, nothing is requested.
   * @returns {Promise<void>}
   */
  async loadEverythingBeforeReading() {
    const others = loadEverythingBeforeOffline();
    await this.#engine.preloadWithExamples(this.#exampleDatasetNames());
    await others;
  }

  /** Reads the chosen file. @param {HTMLInputElement} input is emptied, so that the same file can be chosen again */
  async readChosenFile(input) {
    const file = input.files?.[0];
    input.value = "";
    if (file) await this.#readThenReportOrUse(file);
  }

  /** Reads a file that is dropped on the calculator. @param {DragEvent} event */
  async readDroppedFile(event) {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.#panel.open = true;
    await this.#readThenReportOrUse(file);
  }

  /** Reads the rows in the text area. */
  async readPastedRows() {
    const { value: text } = /** @type {HTMLTextAreaElement} */ (findElement(this.#host, "[data-paste]"));
    await this.#readThenReportOrUse(new File([text], PASTED));
  }

  /** Reads the file again with an answer to a question about it. @param {FileChoices} choices */
  async rereadWithAnswer(choices) {
    if (this.#source) await this.#readThenReportOrUse(this.#source, { ...this.#choices, ...choices });
  }

  /** Reads the file again with the columns that are selected. */
  async rereadWithSelectedColumns() {
    const [one, other] = this.#columnSelects.map(({ value }) => Number(value));
    await this.rereadWithAnswer({ places: [one ?? -1, other ?? -1] });
  }

  saveSample() {
    saveFile("sample-predictions.csv", "text/csv", findElement(this.#host, "[data-sample]").textContent ?? "");
  }

  /** @param {Source} source @param {FileChoices} [choices] */
  async #readThenReportOrUse(source, choices = {}) {
    this.#hadFocus = this.#isFocusInPanelOrReport();
    this.discardPendingFile();
    [this.#source, this.#choices] = [source, choices];
    const report = await this.#task.abortPreviousAndRunWithNotices((options) =>
      this.#readAsPendingFile(source, options),
    );
    if (report) await this.#showReportOrUseFile(source, report);
  }

  /** Uses the file unless there is something to ask or to say first. @param {Source} source @param {FileReport} report */
  async #showReportOrUseFile({ name }, { question, refused, bad, says, lines, ask }) {
    if (question.text) this.#showReport(`${name}: ${question.text}`, { question });
    else if (refused) this.#showRefusal(`${name}: ${says.join(" ")}`);
    else if (bad) this.#showReport(`${name}: ${says.join(" ")}`, { lines, useFileLabel: ask });
    else await this.usePendingFile();
  }

  /**
   * Reads the source, unless it is too large or the reading is aborted. If the file can be used, it becomes the pending file.
   * @param {Source} source
   * @param {import("../../running/types.js").RunOptions} options
   * @returns {Promise<FileReport | undefined>}
   */
  async #readAsPendingFile(source, options) {
    if (source.size > MAX_SIZE) return void this.#showRefusal(`${source.name}: ${TOO_LARGE}`);
    await this.loadEverythingBeforeReading();
    options.onReport?.({ progress: 0, words: "Opening the file" });
    const bytes = new Uint8Array(await source.arrayBuffer());
    if (options.signal?.aborted) return undefined;
    const datasetName = `own${this.#count + 1}`; // the file that is read next replaces one that is not used
    const report = await this.#engine.readFile(bytes, datasetName, this.#choices, options);
    if (options.signal?.aborted) return undefined;
    this.#pendingFile = pendingFileIfUsable(source, datasetName, report);
    return report;
  }

  /** Uses the file that was read, without the rows that could not be read. */
  async usePendingFile() {
    const [file, source] = [this.#pendingFile, this.#source];
    if (!file || !source) return;
    this.#pendingFile = undefined; // a second click does nothing
    const isUsed = await this.#task.abortPreviousAndRunWithNotices((options) =>
      this.#useFileRereadingIfLost(source, file.datasetName, options),
    );
    if (isUsed) {
      this.#pendingFile = undefined; // may have been set by reading it again
      this.#count++;
      this.#closePanelAndShowReport(file.text);
      this.#onUse(file.datasetName, file.label);
    } else if (this.#source === source) this.#pendingFile ??= file; // the next click tries again
  }

  /**
   * Makes a file that was read a data set; reads it again if Python was started again since.
   * @param {Source} source
   * @param {string} datasetName
   * @param {import("../../running/types.js").RunOptions} options
   * @returns {Promise<true>}
   */
  async #useFileRereadingIfLost(source, datasetName, options) {
    try {
      await this.#engine.useFileAsDataset(datasetName);
    } catch (error) {
      if (!(error instanceof FileLostError)) throw error;
      await this.#readAsPendingFile(source, options);
      await this.#engine.useFileAsDataset(datasetName);
    }
    return true;
  }

  /** @param {string} reportText */
  #closePanelAndShowReport(reportText) {
    this.#hadFocus ||= this.#isFocusInPanelOrReport();
    this.#panel.open = false; // before scrolling to the report, which is below the panel
    this.#showReport(reportText, {});
    findElement(this.#host, "[data-report]").scrollIntoView({ block: "nearest" });
  }

  /** Forgets the file that was read and is not used yet. */
  discardPendingFile() {
    [this.#pendingFile, this.#source] = [undefined, undefined];
    findElement(this.#host, "[data-report]").hidden = true;
  }

  /** Says why a file cannot be used, and what the results are still about. @param {string} reason */
  #showRefusal(reason) {
    const shown = isOwnFile(this.#datasetSelect.value) ? "earlier file" : "example";
    this.#showReport(`${reason} The results below still use the ${shown}.`, { isRefused: true });
  }

  /**
   * @param {string} text
   * @param {{lines?: string[], useFileLabel?: string, question?: FileQuestion, isRefused?: boolean}} details
   */
  #showReport(text, { lines = [], useFileLabel = "", question = {}, isRefused = false }) {
    const isRead = this.#revealAndMaybeFocusReport(text, isRefused);
    findElement(this.#host, "[data-report-says]").textContent = text;
    updateChildren(
      findElement(this.#host, "[data-report-lines]"),
      lines.map((line) => ["li", {}, [line]]),
    );
    this.#showBadRowButtons(useFileLabel);
    const buttons = (question.answers ?? []).map(([choices, words]) => createAnswerButton(choices, words));
    findElement(this.#host, "[data-report-answers]").replaceChildren(...buttons);
    this.#fillColumnSelects(question);
    this.#notices.announceAfterPause(isRead ? "" : text);
  }

  /**
   * Shows the report, with the focus if what had it may be hidden now.
   * @param {string} accessibleName
   * @param {boolean} isRefused
   * @returns {boolean} whether the focus has moved to it, so that its name is read and needs no announcement
   */
  #revealAndMaybeFocusReport(accessibleName, isRefused) {
    const report = findElement(this.#host, "[data-report]");
    const takesFocus = (this.#hadFocus || this.#isFocusInPanelOrReport()) && document.activeElement !== report;
    report.hidden = false;
    report.ariaLabel = accessibleName;
    report.classList.toggle("calculator-refused", isRefused);
    if (takesFocus) report.focus();
    this.#hadFocus = false;
    return takesFocus;
  }

  /**
   * Shows the buttons that leave bad rows out or give the file up.
   * @param {string} useFileLabel text of the first button, "" for none
   */
  #showBadRowButtons(useFileLabel) {
    findElement(this.#host, "[data-report-ask]").hidden = !useFileLabel;
    findElement(this.#host, "[data-do=use-file]").textContent = useFileLabel;
    const rows = this.#source?.name === PASTED ? "these rows" : "this file";
    findElement(this.#host, "[data-do=discard-file]").textContent = `Do not use ${rows}`;
  }

  /** Lets the reader select the columns of the file; without columns hides the selects. @param {FileQuestion} question */
  #fillColumnSelects({ columns = [], places: selectedIndexes = [] }) {
    findElement(this.#host, "[data-report-columns]").hidden = !columns.length;
    this.#columnSelects.forEach((select, i) => {
      const options = columns.map((column, index) => createOption(String(index), column));
      select.replaceChildren(createOption("-1", "Choose a column"), ...options);
      select.value = String(selectedIndexes[i] ?? -1);
    });
  }

  #isFocusInPanelOrReport() {
    const parts = [this.#panel, findElement(this.#host, "[data-report]")];
    return parts.some((part) => part.contains(document.activeElement));
  }

  #exampleDatasetNames() {
    const datasetNames = [...this.#datasetSelect.options].map((option) => option.value);
    return datasetNames.filter((name) => !isOwnFile(name));
  }

  get #panel() {
    return /** @type {HTMLDetailsElement} */ (findElement(this.#host, "[data-own]"));
  }

  get #datasetSelect() {
    return /** @type {HTMLSelectElement} */ (findElement(this.#host, "[name=data]"));
  }

  get #columnSelects() {
    return /** @type {HTMLSelectElement[]} */ (findElements(this.#host, "[data-column]"));
  }
}
