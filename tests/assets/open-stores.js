/** Stores for tests: each test has a database of its own, in memory. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach } from "node:test";
import { IDBFactory } from "fake-indexeddb";

import { DATABASE_NAME, openDatabase } from "../../docs/assets/record/database.js";
import { Store } from "../../docs/assets/record/store.js";

export const FACTS = /** @type {const} */ ({ item: "spam", rev: 1, objective: "precision", mode: "practice" });
export const ANSWER = /** @type {const} */ ({ ...FACTS, kind: "answered", response: "recall", score: 0 });
export const DRAFT = /** @type {const} */ ({ item: "spam", rev: 1, seed: 0, hints: 0, response: "0.", invalid: false });

/** @type {Store[]} an open channel would keep a failed run alive */
export const opened = [];
/** What puts the platform back. @type {(() => void)[]} */
export const restorers = [];
beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => {
  opened.splice(0).forEach((store) => store.close());
  restorers.splice(0).forEach((restore) => restore());
});

/** A store of two items, closed when the test ends. @param {number} [timeout] ms */
export async function open(timeout, items = ["spam", "ham"]) {
  const store = new Store(items);
  opened.push(store);
  await store.openAndWaitForRows(timeout);
  return store;
}

/**
 * Puts something in the place of a part of the platform until the test ends.
 * @param {any} owner
 * @param {string} name
 * @param {PropertyDescriptor} stand
 */
export function instead(owner, name, stand) {
  const real = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...stand });
  restorers.push(() => (real ? Object.defineProperty(owner, name, real) : delete owner[name]));
}

/** @param {Store} store */
export const changed = (store) => new Promise((resolve) => store.addEventListener("change", resolve, { once: true }));

/** Makes the database as another version or program would. @param {number} version @param {(db: IDBDatabase) => void} make */
export const made = (version, make) =>
  new Promise((resolve) => {
    const opening = globalThis.indexedDB.open(DATABASE_NAME, version);
    opening.onupgradeneeded = () => make(opening.result);
    opening.onsuccess = () => resolve(opening.result.close());
  });

/** Writes an event past the store. @param {Partial<import("../../docs/assets/record/types.js").Entry>} change */
export async function written(change) {
  const db = await openDatabase();
  const work = db.transaction("events", "readwrite");
  work.objectStore("events").put({ format: 1, eid: "x", seed: 0, at: 1, ...ANSWER, ...change });
  await new Promise((resolve) => (work.oncomplete = resolve));
  db.close();
}
