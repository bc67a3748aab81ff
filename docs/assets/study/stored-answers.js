/**
 * <stored-answers>: counts what this browser stores of a reader, exports it as a file, and erases it. The page holds all
 * the text; this fills in numbers and shows the parts that apply.
 */
/** @import { Draft, Entry } from "../record/types.js" */
import {
  eraseAll,
  exportText,
  isStoragePersistent,
  readAllRows,
  requestPersistence,
  watchWrites,
} from "../record/archive.js";
import { saveFile } from "../dom/save-file.js";
import { eraseColorChoice } from "../record/database.js";
import { countAnswers } from "../record/last-export.js";
import { compareEntries } from "../record/replay.js";
import { SETTINGS, settingEventFacts } from "../record/settings.js";
import { Store } from "../record/store.js";
import { setPartVisibility } from "../review/parts.js";
import {
  rowKindCountsByPage,
  lastAnswerTime,
  describeLastExport,
  exportFileName,
  isEraseConfirmed,
} from "./row-counts.js";

const REFUSED =
  "The browser did not agree. Your answers are still stored, but it may delete them when storage space runs out. Export them from time to time.";

const NOT_ERASED =
  "Not erased: this browser blocks access, or another tab is using the data. Close the other tabs of this site, and try again. You can also delete the data of this site in the settings of your browser.";

export class StoredAnswers extends HTMLElement {
  /** @type {{events: Entry[], drafts: Draft[]} | undefined} undefined: the database can't be read */
  #rows;
  /** @type {(() => void) | undefined} */
  #stopWatching;
  /** Writes that there was an export. */
  #exportStore = new Store();

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    this.addEventListener("change", this);
    this.#stopWatching = watchWrites(() => this.#readAndShow());
    this.#exportStore.openAndWaitForRows();
    this.#readAndShow();
  }

  disconnectedCallback() {
    this.#stopWatching?.();
    this.#exportStore.close();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type !== "click" || target.closest("button")) this.#announce(""); // what was said about the last action
    if (event.type === "submit") {
      event.preventDefault();
      this.#erase();
    } else if (target.dataset.do === "export") this.#recordAndSaveExport();
    else if (target.dataset.do === "persist") this.#requestPersistenceAndAnnounce();
  }

  async #readAndShow() {
    try {
      const { unknown, ...rows } = await readAllRows();
      this.#rows = rows;
      this.#showNumber("unknown", unknown, unknown > 0);
    } catch {
      this.#rows = undefined;
      setPartVisibility(this, { unknown: false });
    }
    await this.#showSummary();
  }

  async #showSummary() {
    const { events, drafts } = this.#rows ?? { events: [], drafts: [] };
    const rows = events.length + drafts.length;
    const last = lastAnswerTime(events);
    const isPromised = await isStoragePersistent();
    setPartVisibility(this, {
      unreadable: !this.#rows,
      none: !!this.#rows && !rows,
      some: !!rows,
      promised: isPromised === true,
      unpromised: isPromised === false,
    });
    this.#showNumber("rows", rows === 1 ? "1 row is" : `${rows.toLocaleString("en")} rows are`, true);
    this.#showNumber(
      "last",
      last ? new Date(last).toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" }) : "",
      !!last,
    );
    this.#partElement("last-export").textContent = describeLastExport(events);
    this.#fillKindCountTable(rowKindCountsByPage(events, drafts, JSON.parse(this.#partElement("pages").textContent)));
    this.hidden = false;
  }

  /** @param {ReturnType<typeof rowKindCountsByPage>} countsByPage */
  #fillKindCountTable(countsByPage) {
    this.#partElement("table").replaceChildren(
      ...countsByPage.map(({ title, url, kinds }) => {
        const row = document.createElement("tr");
        const header = document.createElement("th");
        header.scope = "row";
        header.append(url ? Object.assign(document.createElement("a"), { href: url, textContent: title }) : title);
        row.append(header);
        for (const kind of kinds) row.insertCell().append(String(kind));
        return row;
      }),
    );
  }

  async #requestPersistenceAndAnnounce() {
    const isPromised = await requestPersistence();
    await this.#showSummary();
    this.#announce(isPromised ? "The browser has agreed to keep what is stored." : REFUSED);
  }

  /** Records the export first, so that it is also known wherever its file is imported. */
  async #recordAndSaveExport() {
    const { events: stored = [], drafts = [] } = this.#rows ?? {};
    const written = this.#exportStore.append(settingEventFacts(SETTINGS.lastExport, `${countAnswers(stored)}`));
    const [exportEvent] = [...this.#exportStore.entries.values()].slice(-1);
    const events = [...stored, ...(exportEvent ? [exportEvent] : [])].sort(compareEntries);
    const name = exportFileName(new Date());
    saveFile(name, "application/json", exportText({ events, drafts }));
    this.#announce(`Exported as ${name}.`);
    await written;
    await this.#readAndShow();
  }

  async #erase() {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("form input"));
    const isConfirmed = isEraseConfirmed(field.value);
    this.#partElement("unconfirmed").hidden = isConfirmed;
    field.ariaInvalid = isConfirmed ? null : "true";
    if (!isConfirmed) return this.#focusOrAnnounceIfFocused(field);
    try {
      await eraseAll();
      eraseColorChoice(new URL(this.dataset.root ?? "", location.href).pathname);
      field.value = "";
      await this.#readAndShow();
      this.#announce("Erased. This site no longer stores anything in this browser.");
    } catch {
      this.#announce(NOT_ERASED);
    }
  }

  /** A field that has the focus already is not read again with its description. @param {HTMLElement} field */
  #focusOrAnnounceIfFocused(field) {
    if (document.activeElement === field) this.#announce(this.#partElement("unconfirmed").textContent ?? "");
    else field.focus();
  }

  /** @param {string} text */
  #announce(text) {
    this.#partElement("status").textContent = text;
  }

  /** Fills a part's number in and shows the part. @param {string} part @param {string | number} value @param {boolean} isShown */
  #showNumber(part, value, isShown) {
    this.#partElement(`${part}-count`).textContent = `${value}`;
    setPartVisibility(this, { [part]: isShown });
  }

  /** @param {string} name @returns {HTMLElement} */
  #partElement(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }
}
