/** Events and drafts of some items, held in memory and written to the browser's database. */
/** @import { Draft, Entry, EventFacts } from "./types.js" */
/** @import { RequestWrites } from "./database.js" */
import {
  ERASED,
  addEventIgnoringDuplicate,
  openChannel,
  openDatabase,
  openStoresForReading,
  putDraftUnlessNewerStored,
  removeFromSessionStorage,
  resultOf,
  commitWrites,
  runMultiStepWriteTransaction,
  trySaveToSessionStorage,
  resolveWithin,
} from "./database.js";
import { EVENT_KINDS, isKind, timeAfter } from "./event-kinds.js";
import { createEntry, isValidDraft, isValidEntry, pickDraftFields } from "./events.js";
import { storedRowsMayExist, unwrittenRowsNameOfThisPage, unwrittenRowsNamesOfThisTab } from "./stored-rows.js";

const OPEN_MS = 2000; // until a database that does not open counts as unavailable; it may still open later

/**
 * Sends "change" when another tab wrote, and when `isSaved` changes. A row that could not be written is tried again with
 * the next one. Opening a store creates no database: the first write does. A store that is never opened keeps everything in
 * memory.
 */
export class Store extends EventTarget {
  /** Whether answers outlast the page; undefined: not known yet. @type {boolean | undefined} */
  isSaved;
  /** @type {Map<string, Entry>} by eid */
  entries = new Map();
  /** @type {Map<string, Draft>} by item */
  drafts = new Map();
  /** Items with a draft of this tab, which drafts of other tabs do not replace. @type {Set<string>} */
  draftedHere = new Set();
  #items;
  #objectives;
  #readsDrafts;
  /** Not known to be written. @type {RequestWrites[]} */
  #unwritten = [];
  /** Whether new rows also go to the session storage of the tab: until the first write ends, or the database is refused. */
  #isCopyNeeded = true;
  /** The last write, which may not have ended. @type {Promise<void> | undefined} */
  #writing;
  /** How long to wait for the database, in ms; undefined: the store is not open. @type {number | undefined} */
  #maxWaitMs;
  /** Once there was a reason to open the database. @type {Promise<void> | undefined} */
  #connecting;
  /** @type {IDBDatabase | undefined} */
  #db;
  /** @type {BroadcastChannel | undefined} */
  #channel;

  /**
   * Only these events are read, however many the database holds.
   * @param {string[]} [items] ids
   * @param {object} [options]
   * @param {string[]} [options.objectives] ids
   * @param {boolean} [options.readsDrafts] whether the drafts of the items are read, too; those of labs belong to CodeStore
   */
  constructor(items = [], { objectives = [], readsDrafts = true } = {}) {
    super();
    this.#items = items;
    this.#objectives = objectives;
    this.#readsDrafts = readsDrafts;
  }

  /** Resolves once everything is read, or after `maxWaitMs` ms; what comes later is announced by "change". */
  async openAndWaitForRows(maxWaitMs = OPEN_MS) {
    this.#maxWaitMs = maxWaitMs;
    this.#channel ??= openChannel((message) => void this.#onOtherTabMessage(message));
    await resolveWithin(maxWaitMs, this.#connectIfAnyRows());
    if (this.#connecting && this.isSaved === undefined) this.#setSaved(false);
  }

  close() {
    this.#maxWaitMs = undefined;
    this.#db?.close();
    this.#db = undefined;
    this.#connecting = undefined;
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Opens the database, once, if there is something to read or to write. */
  async #connectIfAnyRows() {
    if (this.#unwritten.length || (await storedRowsMayExist())) await (this.#connecting ??= this.#connectAndSync());
  }

  /** Opens the database, reads the rows of this store, and writes what is queued. */
  async #connectAndSync() {
    try {
      const db = await openDatabase((isDeleted) => this.#reconnectAndRestoreIfDeleted(isDeleted));
      if (this.#maxWaitMs === undefined) return db.close(); // the store was closed meanwhile
      this.#db = db;
      await this.#addStoredRows();
      await this.#writeQueued();
    } catch {
      this.#stopCopying(); // a private window, storage refused, or a database with other stores
      this.#setSaved(false);
    }
  }

  /**
   * The origin may belong to other projects, too: what one of their pages deleted is written again, as far as this tab
   * has it. What the reader erased, here or in the browser's settings, stays erased.
   * @param {boolean} isDeleted
   */
  #reconnectAndRestoreIfDeleted(isDeleted) {
    this.#db = undefined;
    this.#connecting = undefined;
    if (isDeleted && this.entries.size + this.drafts.size) this.#unwritten.unshift(this.#restoreRows);
    this.#connectIfAnyRows();
  }

  /** Writes what this tab has; another tab may have restored the same rows, or a newer draft. @type {RequestWrites} */
  #restoreRows = (eventStore, draftStore) => {
    for (const entry of this.entries.values()) if (isValidEntry(entry)) addEventIgnoringDuplicate(eventStore, entry);
    for (const draft of this.drafts.values()) if (isValidDraft(draft)) putDraftUnlessNewerStored(draftStore, draft);
  };

  /** @param {boolean} isSaved */
  #setSaved(isSaved) {
    if (this.isSaved === isSaved) return;
    this.isSaved = isSaved;
    this.dispatchEvent(new Event("change"));
  }

  /** Removes the copy in the session storage, and makes no more. */
  #stopCopying() {
    if (this.#isCopyNeeded) removeFromSessionStorage(unwrittenRowsNameOfThisPage());
    this.#isCopyNeeded = false;
  }

  /** Another tab wrote, erased, or removed rows. @param {import("./database.js").Message} message */
  async #onOtherTabMessage(message) {
    if (message === ERASED) {
      unwrittenRowsNamesOfThisTab().forEach(removeFromSessionStorage);
      this.#unwritten = [];
      for (const rows of [this.entries, this.drafts, this.draftedHere]) rows.clear();
    }
    if (isRowRemoval(message)) this.#dropRowsOfUndoneImport(message);
    if (!this.#connecting) await this.#connectIfAnyRows();
    await this.#addStoredRows().catch(() => {});
    this.dispatchEvent(new Event("change"));
  }

  /** Drops the rows of an import that was undone. A draft of this tab stays. @param {import("./database.js").Removal} removal */
  #dropRowsOfUndoneImport({ removedEvents, removedDrafts }) {
    for (const eid of removedEvents) this.entries.delete(eid);
    for (const item of removedDrafts) if (!this.draftedHere.has(item)) this.drafts.delete(item);
  }

