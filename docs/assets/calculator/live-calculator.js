/** <live-calculator>: sends the texts of its fields to Python, and shows the result in the page. */
/** @import { Answer } from "./types.js" */
import { copyText } from "../dom/clipboard.js";
import { saveFile } from "../dom/save-file.js";
import { CalculatorEngine, usesOwnFile } from "./engine.js";
import {
  addressWith,
  hadOwnFileBeforeReload,
  canReplaceHash,
  queryFromHash,
  replaceHistoryEntry,
} from "./form/address.js";
import { Fields } from "./form/fields.js";
import { Goals } from "./form/goals.js";
import { OwnFile } from "./form/own-file.js";
import { moveSliderByPicture } from "./form/picture-slider.js";
import { ReplaceableTask } from "./replaceable-task.js";
import { Notices } from "./notices.js";
import { ResultView } from "./result/result-view.js";
import { jsonText, longFormatCsvText, svgText } from "./result/saved-files.js";

const PAUSE = 500; // ms without another result, after which the address of the page has the values

export class LiveCalculator extends HTMLElement {
  /** Ends listening. @type {AbortController | undefined} */
  #listening;
  #engine = new CalculatorEngine(this.id);
  #notices = new Notices(this);
  #task = new ReplaceableTask(this.#notices);
  /** Reads a file. The worker does one request after the other, so what is computed meanwhile waits for its end. */
  #readingTask = new ReplaceableTask(this.#notices);
  #fields = new Fields(this);
  #goals = new Goals(this);
  #view = new ResultView(this);
  #ownFile = new OwnFile(this, {
    engine: this.#engine,
    notices: this.#notices,
    task: this.#readingTask,
    onUse: (datasetName, label) => this.#addOwnDatasetAndCompute(datasetName, label),
  });
  /** Texts of the fields for which the result is shown. */
  #shownTexts = this.#fields.visibleTexts;
  /** Names of the reader's own data sets. @type {string[]} */
  #ownDatasetNames = [];
  /** What each job contains: the facts that the calculator quotes. */
  #given = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
  #frame = 0;
  #hashTimer = 0;
  /**
   * What the buttons do, by their data-do; the argument is their data-state.
   * @type {Record<string, (state: string) => unknown>}
   */
  #actions = {
    fill: (query) => this.#fillAndCompute(query),
    predict: (query) => this.#checkPredictionAndComputeOutcome(query),
    compute: () => this.#compute(),
    cancel: () => this.#cancelAndRestoreFields(),
    reset: () => this.#resetAndCompute(),
    skip: () => this.#goals.showAndFocusNextStep(),
    copy: () => this.#copyLink(),
    save: (formatOrFigure) => this.#saveResultFile(formatOrFigure),
    "use-file": () => this.#ownFile.usePendingFile(),
    "discard-file": () => this.#ownFile.discardPendingFile(),
    "answer-question": (choices) => this.#ownFile.rereadWithAnswer(JSON.parse(choices)),
    "choose-columns": () => this.#ownFile.rereadWithSelectedColumns(),
    "read-pasted": () => this.#ownFile.readPastedRows(),
    "save-sample": () => this.#ownFile.saveSample(),
    "choose-file": () => this.#openOwnFilePanelAndDialog(),
    "take-offer": (offerName) => this.#fillOfferedValueAndCompute(offerName),
  };

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    const startEngineInBackground = () => void this.#engine.start().catch(() => {}); // the first job will say why
    /** @type {[string, (event: any) => unknown][]} */
    const listeners = [
      ["focusin", startEngineInBackground],
      ["input", ({ target }) => this.#computeFromSliderOrField(target)],
      ["change", ({ target }) => target.type === "file" && this.#ownFile.readChosenFile(target)],
      ["click", ({ target }) => this.#runButtonAction(target.closest("button"))],
      ["submit", (event) => event.preventDefault()],
      ["keydown", ({ key, target }) => key === "Enter" && this.#pressOfferButtonOnEnter(target)],
      ["dragover", (event) => this.#ownFilePanel && event.preventDefault()],
      ["drop", (event) => this.#ownFilePanel && this.#ownFile.readDroppedFile(event)],
    ];
    for (const [type, listener] of listeners) this.addEventListener(type, listener, { signal });
    /** @type {NodeListOf<HTMLElement>} */
    const pictures = this.querySelectorAll("[data-moves]");
    for (const picture of pictures) {
      /** @type {HTMLInputElement | null} */
      const slider = this.querySelector(`[data-slide="${picture.dataset["moves"]}"]`);
      if (slider) moveSliderByPicture(picture, slider, signal);
    }
    this.#ownFilePanel?.addEventListener(
      "toggle",
      () => void this.#ownFile.loadEverythingBeforeReading().catch(() => {}),
      {
        signal,
      },
    );
    addEventListener("hashchange", () => this.#openLink(), { signal });
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && startEngineInBackground(),
    );
    observer.observe(this);
    signal.onabort = () => observer.disconnect();
    this.#openLink();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#hashTimer);
    this.#cancelTasks();
    this.#engine.terminate();
  }

  /** Takes over the values of a link that leads here. */
  #openLink() {
    const query = queryFromHash(this.id);
    if (!query) return;
    clearTimeout(this.#hashTimer); // the address is newer than the values
    const reached = new URLSearchParams(query).get("reached") ?? "";
    this.#goals.restore(reached.split(",").map(Number));
    this.#fillAndCompute(query);
    this.scrollIntoView();
  }

  /**
   * Computes after a change of a slider, whose field gets its value, or of a field. Other controls are ignored.
   * @param {HTMLInputElement} control
   */
  #computeFromSliderOrField(control) {
    if ("slide" in control.dataset) this.#fields.takeFromSlider(control);
    else if (!("default" in control.dataset)) return;
    this.#compute();
  }

  /** Does what the button is for. @param {HTMLButtonElement | null} button */
  #runButtonAction(button) {
    this.#actions[button?.dataset["do"] ?? ""]?.(button?.dataset["state"] ?? "");
  }

  // --- computing ---

  /** Computes the result of what the fields hold, in the next frame. @param {() => void} [onShown] */
  #compute(onShown) {
    this.#fields.updateGroupsAndSliders();
    cancelAnimationFrame(this.#frame);
    const isFileUnopened = this.#fields.isUnopenedFileChosen;
    this.toggleAttribute("data-file-closed", isFileUnopened);
    if (isFileUnopened) {
      this.#cancelWithUnopenedFileNotice();
      return this.#scrollIntoViewOnPageLoad();
    }
    this.#frame = requestAnimationFrame(async () => {
      const texts = this.#fields.visibleTexts;
      const job = { ...this.#given, texts, shown: this.#shownTexts, own: this.#ownDatasetNames };
      const answer = await this.#task.abortPreviousAndRunWithNotices((options) =>
        this.#engine.computeAnswer(job, options),
      );
      if (answer) this.#showAnswerOrProblems(answer, texts);
      if (this.#view.shown) onShown?.();
    });
  }

  /**
   * Cancels the task and says that the result would be about a file that is not open; the style sheet hides what is
   * about other data.
   */
  #cancelWithUnopenedFileNotice() {
    this.#task.cancel();
    this.#notices.showNotice(hadOwnFileBeforeReload() ? "file-closed" : "file-link");
  }

  /** Scrolls here when the page has loaded; does nothing if it has already. */
  #scrollIntoViewOnPageLoad() {
    if (document.readyState === "complete") return;
    // after the browser has restored where the reader was
    addEventListener("load", () => setTimeout(() => this.scrollIntoView()), { once: true });
  }

  /** @param {Answer} answer @param {Record<string, string>} fieldTexts that it answers */
  #showAnswerOrProblems(answer, fieldTexts) {
    this.#fields.markAndListProblems(answer.problems ?? {});
    if (answer.problems) return this.#notices.announceAfterPause(Object.values(answer.problems).join(" "));
    this.#shownTexts = fieldTexts;
    this.#view.render(answer);
    this.#showCopyNote("");
    const lesson = /** @type {HTMLElement | null} */ (this.querySelector("[data-lesson]"));
    if (lesson) lesson.hidden = usesOwnFile(fieldTexts);
    const reachedGoal = this.#goals.updateAndReturnReachedText(answer.goals);
    this.#notices.announceAfterPause(`${reachedGoal} ${answer.says["result"]}`.trim());
    this.#updateHashAfterPause(fieldTexts);
  }

  #cancelTasks() {
    this.#task.cancel();
    this.#readingTask.cancel();
  }

  /** Cancels what is computed or read; the fields show again what the result is for. */
  #cancelAndRestoreFields() {
    this.#cancelTasks();
    this.#fields.fillFromQueryAndDefaults(String(new URLSearchParams(this.#shownTexts)));
    this.#notices.announceNow("Canceled. The figures still show the previous values.");
  }

  // --- the form ---

  /** @param {string} query what it leaves out gets its default */
  #fillAndCompute(query) {
    this.#fields.fillFromQueryAndDefaults(query);
    this.#compute();
  }

  #resetAndCompute() {
    this.querySelector("form")?.reset();
    this.#clearVerdictAndReopenPrediction();
    this.#goals.reset();
    this.#compute();
  }

  /** @param {string} datasetName @param {string} label */
  #addOwnDatasetAndCompute(datasetName, label) {
    this.#ownDatasetNames.push(datasetName);
    this.#fields.addDatasetToAllSelects(datasetName, label);
    this.#fields.chooseDatasetInsteadOfUnopenedFiles(datasetName, "data");
    this.#compute();
  }

  /**
   * Shows whether the chosen prediction is right, and computes how it comes out; without one asks for it.
   * @param {string} outcomeFieldsQuery values of fields that show how it comes out
   */
  #checkPredictionAndComputeOutcome(outcomeFieldsQuery) {
    const choices = /** @type {RadioNodeList | undefined} */ (
      this.querySelector("form")?.elements.namedItem("predict")
    );
    if (!choices?.value) return this.#askReaderToPredict();
    this.#showVerdictAndLockPrediction(choices.value);
    this.#fillAndCompute(outcomeFieldsQuery);
  }

  #askReaderToPredict() {
    this.#notices.announceAfterPause(this.#notices.showOnlyAndReturnText("verdict", ""));
  }

  /**
   * Shows whether a prediction is right; the reader cannot change it any more. The verdict has the focus, so it is not
   * announced as well.
   * @param {string} prediction
   */
  #showVerdictAndLockPrediction(prediction) {
    this.#notices.showOnlyAndReturnText("verdict", prediction);
    /** @type {HTMLElement} */ (this.querySelector("[data-verdict]:not([hidden])"))?.focus();
    for (const control of this.#readerPredictionControls) control.disabled = true;
  }

  #clearVerdictAndReopenPrediction() {
    this.#notices.showOnlyAndReturnText("verdict");
    for (const control of this.#readerPredictionControls) control.disabled = false;
  }

  /** @returns {NodeListOf<HTMLInputElement | HTMLButtonElement>} */
  get #readerPredictionControls() {
    return this.querySelectorAll("[name=predict], [data-do=predict]");
  }

  /** Fills in what a button stands for, such as the cheapest threshold. @param {string} offerName the button's data-state */
  #fillOfferedValueAndCompute(offerName) {
    const { shown } = this.#view;
    if (!shown) return this.#compute(() => this.#fillOfferedValueAndCompute(offerName));
    const button = /** @type {HTMLElement} */ (this.querySelector(`[data-do=take-offer][data-state="${offerName}"]`));
    const value = shown.offers[offerName]?.[0];
    if (!value) return;
    this.#fields.setText(button.dataset["target"] ?? "", value);
    this.#compute();
  }

  /**
   * Does what the button of an offer does, if Enter is pressed in one of its fields whose text is accepted.
   * @param {HTMLInputElement} offerField
   */
  #pressOfferButtonOnEnter(offerField) {
    if (!("default" in offerField.dataset)) return;
    const button = /** @type {HTMLElement | null} */ (
      offerField.closest(".calculator-offer")?.querySelector("[data-do=take-offer]")
    );
    const offerName = button?.dataset["state"];
    if (offerName) this.#compute(() => offerField.ariaInvalid || this.#fillOfferedValueAndCompute(offerName));
  }

  /** Opens the panel for the reader's own data, and the browser's dialog that chooses a file. */
  #openOwnFilePanelAndDialog() {
    const panel = this.#ownFilePanel;
    if (!panel) return;
    panel.open = true;
    panel.scrollIntoView();
    const input = /** @type {HTMLInputElement | null} */ (panel.querySelector("[type=file]"));
    input?.focus();
    input?.click();
  }

  /** The panel for the reader's own data; null: this calculator has none. */
  get #ownFilePanel() {
    return /** @type {HTMLDetailsElement | null} */ (this.querySelector("[data-own]"));
  }

  /** The address with the texts and the goals reached. @param {Record<string, string>} fieldTexts */
  #address(fieldTexts) {
    return addressWith(this.id, fieldTexts, this.#goals.oneBasedReachedNumbers);
  }

  /** @param {Record<string, string>} fieldTexts */
  #updateHashAfterPause(fieldTexts) {
    clearTimeout(this.#hashTimer);
    this.#hashTimer = window.setTimeout(() => this.#updateHash(fieldTexts), PAUSE);
  }

  /**
   * Puts the fields into the hash of the page's address, unless the hash has another purpose. With the reader's own
   * file, it always does so, so that the page can say after a reload that the file is gone.
   * @param {Record<string, string>} fieldTexts
   */
  #updateHash(fieldTexts) {
    const hasOwnFile = usesOwnFile(fieldTexts);
    if (hasOwnFile || canReplaceHash(this.id)) replaceHistoryEntry(this.#address(fieldTexts), { hasOwnFile });
  }

  // --- taking results away ---

  async #copyLink() {
    const texts = this.#fields.isUnopenedFileChosen ? this.#fields.visibleTexts : this.#shownTexts;
    const address = this.#address(texts);
    const hasOwnFile = usesOwnFile(texts);
    const text = (await copyText(address))
      ? `Link copied.${hasOwnFile ? " It does not contain your file: choose the file again after you open the link." : ""}`
      : `Copy this address: ${address}`;
    this.#showCopyNote(text);
    this.#notices.announceNow(text);
  }

  /** @param {string} note */
  #showCopyNote(note) {
    const place = this.querySelector("[data-copied]");
    if (place) place.textContent = note;
  }

  /**
   * Saves the result as a file, which needs a result of Python first.
   * @param {string} formatOrFigure csv, json, or the name of a figure
   */
  #saveResultFile(formatOrFigure) {
    const { shown } = this.#view;
    if (!shown) return this.#compute(() => this.#saveResultFile(formatOrFigure));
    const drawing = this.querySelector(`[data-figure="${formatOrFigure}"] > svg`);
    if (formatOrFigure === "csv") saveFile(`${this.id}.csv`, "text/csv", longFormatCsvText(shown));
    else if (formatOrFigure === "json")
      saveFile(`${this.id}.json`, "application/json", jsonText(this.id, this.#shownTexts, shown));
    else if (drawing)
      saveFile(`${this.id}-${formatOrFigure}.svg`, "image/svg+xml", svgText(/** @type {SVGElement} */ (drawing)));
  }
}
