/**
 * The one file that reads and writes what the browser stores: two object stores in IndexedDB, a channel to other tabs, and
 * the session storage of the tab. (stored-rows.js only asks what there is, and archive.js whether the browser keeps it.)
 * Without the package idb: its 1.4 kB (gzip) would replace 0.2 kB of this file.
 */
/** @import { Draft } from "./types.js" */
import { unwrittenRowsNamesOfThisTab } from "./stored-rows.js";

export const DATABASE_NAME = "model-answers-record"; // of the database and the channel; see stored-rows.js
export const ERASED = "erased"; // message on the channel
const VERSION = 3; // 1 had no index, 2 had the index by item
const STORES = ["events", "drafts"];
const INDEXES = ["item", "objective"];

/** Requests writes, all at once. @typedef {(events: IDBObjectStore, drafts: IDBObjectStore) => void} RequestWrites */
/** @typedef {{removedEvents: string[], removedDrafts: string[]}} Removal an import was undone; eids, and items */
/** On the channel; "": something was written. @typedef {Removal | typeof ERASED | ""} Message */

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves when the work has ended, or after so many ms. @param {number} ms @param {Promise<void>} work that never rejects */
export function resolveWithin(ms, work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => void (timer = setTimeout(resolve, ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Opens the database, and writes what pages of this tab had no database for. Rejects where storage is refused or the
 * database was made by another program; never settles where the browser is stuck.
 * @param {(isDeleted: boolean) => void} [onLost] called when the connection is closed later; `isDeleted`: because a script of
 *   this origin deletes the database
 */
export async function openDatabase(onLost) {
  const opening = indexedDB.open(DATABASE_NAME, VERSION);
  opening.onupgradeneeded = () =>
    createMissingStores(opening.result, /** @type {IDBTransaction} */ (opening.transaction));
  const db = await resultOf(opening);
  if (!hasExpectedSchema(db)) {
    db.close();
    throw new Error(`${DATABASE_NAME} was made by another program`);
  }
  db.onclose = () => onLost?.(false);
  db.onversionchange = ({ newVersion }) => {
    db.close(); // another tab upgrades or deletes, and waits for this one
    onLost?.(newVersion === null);
  };
  await moveRowsFromSessionStorage(db);
  return db;
}

/**
 * Whether rows can be written and found: an index by another field would hide them, a unique one would refuse them.
 * @param {IDBDatabase} db
 */
function hasExpectedSchema(db) {
  if (!STORES.every((name) => db.objectStoreNames.contains(name))) return false;
  const [events, drafts] = openStoresForReading(db);
  const indexes = [...events.indexNames, ...drafts.indexNames];
  return (
    events.keyPath === "eid" &&
    drafts.keyPath === "item" &&
    INDEXES.every((name) => events.indexNames.contains(name) && events.index(name).keyPath === name) &&
    indexes.length === INDEXES.length &&
    INDEXES.every((name) => !events.index(name).unique && !events.index(name).multiEntry)
  );
}

/**
 * The channel to other tabs; undefined where the browser refuses one, and then this tab hears nothing of them.
 * @param {(message: Message) => void} [onMessage]
 */
export function openChannel(onMessage) {
  try {
    const channel = new BroadcastChannel(DATABASE_NAME);
    if (onMessage) channel.onmessage = ({ data }) => onMessage(data);
    return channel;
  } catch {
    return undefined;
  }
}

/** Adds the stores and indexes that are missing; rows stay. @param {IDBDatabase} db @param {IDBTransaction} transaction */
function createMissingStores(db, transaction) {
  const names = db.objectStoreNames;
  if (!names.contains("drafts")) db.createObjectStore("drafts", { keyPath: "item" });
  const events = names.contains("events")
    ? transaction.objectStore("events")
    : db.createObjectStore("events", { keyPath: "eid" });
  for (const index of INDEXES.filter((name) => !events.indexNames.contains(name))) events.createIndex(index, index);
}

/** Both stores, to read from at once. @param {IDBDatabase} db */
export function openStoresForReading(db) {
  const reading = db.transaction(STORES);
  return /** @type {const} */ ([reading.objectStore("events"), reading.objectStore("drafts")]);
}

/**
 * Writes all that is requested or nothing; resolves once it is written.
 * @param {IDBDatabase} db
 * @param {RequestWrites} requestWrites
 * @returns {Promise<void>}
 */
export const commitWrites = (db, requestWrites) =>
  runMultiStepWriteTransaction(db, (events, drafts) => {
    requestWrites(events, drafts);
    events.transaction.commit(); // at once: the reader may be leaving the page
  });

/**
 * The same for work that adds more requests when its first ones are answered. If one of their handlers throws, the
 * browser aborts the transaction, as the standard requires.
 * @param {IDBDatabase} db
 * @param {RequestWrites} work
 * @returns {Promise<void>}
 */
export const runMultiStepWriteTransaction = (db, work) =>
  new Promise((resolve, reject) => {
    const writing = db.transaction(STORES, "readwrite");
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
    try {
      work(writing.objectStore("events"), writing.objectStore("drafts"));
    } catch (error) {
      reject(error);
      writing.abort(); // throws if the browser has ended it already, which changes nothing
    }
  });

/**
 * Adds an event. One with this eid stays as it is: events are never overwritten. Where duplicates may come, the transaction
 * is one of runMultiStepWriteTransaction: Chromium ends one that commitWrites has committed, whatever the handler does.
 * @param {IDBObjectStore} eventStore
 * @param {import("./types.js").Entry} entry
 * @returns {IDBRequest} that fails for a duplicate, while the transaction goes on
 */
export function addEventIgnoringDuplicate(eventStore, entry) {
  const adding = eventStore.add(entry);
  adding.onerror = (event) => {
    if (adding.error?.name !== "ConstraintError") return;
    event.preventDefault(); // the rest of the transaction goes on
    event.stopPropagation();
  };
  return adding;
}

/**
 * Not for commitWrites, which ends the transaction before the answer comes.
 * @param {IDBObjectStore} draftStore
 * @param {Draft} draft
 */
export function putDraftUnlessNewerStored(draftStore, draft) {
  const reading = draftStore.get(draft.item);
  reading.onsuccess = () => {
    if (!(reading.result?.at > draft.at)) draftStore.put(draft);
  };
}

/**
 * Writes a draft, and next to it another version of it. A stored draft that the writer has not seen holds what another tab
 * wrote: it becomes the other version.
 * @param {IDBDatabase} db @param {any} draft
 * @param {{item: string, row?: any}} otherVersion its id, and its row; null: remove it; undefined: leave it
 * @param {number} [seenDraftAt] the time of the draft that the writer has seen @returns {Promise<void>}
 */
export const putDraftKeepingUnseen = (db, draft, otherVersion, seenDraftAt) =>
  runMultiStepWriteTransaction(db, (_, drafts) => {
    const reading = drafts.get(draft.item);
    reading.onsuccess = () => {
      const stored = reading.result;
      const isUnseen = stored?.code !== undefined && stored.at !== seenDraftAt && stored.code !== draft.code;
      if (isUnseen) drafts.put({ ...stored, item: otherVersion.item });
      else if (otherVersion.row) drafts.put(otherVersion.row);
      else if (otherVersion.row === null) drafts.delete(otherVersion.item);
      drafts.put(draft);
    };
  });

/** Whatever it holds, ours or not; waits for tabs that have it open. */
export const deleteDatabase = () => resultOf(indexedDB.deleteDatabase(DATABASE_NAME));

const PYSCRIPT_PREFIX = "IDBMap/@pyscript";

/**
 * The playground's PyScript creates a database and stores nothing in it. One with entries is another project's. It goes once
 * no page has it open, which nobody needs to wait for.
 */
export async function deleteEmptyPyScriptDatabases() {
  for (const { name } of await indexedDB.databases())
    if (name?.startsWith(PYSCRIPT_PREFIX) && (await isDatabaseEmpty(name))) indexedDB.deleteDatabase(name);
}

/**
 * Whether no store of a database has rows.
 * @param {string} existingName of a database that exists; otherwise opening it would create it
 */
async function isDatabaseEmpty(existingName) {
  const db = await resultOf(indexedDB.open(existingName));
  try {
    const stores = [...db.objectStoreNames];
    if (!stores.length) return true;
    const reading = db.transaction(stores);
    const counts = await Promise.all(stores.map((store) => resultOf(reading.objectStore(store).count())));
    return counts.every((count) => count === 0);
  } finally {
    db.close();
  }
}

/** Moves to the database what pages of this tab saved before they had one. @param {IDBDatabase} db */
async function moveRowsFromSessionStorage(db) {
  for (const key of unwrittenRowsNamesOfThisTab().map(sessionStorageKey)) {
    const text = sessionStorage.getItem(key);
    await addEventsAndNewerDrafts(db, text).catch(() => {}); // full, or not written by us
    if (sessionStorage.getItem(key) === text) sessionStorage.removeItem(key); // else this page has saved more meanwhile
  }
}

/**
 * Adds events that the database lacks, and drafts unless it has newer ones.
 * @param {IDBDatabase} db
 * @param {string | null} rowsJson
 */
const addEventsAndNewerDrafts = (db, rowsJson) =>
  runMultiStepWriteTransaction(db, (events, drafts) => {
    const rows = JSON.parse(rowsJson ?? "");
    for (const entry of rows.events) addEventIgnoringDuplicate(events, entry);
    for (const draft of rows.drafts) putDraftUnlessNewerStored(drafts, draft);
  });

/** @param {string} name */
const sessionStorageKey = (name) => `${DATABASE_NAME}-${name}`;

/**
 * Saves a record until the tab is closed, synchronously.
 * @param {string} name
 * @param {unknown} record
 * @returns {boolean} whether it is saved
 */
export function trySaveToSessionStorage(name, record) {
  try {
    sessionStorage.setItem(sessionStorageKey(name), JSON.stringify(record));
    return true;
  } catch {
    return false; // refused or full
  }
}

/** @param {string} name */
export function removeFromSessionStorage(name) {
  try {
    sessionStorage.removeItem(sessionStorageKey(name));
  } catch {
    // refused: nothing was saved
  }
}

/** What trySaveToSessionStorage saved last in this tab; undefined: nothing. @param {string} name @returns {any} */
export function readFromSessionStorage(name) {
  try {
    return JSON.parse(sessionStorage.getItem(sessionStorageKey(name)) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Removes what this project has in the session storage of this tab: answers and code that are not in the database yet, how
 * to undo an import, and what a review has left.
 */
export function eraseOwnSessionStorage() {
  try {
    for (const name of Object.keys(sessionStorage).filter((each) => each.startsWith(DATABASE_NAME))) {
      sessionStorage.removeItem(name);
    }
  } catch {
    // refused: nothing was saved
  }
}

/** Removes the choice of light or dark colors, which the theme stores. @param {string} sitePath path of the site's root */
export function eraseColorChoice(sitePath) {
  try {
    localStorage.removeItem(`${sitePath}.__palette`);
  } catch {
    // the browser blocks this storage, so the theme could not use it either
  }
}
