/** Stores for tests: each test has a database of its own, in memory. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach } from "node:test";
import { IDBFactory } from "fake-indexeddb";

import { DATABASE_NAME, openDatabase } from "../../docs/assets/record/database.js";
import { newItemState } from "../../docs/assets/record/event-kinds.js";
import { stateByItem } from "../../docs/assets/record/replay.js";
import { Store } from "../../docs/assets/record/store.js";

export const FACTS = /** @type {const} */ ({ item: "spam", rev: 1, objective: "precision", mode: "practice" });
export const ANSWER = /** @type {const} */ ({ ...FACTS, kind: "answered", response: "recall", score: 0 });
export const DRAFT = /** @type {const} */ ({ item: "spam", rev: 1, seed: 0, hints: 0, response: "0.", invalid: false });

/** @type {Store[]} an open channel would keep a failed run alive */
export const storesToClose = [];
/** What puts the platform back. @type {(() => void)[]} */
export const restorers = [];
beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => {
  storesToClose.splice(0).forEach((store) => store.close());
  restorers.splice(0).forEach((restore) => restore());
});

/** A store of two items, closed when the test ends. @param {number} [timeout] ms */
export async function openStore(timeout, items = ["spam", "ham"]) {
  const store = new Store(items);
  storesToClose.push(store);
  await store.openAndWaitForRows(timeout);
  return store;
}

/** A store of all items of some objectives, closed when the test ends. @param {...string} objectives */
export async function openStoreOfObjectives(...objectives) {
  const store = new Store([], { objectives });
  storesToClose.push(store);
  await store.openAndWaitForRows();
  return store;
}

/** What a store knows of the item `spam`. @param {Store} store */
export const stateOf = (store) => stateByItem(store.entries.values(), { spam: 1 }).get("spam") ?? newItemState();

/** What was answered in the item `spam`. @param {Store} store @returns {unknown[]} */
export const triesOf = (store) => stateOf(store).tries.map(({ response }) => response);

/**
 * Puts something in the place of a part of the platform until the test ends.
 * @param {any} owner
 * @param {string} name
 * @param {PropertyDescriptor} standIn
 */
export function replaceUntilTestEnds(owner, name, standIn) {
  const real = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...standIn });
  restorers.push(() => (real ? Object.defineProperty(owner, name, real) : delete owner[name]));
}

/** @param {EventTarget} store */
export const nextChange = (store) =>
  new Promise((resolve) => store.addEventListener("change", resolve, { once: true }));

/** Makes the database as another version or program would. @param {number} version @param {(db: IDBDatabase) => void} make */
export const createDatabase = (version, make) =>
  new Promise((resolve) => {
    const opening = globalThis.indexedDB.open(DATABASE_NAME, version);
    opening.onupgradeneeded = () => make(opening.result);
    opening.onsuccess = () => resolve(opening.result.close());
  });

/** Writes an event to the database without a store. @param {Partial<import("../../docs/assets/record/types.js").Entry>} change */
export async function writeEventToDatabase(change) {
  const db = await openDatabase();
  const work = db.transaction("events", "readwrite");
  work.objectStore("events").put({ format: 1, eid: "x", seed: 0, at: 1, ...ANSWER, ...change });
  await new Promise((resolve) => (work.oncomplete = resolve));
  db.close();
}
