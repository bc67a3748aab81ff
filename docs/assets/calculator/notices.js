/** What a calculator says beside its result: notices under the fields, the progress of work, and announcements. */
/** @import { Progress } from "./types.js" */
import { findElement, findElements } from "../dom/queries.js";

const SHORT_WAIT = 300; // ms of waiting that need no notice
const PAUSE = 500; // ms without a change, after which a result is announced

export class Notices {
  #host;
  #waiting = 0;
  #announcing = 0;
  /** @type {Progress | undefined} */
  #progress;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** Shows progress or a notice if the reader has to wait for more than a moment. */
  startWaiting() {
    clearTimeout(this.#waiting);
    this.#progress = undefined;
    this.#waiting = window.setTimeout(() => {
      this.#waiting = 0;
      if (this.#progress) this.#showWorkProgress(this.#progress);
      else this.showNotice("slow");
    }, SHORT_WAIT);
  }

  /** Hides the notice and the progress, also one that would be shown after the short wait. */
  hideNoticeAndProgress() {
    clearTimeout(this.#waiting);
    this.#waiting = 0;
    this.#hideNotices();
    findElement(this.#host, "[data-work]").hidden = true;
  }

  /** Shows the progress of work, once the reader has waited for a moment. @param {Progress} progress */
  showWorkProgressAfterWait(progress) {
    this.#progress = progress;
    if (!this.#waiting) this.#showWorkProgress(progress);
  }

  /** @param {Progress} progress */
  #showWorkProgress(progress) {
    this.#hideNotices();
    /** @type {HTMLProgressElement} */ (findElement(this.#host, "progress")).value = progress.progress;
    findElement(this.#host, "[data-work-words]").textContent = progress.words;
    findElement(this.#host, "[data-work]").hidden = false;
  }

  /** Shows one of the notices and announces it; hides the others. @param {string} noticeName */
  showNotice(noticeName) {
    const text = this.showOnlyAndReturnText("note", noticeName);
    if (text) this.announceAfterPause(text);
  }

  #hideNotices() {
    this.showOnlyAndReturnText("note");
  }

  /**
   * Of the elements with a data attribute shows only the one with this value, and returns its text.
   * @param {string} attribute
   * @param {string} [value]
   */
  showOnlyAndReturnText(attribute, value) {
    const elements = findElements(this.#host, `[data-${attribute}]`);
    for (const element of elements) element.hidden = element.dataset[attribute] !== value;
    return elements.find((element) => !element.hidden)?.textContent ?? "";
  }

  /** Announces a text once nothing has changed for a while. @param {string} text */
  announceAfterPause(text) {
    clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => this.announceNow(text), PAUSE);
  }

  /** Announces a text in place of one that waits. @param {string} text */
  announceNow(text) {
    clearTimeout(this.#announcing);
    findElement(this.#host, "[role=status]").textContent = text.replaceAll("**", "");
  }
}
