/** The one file that touches what the browser keeps: two stores in IndexedDB, and a channel that tells other tabs. */

export const NAME = "model-answers-record"; // database and channel; the prefix, as an origin can host many projects
export const ERASED = "erased"; // on the channel: all is gone; anything else: there is something new
const VERSION = 2; // 1 had no index
const STORES = ["events", "drafts"];

/** @typedef {(events: IDBObjectStore, drafts: IDBObjectStore) => void} Work */

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Fails where storage is refused; where the browser is stuck it never ends.
 * @param {() => void} [lost] the connection was taken away later on
 */
export async function openDatabase(lost) {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => furnish(opening.result, /** @type {IDBTransaction} */ (opening.transaction));
  const db = await result(opening);
  db.onclose = lost ?? null;
  db.onversionchange = () => {
    db.close(); // another tab upgrades or deletes, and waits for this one
    lost?.();
  };
  return db;
}

/** Makes what is not there. @param {IDBDatabase} db @param {IDBTransaction} upgrade */
function furnish(db, upgrade) {
  const there = db.objectStoreNames;
  if (!there.contains("drafts")) db.createObjectStore("drafts", { keyPath: "item" });
  const events = there.contains("events")
    ? upgrade.objectStore("events")
    : db.createObjectStore("events", { keyPath: "eid" });
  if (!events.indexNames.contains("item")) events.createIndex("item", "item");
}

/** Both stores, to read from at once. @param {IDBDatabase} db */
export function look(db) {
  const reading = db.transaction(STORES);
  return /** @type {const} */ ([reading.objectStore("events"), reading.objectStore("drafts")]);
}

/** Does all of the work or none; done when the promise is kept. @param {IDBDatabase} db @param {Work} work @returns {Promise<void>} */
export const change = (db, work) =>
  new Promise((resolve, reject) => {
    const going = db.transaction(STORES, "readwrite");
    going.oncomplete = () => resolve();
    going.onabort = () => reject(going.error);
    try {
      work(going.objectStore("events"), going.objectStore("drafts"));
      going.commit(); // at once: the reader may be leaving the page
    } catch (fault) {
      going.abort();
      throw fault;
    }
  });

/**
 * Writes a draft, and next to it another version of it. A stored draft that the writer has not seen (`seen` is the time
 * of the one it has) holds what another tab wrote: it becomes the other version.
 * @param {IDBDatabase} db @param {any} draft
 * @param {{item: string, row?: any}} other its id, and its row; null: remove it; undefined: leave it
 * @param {number} [seen] @returns {Promise<void>}
 */
export const replaceDraft = (db, draft, other, seen) =>
  new Promise((resolve, reject) => {
    const writing = db.transaction("drafts", "readwrite");
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
    const drafts = writing.objectStore("drafts");
    const reading = drafts.get(draft.item);
    reading.onsuccess = () => {
      const stored = reading.result;
      const isUnseen = stored?.code !== undefined && stored.at !== seen && stored.code !== draft.code;
      if (isUnseen) drafts.put({ ...stored, item: other.item });
      else if (other.row) drafts.put(other.row);
      else if (other.row === null) drafts.delete(other.item);
      drafts.put(draft);
    };
  });

/** Whatever it holds, ours or not; waits for tabs that have it open. */
export const deleteDatabase = () => result(indexedDB.deleteDatabase(NAME));

const UNSAVED = `${NAME}-unsaved-`;

/** Keeps a draft for the next page of this tab, at once. @param {import("./types.js").Draft} row */
export function keepUnsaved(row) {
  try {
    sessionStorage.setItem(UNSAVED + row.item, JSON.stringify(row));
  } catch {
    // refused or full: the database is all there is
  }
}

/** What a page of this tab left behind; it is taken away. @param {string} item @returns {unknown} */
export function takeUnsaved(item) {
  try {
    const text = sessionStorage.getItem(UNSAVED + item);
    sessionStorage.removeItem(UNSAVED + item);
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}

/** Forgets what was kept for the next page of this tab. */
export function forgetUnsaved() {
  try {
    for (const name of Object.keys(sessionStorage).filter((each) => each.startsWith(UNSAVED))) {
      sessionStorage.removeItem(name);
    }
  } catch {
    // refused: nothing was kept
  }
}
