/**
 * <import-answers>: reads an exported file, says what an import would do, imports it, and undoes the import. The page holds
 * the text of the box; the sentences on what happened are here.
 */
/** @import { ImportFile } from "../record/import-file.js" */
/** @import { ImportPlan, ImportRecord } from "../record/import.js" */
import { readAllRows, watchWrites } from "../record/archive.js";
import { readFromSessionStorage, removeFromSessionStorage, trySaveToSessionStorage } from "../record/database.js";
import { FileError, readImportFile, rejectionSentences } from "../record/import-file.js";
import { importAndReturnUndoRecord, planImport, undoImport } from "../record/import.js";
import { labOfDraftKey } from "../record/code-store.js";
import { setPartTexts, setPartVisibility } from "../review/parts.js";
import { describeAnswersAndOtherRows } from "./row-counts.js";

const MAX_LISTED = 20; // rejected rows
const PROGRESS_MS = 1000; // work that takes longer says how far it is
const UNREADABLE = "This browser does not let this site read what it stores, so nothing can be imported.";
const NO_SPACE =
  "Nothing was imported: this browser has no storage space left for this site. Free some space, and import the file again.";
const STOPPED =
  "Nothing was imported: the browser stopped writing. What was stored is unchanged. Import the file again.";
const ERASED =
  "In the meantime, all stored data was erased, including the import. Your file is unchanged, so you can import it again.";

/** Lets the browser handle what the reader does. @returns {Promise<void>} */
const pause = () => new Promise((resolve) => void setTimeout(resolve));

/** @param {number} count */
const withThousandsSeparators = (count) => count.toLocaleString("en-US");

export class ImportAnswers extends HTMLElement {
  /** The file that was read and not imported yet. @type {{name: string, content: ImportFile} | undefined} */
  #file;
  /** The last import of this tab. @type {{name: string, record: ImportRecord} | undefined} */
  #undo = readFromSessionStorage("undo");
  /** How many files were chosen or closed: a slow one does not replace a later one. */
  #readings = 0;
  #isImporting = false;
  #isErasedMeanwhile = false;
  /** @type {(() => void) | undefined} */
  #stopWatching;

  connectedCallback() {
    for (const type of ["click", "change", "dragover", "drop"]) this.addEventListener(type, this);
    this.#stopWatching = watchWrites((isErased) => this.#updateAfterOutsideChange(isErased));
    this.#offerOrRemoveEarlierUndo();
  }

