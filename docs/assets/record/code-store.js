/** The code that a reader wrote in a lab: it outlasts reloads, and all tabs that show the lab share it. */
/** @import { Draft } from "./types.js" */
import {
  ERASED,
  openChannel,
  openDatabase,
  openStoresForReading,
  putDraftKeepingUnseen,
  readFromSessionStorage,
  removeFromSessionStorage,
  resultOf,
  trySaveToSessionStorage,
  commitWrites,
  resolveWithin,
} from "./database.js";
import { timeAfter } from "./event-kinds.js";
import { isValidDraft } from "./events.js";

const OPEN_MS = 2000; // ms until a database that does not open counts as refused

const OTHER = "/other"; // ends the key under which the other version is stored

/** The lab whose code a draft holds, as the current or the other version. @param {string} draftKey */
export const labOfDraftKey = (draftKey) => (draftKey.endsWith(OTHER) ? draftKey.slice(0, -OTHER.length) : draftKey);

/** Whether code is too long to be stored: then it is only in memory. @param {Draft | null | undefined} draft */
const isDraftTooLong = (draft) => !!draft && !isValidDraft(draft);

/** @typedef {{current: Draft, other: Draft | null | undefined}} UnsavedCode null: there is no other; undefined: as it is */

/** Whether a record of the session storage is code that a page left. @param {any} record @returns {record is UnsavedCode} */
const isUnsavedCode = (record) => isValidDraft(record?.current) && (!record.other || isValidDraft(record.other));

/**
 * Two rows of the drafts: the code, and another version of it. A version that this tab has not seen is never
 * overwritten: it becomes the other version. Sends "change" after each save, when another tab wrote, and when
 * `isSaved` changes.
 */
export class CodeStore extends EventTarget {
  /** Whether the current code outlasts the page; undefined: not known yet. @type {boolean | undefined} */
  isSaved;
  /** @type {Draft | undefined} */
  current;
  /** @type {Draft | undefined} */
  other;
  /** When the version was saved that this tab shows or has changed. @type {number | undefined} */
  #seenAt;
  /** How many saves are not written yet. */
  #unfinishedSaves = 0;
  /** The other version as the last save has set it; see `save`. @type {Draft | null | undefined} */
  #lastSetOther;
  /** @type {IDBDatabase | undefined} */
  #db;
  /** @type {BroadcastChannel | undefined} */
  #channel;
  /** The key of the current draft. */
  #draftKey;

  /** @param {string} lab its id */
  constructor(lab) {
    super();
    this.#draftKey = lab;
  }

  /** Whether a version is too long to be stored. */
  get isAnyVersionTooLong() {
    return isDraftTooLong(this.current) || isDraftTooLong(this.other);
  }

  /** Whether a save is still being written. */
  get isSaving() {
    return this.#unfinishedSaves > 0;
  }