  /**
   * Adds what the database holds on the items and objectives of this store; nothing that this tab has is dropped,
   * written or not.
   */
  async #addStoredRows() {
    if (!this.#db) return;
    const [events, drafts] = openStoresForReading(this.#db);
    const requests = [
      ...this.#items.map((item) => events.index("item").getAll(item)),
      ...(this.#readsDrafts ? this.#items.map((item) => drafts.get(item)) : []),
      ...this.#objectives.map((objective) => events.index("objective").getAll(objective)),
    ];
    const rows = (await Promise.all(requests.map(resultOf))).flat();
    for (const entry of rows.filter(isValidEntry)) this.entries.set(entry.eid, entry);
    for (const draft of rows.filter(isValidDraft))
      if (!this.draftedHere.has(draft.item)) this.drafts.set(draft.item, draft);
  }

  /**
   * Adds events, all or none. An event of an unknown kind is dropped. One that is otherwise not valid (its text is too
   * long) is held in memory and never written.
   * @param {...EventFacts} facts
   * @returns {Promise<void>} resolves once the events are written or refused, which can take any time; at once where the
   *   store is not open
   */
  async append(...facts) {
    const entries = facts
      .filter(({ kind }) => isKind(kind))
      .map((each) => createEntry(each, { eid: newEventId(), at: this.#nextEventTime(each.item) }));
    const valid = entries.filter(isValidEntry);
    for (const entry of entries) {
      this.entries.set(entry.eid, entry);
      if (!EVENT_KINDS[entry.kind].endsDraft) continue;
      this.drafts.delete(entry.item);
      this.draftedHere.delete(entry.item);
    }
    await this.#queueWrite((events, drafts) => {
      for (const entry of valid) addEventIgnoringDuplicate(events, entry);
      for (const { item, kind } of valid) if (EVENT_KINDS[kind].endsDraft) drafts.delete(item);
    });
    if (this.isSaved) this.#channel?.postMessage("");
  }

  /**
   * Saves a draft in the place of the item's last one. One that is not valid is held in memory and never written.
   * @param {Omit<Draft, "at">} facts
   * @returns {Promise<void>}
   */
  saveDraft(facts) {
    const draft = pickDraftFields({ ...facts, at: this.#nextEventTime(facts.item) });
    this.drafts.set(draft.item, draft);
    this.draftedHere.add(draft.item);
    const isValid = isValidDraft(draft);
    return this.#queueWrite((_, drafts) => void (isValid ? drafts.put(draft) : drafts.delete(facts.item)));
  }

  /** Now, or later if an event of the item is dated ahead by another device's clock. @param {string} item */
  #nextEventTime(item) {
    let latest = 0;
    for (const entry of this.entries.values()) if (entry.item === item && entry.at > latest) latest = entry.at;
    return timeAfter(latest, Date.now());
  }

  /** @param {RequestWrites} requestWrites */
  async #queueWrite(requestWrites) {
    this.#unwritten.push(requestWrites);
    if (this.#maxWaitMs === undefined) return;
    if (this.#isCopyNeeded) this.#saveRowsForNextPage();
    if (!this.#connecting) this.openAndWaitForRows(this.#maxWaitMs); // the first write
    await (this.#db ? this.#writeQueued() : this.#connecting);
  }

  /** Saves the rows to the session storage for the next page of the tab, in case the reader leaves before they are written. */
  #saveRowsForNextPage() {
    const [events, drafts] = [
      [...this.entries.values()].filter(isValidEntry),
      [...this.drafts.values()].filter(isValidDraft),
    ];
    trySaveToSessionStorage(unwrittenRowsNameOfThisPage(), { events, drafts });
  }

  async #writeQueued() {
    if (!this.#db) return;
    const works = this.#unwritten.splice(0);
    const write = this.isSaved && !works.includes(this.#restoreRows) ? commitWrites : runMultiStepWriteTransaction;
    try {
      if (works.length)
        this.#writing = write(this.#db, (events, drafts) => works.forEach((work) => work(events, drafts)));
      await this.#writing;
    } catch {
      this.#unwritten.unshift(...works);
    }
    this.#stopCopying();
    this.#setSaved(!this.#unwritten.length);
  }
}

/**
 * Whether a message is a removal. Another project's page of the origin can send anything.
 * @param {import("./database.js").Message} message
 * @returns {message is import("./database.js").Removal}
 */
const isRowRemoval = (message) =>
  typeof message === "object" && Array.isArray(message?.removedEvents) && Array.isArray(message.removedDrafts);

/** Random; crypto.randomUUID exists only in secure contexts. */
function newEventId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