  disconnectedCallback() {
    this.#stopWatching?.();
  }

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "change") this.#open([...event.target.files]);
    else if (event.type === "click") this.#actions[event.target.closest("[data-import]")?.dataset.import]?.();
    else {
      event.preventDefault(); // else the browser leaves the page to show the file
      if (event.type !== "drop" || this.#isImporting) return;
      this.#closeFile();
      this.#open([...event.dataTransfer.files]);
    }
  }

  /** What the buttons do, by their `data-import`. @type {Record<string, () => void>} */
  #actions = {
    start: () => this.#importFileAndOfferUndo(),
    cancel: () => this.#cancel(),
    undo: () => this.#undoImport(),
  };

  // --- what an import would do ---

  /** @param {File[]} files */
  async #open([file, ...others]) {
    if (this.#isImporting) return;
    this.#file = undefined;
    setPartVisibility(this, { "import-plan": false });
    if (others.length) return this.#announce("You chose several files. Choose one file at a time.");
    if (!file) return this.#announce("");
    this.#announce("Reading the file.");
    const reading = ++this.#readings;
    try {
      const content = await readImportFile(file, pause);
      if (reading !== this.#readings) return; // another file was chosen meanwhile
      this.#file = { name: file.name, content };
      await this.#showImportPreview();
    } catch (error) {
      if (reading !== this.#readings) return;
      this.#closeFile();
      this.#announce(error instanceof FileError ? `${error.message} Nothing was imported.` : UNREADABLE);
    }
  }

  /** Compares the file with what is stored now. @param {string} [start] of the sentence */
  async #showImportPreview(start = "") {
    const file = /** @type {{name: string, content: ImportFile}} */ (this.#file);
    const { name, content } = file;
    const plan = planImport(content, await readAllRows());
    if (file !== this.#file) return; // canceled meanwhile
    const newRows = plan.events.length + plan.drafts.length;
    const counts = `${withThousandsSeparators(newRows)} new, ${withThousandsSeparators(plan.known)} already stored, ${withThousandsSeparators(plan.rejected.length)} rejected.`;
    const end = newRows ? "Nothing has been imported yet." : "There is nothing to import.";
    const startText = `Import ${describeAnswersAndOtherRows(plan.events, plan.drafts)}`;
    setPartTexts(this, { "import-start": startText, "import-replaced": withThousandsSeparators(plan.replaced) });
    this.#showRejected(plan, content);
    this.#showLabsOfCodeToImport(plan);
    setPartVisibility(this, { "import-plan": true, "import-drafts": plan.replaced > 0, "import-start": newRows > 0 });
    this.#announce(`${start}Rows in ${name}: ${counts} ${end}`);
  }

  /** @param {ImportPlan} plan @param {ImportFile} importFile */
  #showRejected({ rejected }, importFile) {
    const listed = rejected.length ? rejectionSentences(importFile, rejected.slice(0, MAX_LISTED)) : [];
    const left = rejected.length - listed.length;
    if (left) listed.push(`${withThousandsSeparators(left)} more.`);
    const rows = listed.map((reason) => Object.assign(document.createElement("li"), { textContent: reason }));
    this.#partElement("import-reasons").replaceChildren(...rows);
    setPartTexts(this, { "import-rejected-count": withThousandsSeparators(rejected.length) });
    setPartVisibility(this, { "import-rejected": rejected.length > 0 });
  }

  /** Names the labs whose code would be imported: a reader may run it. @param {ImportPlan} plan */
  #showLabsOfCodeToImport({ drafts }) {
    const labs = [...new Set(drafts.filter(({ code }) => code !== undefined).map(({ item }) => labOfDraftKey(item)))];
    const left = labs.length - MAX_LISTED;
    const places = [...labs.slice(0, MAX_LISTED), ...(left > 0 ? [`${withThousandsSeparators(left)} more`] : [])];
    setPartTexts(this, { "import-code-places": places.join(", ") });
    setPartVisibility(this, { "import-code": labs.length > 0 });
  }

  #cancel() {
    this.#closeFile();
    this.#announce("Nothing was imported.");
    this.#fileInput.focus();
  }

  #closeFile() {
    this.#readings += 1;
    this.#file = undefined;
    this.#fileInput.value = "";
    setPartVisibility(this, { "import-plan": false });
  }

  /** Called when another tab, or another part of this page, wrote or erased. @param {boolean} isErased */
  async #updateAfterOutsideChange(isErased) {
    if (isErased) this.#isErasedMeanwhile = true;
    if (this.#isImporting) return; // by the import itself, or by the message after it
    if (isErased && this.#undo) this.#removeUndoAndSayDataWasErased();
    if (this.#file)
      await this.#showImportPreview("What is stored has changed. ").catch(() => this.#announce(UNREADABLE));
  }

  // --- importing, and undoing it ---

  async #importFileAndOfferUndo() {
    if (this.#isImporting || !this.#file) return;
    const { name, content } = this.#file;
    this.#isImporting = true;
    this.#isErasedMeanwhile = false;
    setPartVisibility(this, { "import-plan": false });
    this.#partElement("import-status").focus(); // the button is gone
    try {
      const record = await importAndReturnUndoRecord(
        content,
        this.#createProgressAnnouncer("Imported", content.events.length),
      );
      if (this.#isErasedMeanwhile && !(await this.#isAnyStored(record))) this.#removeUndoAndSayDataWasErased();
      else this.#announceImportAndOfferUndo(name, content, record);
      this.#closeFile();
    } catch (error) {
      setPartVisibility(this, { "import-plan": true });
      this.#announce(/** @type {any} */ (error)?.name === "QuotaExceededError" ? NO_SPACE : STOPPED);
    }
    this.#isImporting = false;
  }

  /** @param {string} fileName @param {ImportFile} importFile @param {ImportRecord} importRecord */
  #announceImportAndOfferUndo(fileName, importFile, importRecord) {
    const added = new Set(importRecord.eids);
    const events = importFile.events.map(({ row }) => row).filter(({ eid }) => added.delete(eid));
    this.#undo = { name: fileName, record: importRecord };
    this.#showUndo(trySaveToSessionStorage("undo", this.#undo) ? "close this tab" : "leave this page");
    this.#announce(`Imported ${describeAnswersAndOtherRows(events, importRecord.drafts)} from ${fileName}.`);
  }

  /** Whether something that was imported is stored. @param {ImportRecord} record */
  async #isAnyStored({ eids, drafts }) {
    const added = new Set(eids);
    const items = new Set(drafts.map(({ item }) => item));
    const stored = await readAllRows();
    return stored.events.some(({ eid }) => added.has(eid)) || stored.drafts.some(({ item }) => items.has(item));
  }

  async #undoImport() {
    if (this.#isImporting || !this.#undo) return;
    this.#isImporting = true;
    const { name, record } = this.#undo;
    try {
      await undoImport(record);
      this.#removeUndo();
      const { events, drafts } = await readAllRows();
      const rest = events.length + drafts.length ? "Everything else is still stored." : "No answers are stored now.";
      this.#announce(`The import of ${name} is undone. ${rest}`);
    } catch {
      this.#announce("Not undone: the browser stopped writing. Everything imported is still stored. Try again.");
    }
    this.#partElement("import-status").focus();
    this.#isImporting = false;
  }

  /** Offers to undo the import of an earlier page of this tab, or drops the undo if all of it was erased since. */
  async #offerOrRemoveEarlierUndo() {
    if (!this.#undo) return;
    const isStored = await this.#isAnyStored(this.#undo.record).catch(() => false);
    if (isStored) this.#showUndo("close this tab");
    else this.#removeUndo();
  }

  #removeUndoAndSayDataWasErased() {
    this.#removeUndo();
    this.#announce(ERASED);
  }

  #removeUndo() {
    this.#undo = undefined;
    removeFromSessionStorage("undo");
    setPartVisibility(this, { "import-undo": false });
  }

  /**
   * Offers to undo the last import.
   * @param {string} endingActionText what ends the offer, such as "leave this page"
   */
  #showUndo(endingActionText) {
    if (!this.#undo) return;
    setPartTexts(this, { "import-name": this.#undo.name, "import-undo-end": endingActionText });
    setPartVisibility(this, { "import-undo": true });
  }

  // --- the parts of the box ---

  /**
   * A callback that says how far work is, once it takes long.
   * @param {string} verb
   * @param {number} allRows
   * @returns {(done: number) => void}
   */
  #createProgressAnnouncer(verb, allRows) {
    let shown = Date.now();
    return (done) => {
      if (Date.now() - shown < PROGRESS_MS) return;
      shown = Date.now();
      this.#announce(`${verb} ${withThousandsSeparators(done)} of ${withThousandsSeparators(allRows)} rows so far.`);
    };
  }

  /** @param {string} text */
  #announce(text) {
    this.#partElement("import-status").textContent = text;
  }

  get #fileInput() {
    return /** @type {HTMLInputElement} */ (this.#partElement("import-file"));
  }

  /** @param {string} name @returns {HTMLElement} */
  #partElement(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }
}