  /** The key under which the other version is stored. */
  get #otherVersionKey() {
    return this.#draftKey + OTHER;
  }

  /** The name of this lab in the session storage, for code that may not be in the database yet. */
  get #unsavedName() {
    return `unsaved-${this.#draftKey}`;
  }

  /** Resolves once the stored code has been read, or cannot be, or after `maxWaitMs` ms. */
  async openAndWaitForRows(maxWaitMs = OPEN_MS) {
    await resolveWithin(maxWaitMs, this.#connectAndSync());
    if (this.isSaved === undefined) this.#setSaved(false);
  }

  close() {
    this.#db?.close();
    this.#channel?.close();
  }

  /**
   * @param {boolean} [wasDatabaseDeleted] whether another page of the origin has deleted the database; then what this tab
   *   has is restored
   */
  async #connectAndSync(wasDatabaseDeleted = false) {
    try {
      this.#db = await openDatabase((isDeleted) => {
        this.#db = undefined;
        this.#connectAndSync(isDeleted);
      });
      this.#channel ??= openChannel((message) => void this.#onOtherTabMessage(message));
      if ((wasDatabaseDeleted || this.isSaved === false) && this.current)
        await this.#backUpAndReplaceOlderDraft(this.#db, this.current);
      await this.#readDraftsAndRestoreUnsaved();
      this.#setSaved(true);
      this.markCurrentAsSeen();
    } catch {
      this.#setSaved(false);
    }
  }

  /** @param {boolean} isSaved */
  #setSaved(isSaved) {
    if (this.isSaved === isSaved) return;
    this.isSaved = isSaved;
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Reads both versions, and what the last page of this tab could not save in time. A version that is too long to be
   * stored stays: what another tab wrote meanwhile becomes the other version once this tab saves. While a save is under
   * way, what was read is older than what this tab has: the save reads again.
   */
  async #readDraftsAndRestoreUnsaved() {
    if (!this.#db || isDraftTooLong(this.current)) return;
    const [, drafts] = openStoresForReading(this.#db);
    const rows = await Promise.all([this.#draftKey, this.#otherVersionKey].map((item) => resultOf(drafts.get(item))));
    if (this.isSaving) return;
    const [current, other] = rows.map((row) => (isValidDraft(row) ? row : undefined));
    this.current = current;
    if (!isDraftTooLong(this.other)) this.other = other;
    this.#restoreUnsavedIfNewer();
  }

  /** Writes a draft over an older one, which becomes the other version. @param {IDBDatabase} db @param {Draft} draft */
  async #backUpAndReplaceOlderDraft(db, draft) {
    const [, drafts] = openStoresForReading(db);
    const stored = await resultOf(drafts.get(this.#draftKey));
    if (draft.at > (stored?.at ?? 0) && !isDraftTooLong(draft)) await this.#writeVersionsOrThrow(draft, this.other);
  }

  /** Takes up what the last page of this tab could not save in time, if nothing newer was saved since. */
  #restoreUnsavedIfNewer() {
    const code = readFromSessionStorage(this.#unsavedName);
    removeFromSessionStorage(this.#unsavedName);
    if (!isUnsavedCode(code) || code.current.at <= (this.current?.at ?? 0)) return;
    this.current = code.current;
    if (code.other !== undefined) this.other = code.other ?? undefined;
    this.#writeWithoutReading(code.current, code.other);
  }

  /** @param {Draft} current @param {Draft | null} [other] see `save` */
  #writeWithoutReading(current, other) {
    if (!this.#db) return;
    commitWrites(this.#db, (_, drafts) => {
      drafts.put(current);
      if (other) drafts.put(other);
      else if (other === null) drafts.delete(this.#otherVersionKey);
    }).catch(() => {});
  }

  /** Another tab wrote, erased, or removed rows. @param {import("./database.js").Message} message */
  async #onOtherTabMessage(message) {
    if (message === ERASED) this.current = this.other = undefined;
    else await this.#readDraftsAndRestoreUnsaved().catch(() => {});
    this.dispatchEvent(new Event("change"));
  }

  /**
   * @param {string} code
   * @param {number} openHintCount
   * @param {string | null} [otherVersion] the code of the other version from now on; null: there is none; left out: as it is
   */
  async save(code, openHintCount, otherVersion) {
    const seenAt = this.#seenAt;
    const row =
      typeof otherVersion === "string" ? this.#newDraft(this.#otherVersionKey, otherVersion, 0) : otherVersion;
    this.current = this.#newDraft(this.#draftKey, code, openHintCount);
    this.#seenAt = this.current.at;
    if (row !== undefined) {
      this.other = row ?? undefined;
      this.#lastSetOther = row;
    }
    this.#unfinishedSaves += 1;
    try {
      await this.#writeVersionsOrThrow(this.current, row, seenAt).finally(() => {
        this.#unfinishedSaves -= 1;
        if (!this.isSaving) this.#lastSetOther = undefined;
      });
      await this.#readDraftsAndRestoreUnsaved();
      this.#channel?.postMessage("");
      this.isSaved = true;
    } catch {
      this.isSaved = false;
      this.#seenAt = seenAt; // the row that is stored
    }
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Writes the current version and, if given, the other one. Also rejects if there is no database or the current version
   * is too long.
   * @param {Draft} current
   * @param {Draft | null | undefined} other see `save`
   * @param {number} [seenAt]
   */
  async #writeVersionsOrThrow(current, other, seenAt) {
    if (!this.#db || isDraftTooLong(current)) throw new Error("not saved");
    const row = isDraftTooLong(other) ? undefined : other;
    await putDraftKeepingUnseen(this.#db, current, { item: this.#otherVersionKey, row }, seenAt);
  }

  /** From now on this tab shows the current version, whoever wrote it. */
  markCurrentAsSeen() {
    if (this.isSaved) this.#seenAt = this.current?.at;
  }

  /**
   * Saves as the page closes, without reading what is stored first. If a save is still under way, its other version is
   * written too. The browser may end this write, or the database may not be open yet, so both versions also go to the
   * session storage of the tab, which is written at once.
   * @param {string} code
   * @param {number} openHintCount
   */
  saveBeforeUnload(code, openHintCount) {
    const row = this.#newDraft(this.#draftKey, code, openHintCount);
    if (isDraftTooLong(row)) return;
    const other = isDraftTooLong(this.#lastSetOther) ? undefined : this.#lastSetOther;
    trySaveToSessionStorage(this.#unsavedName, { current: row, other });
    this.#writeWithoutReading(row, other);
  }

  /** @param {string} item @param {string} code @param {number} openHintCount @returns {Draft} */
  #newDraft(item, code, openHintCount) {
    const at = timeAfter(this.current?.at ?? 0, Date.now()); // later than what this tab has seen
    return { item, rev: 1, seed: 0, response: "", code, hints: openHintCount, invalid: false, at };
  }
}
