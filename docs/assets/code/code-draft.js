/** The reader's code: in the editor, saved a moment after each change, with the other version that it replaced. */
/** @import { CodePage } from "./code-page.js" */
/** @import { Editor } from "./types.js" */
import { saveFile } from "../dom/save-file.js";
import { CodeStore } from "../record/code-store.js";
import { setLineButton } from "./code-page.js";

const SAVE_DELAY = 400; // ms without typing until the code is saved
const EDITOR = new URL("../generated/code/code-editor.js", import.meta.url);

export class CodeDraft {
  /** @type {Editor | undefined} */
  editor;
  /** The bundled module of the editor, with highlightLines. @type {any} */
  editorModule;
  /** How many hints the reader has opened, saved with the code. */
  hints = 0;
  #page;
  #starter;
  #onRun;
  #onReplace;
  #store;
  #editorTries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the code is saved */
  #saving;
  /** The code of the other version that was just deleted. @type {string | undefined} */
  #deletedCode;

  /**
   * @param {CodePage} page
   * @param {{item: string, starter: string, onRun: () => void, onReplace: () => void}} options item: its name in the
   *   record; onRun: the reader runs the code by key; onReplace is called before other code is shown
   */
  constructor(page, { item, starter, onRun, onReplace }) {
    this.#page = page;
    this.#starter = starter;
    this.#onRun = onRun;
    this.#onReplace = onReplace;
    this.#store = new CodeStore(item);
  }

  /**
   * Opens the store of the code, and takes the number of open hints from it. From then on code is saved when the reader
   * leaves, too.
   */
  async openStoreAndReadHintCount() {
    addEventListener("pagehide", () => this.#saveBeforeClosing());
    document.addEventListener("visibilitychange", () => document.hidden && this.savePendingChange());
    this.#store.addEventListener("change", () => this.#updateNotesAndEditor());
    await this.#store.openAndWaitForRows();
    this.hints = this.#store.current?.hints ?? 0;
  }

  get text() {
    return this.editor?.text ?? this.#store.current?.code ?? this.#starter;
  }

  /** Loads the editor's module and shows the editor in place of the plain code, or a note if it does not load. */
  async loadAndShowEditor() {
    if (this.editor) return;
    try {
      this.editorModule = await import(`${EDITOR.href}#${this.#editorTries++}`); // an address that failed stays failed
      this.editor = this.#createAndShowEditor();
    } catch {
      this.#page.toggleNote("editor", true);
    }
    this.#updateNotesAndEditor();
  }

  /** @returns {Editor} */
  #createAndShowEditor() {
    const host = this.#page.partElement("editor");
    const editor = this.editorModule.createEditor({
      parent: host.shadowRoot ?? host.attachShadow({ mode: "open" }),
      text: this.text,
      label: host.dataset.name ?? "",
      onChange: (/** @type {string} */ text) => this.#scheduleSave(text),
      onRun: this.#onRun,
    });
    this.#page.partElement("starter-box").hidden = true;
    host.hidden = false;
    this.#page.toggleNote("editor", false);
    return editor;
  }

  /** @param {string} text */
  #scheduleSave(text) {
    if (text === this.#store.current?.code) return; // what another tab wrote
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.savePendingChange(), SAVE_DELAY);
  }

  /** Saves a change that is not saved yet, at once. */
  async savePendingChange() {
    if (this.#saving === undefined) return;
    this.#cancelSaving();
    await this.#store.save(this.text, this.hints);
  }

  /** Saves a change that is not saved yet, or whose saving goes on, as the page closes. */
  #saveBeforeClosing() {
    if (this.#saving !== undefined || this.#store.isSaving) this.#store.saveBeforeUnload(this.text, this.hints);
  }

  /** Saves how many hints are opened. @param {number} count */
  saveHintCount(count) {
    this.hints = count;
    return this.#store.save(this.text, count);
  }

  /**
   * What the buttons do that a page has for its code, by their data-do.
   * @param {string} fileName of the code
   * @returns {Record<string, (button: HTMLButtonElement) => unknown>}
   */
  buttonActions(fileName) {
    return {
      reset: () => this.#switchToStarter(),
      swap: () => this.#swapVersions(),
      discard: () => this.#deleteOtherVersion(),
      restore: () => this.#undeleteOtherVersion(),
      download: () => saveFile(fileName, "text/x-python", this.text),
      line: ({ value }) => this.editor?.goToLine(Number(value)),
    };
  }

  /** Marks a line of the code, and has a button lead to it; null: neither. @param {number | null} line */
  markLine(line) {
    this.editor?.markLine(line);
    setLineButton(this.#page.partElement("foot"), line);
  }

  /** Shows the starter; what was there becomes the other version. */
  #switchToStarter() {
    this.#replaceCodeAndSaveBothVersions(this.#starter);
  }

  /** Exchanges the code and the other version. */
  #swapVersions() {
    this.#replaceCodeAndSaveBothVersions(this.#store.other?.code ?? this.text);
  }

  /** Deletes the other version, and offers to restore it while this page is open. */
  async #deleteOtherVersion() {
    this.#deletedCode = this.#store.other?.code;
    this.#page.toggleNote("deleted", true);
    this.#page.focusButton("restore");
    this.#page.toggleNote("other", false);
    await this.#store.save(this.text, this.hints, null);
  }

  /** Saves the deleted version as the other version again. The code in the editor stays. */
  async #undeleteOtherVersion() {
    this.#cancelSaving();
    await this.#store.save(this.text, this.hints, this.#deletedCode);
    this.#page.focusButton("swap");
    this.#forgetDeletedVersion();
  }

  /** Hides the offer to restore the deleted version, which is gone from then on. */
  #forgetDeletedVersion() {
    this.#deletedCode = undefined;
    this.#page.toggleNote("deleted", false);
  }

  /** The deleted version cannot be restored any more once there is another one in its place. */
  #forgetDeletedVersionIfReplaced() {
    const { other } = this.#store;
    if (other && other.code !== this.#deletedCode) this.#forgetDeletedVersion();
  }

  /** Shows other code and saves it at once, with the version before. @param {string} text */
  #replaceCodeAndSaveBothVersions(text) {
    const before = this.text;
    if (before === text) return;
    this.#onReplace();
    this.#forgetDeletedVersion();
    this.editor?.setText(text);
    this.#cancelSaving(); // this change is saved now, together with the version before it
    this.#store.save(text, this.hints, before === this.#starter ? null : before);
  }

  #cancelSaving() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
  }

  /** Shows what the store says now: whether it can save, whether it has another version, and its code. */
  #updateNotesAndEditor() {
    const { isSaved, isAnyVersionTooLong, current, other } = this.#store;
    this.#page.toggleNote("unsaved", isSaved === false && !isAnyVersionTooLong);
    this.#page.toggleNote("too-long", isAnyVersionTooLong);
    this.#page.toggleNote("other", other?.code !== undefined);
    this.#forgetDeletedVersionIfReplaced();
    if (this.#saving !== undefined || current?.code === undefined || !this.editor) return; // what is typed here is saved first
    this.#store.markCurrentAsSeen();
    if (current.code !== this.editor.text) this.editor.setText(current.code);
  }
}
