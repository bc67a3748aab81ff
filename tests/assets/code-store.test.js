/** The code of a lab: kept, shared by tabs, and never overwritten unseen. */
import assert from "node:assert/strict";
import test, { afterEach } from "node:test";
import { IDBFactory } from "fake-indexeddb";

import { eraseAll } from "../../docs/assets/record/archive.js";
import { deleteDatabase } from "../../docs/assets/record/database.js";
import { CodeStore } from "../../docs/assets/record/code-store.js";
import { becomes } from "./becomes.js";
import { nextChange } from "./open-stores.js";
import { withSessionStorage } from "./session-storage.js";

/** @type {CodeStore[]} */
const storesToClose = [];
afterEach(() => storesToClose.splice(0).forEach((store) => store.close()));

async function openCodeStore(lab = "metrics") {
  const store = new CodeStore(lab);
  storesToClose.push(store);
  await store.openAndWaitForRows();
  return store;
}

test("what is saved is read again, for its lab alone", async () => {
  await (await openCodeStore()).save("a = 1", 2);
  const [again, elsewhere] = [await openCodeStore(), await openCodeStore("drift")];
  assert.deepEqual(
    [again.current?.code, again.current?.hints, again.other, again.isSaved],
    ["a = 1", 2, undefined, true],
  );
  assert.equal(elsewhere.current, undefined);
});

test("another tab hears of a save, and saves over what it has accepted", async () => {
  const [here, there] = [await openCodeStore(), await openCodeStore()];
  const heard = nextChange(there);
  await here.save("a = 1", 0);
  await heard;
  assert.equal(there.current?.code, "a = 1");
  there.markCurrentAsSeen();
  await there.save("a = 2", 0);
  assert.deepEqual([there.current?.code, there.other], ["a = 2", undefined]);
});

test("a version that a tab has not accepted is set aside", async () => {
  const [here, there] = [await openCodeStore(), await openCodeStore()];
  const heard = nextChange(there);
  await here.save("a = 1", 1);
  await heard; // known there, but the reader is typing
  await there.save("b = 2", 0);
  assert.deepEqual([there.current?.code, there.other?.code], ["b = 2", "a = 1"]);
  assert.deepEqual((await openCodeStore()).other?.code, "a = 1");
});

test("equal code is no other version", async () => {
  const [here, there] = [await openCodeStore(), await openCodeStore()];
  await here.save("a = 1", 0);
  await there.save("a = 1", 0);
  assert.equal(there.other, undefined);
});

test("the other version is set, stays while code is saved, and goes", async () => {
  const store = await openCodeStore();
  await store.save("starter", 0, "mine");
  await store.save("starter again", 0);
  assert.equal(store.other?.code, "mine");
  await store.save("starter again", 0, null);
  assert.deepEqual([store.other, (await openCodeStore()).other], [undefined, undefined]);
});

test("the last save needs no look at what is stored", async () => {
  const store = await openCodeStore();
  store.saveBeforeUnload("last words", 3);
  await becomes(async () => (await openCodeStore()).current?.code, "last words");
});

/**
 * Saves, ends the save as the browser does when the page closes, and saves before unload.
 * @param {CodeStore} store
 * @param {string | null} otherVersion
 */
function saveAndLeave(store, otherVersion) {
  const { transaction } = globalThis.IDBDatabase.prototype;
  /** @type {IDBTransaction | undefined} */
  let saving;
  globalThis.IDBDatabase.prototype.transaction = function (...given) {
    return (saving = transaction.apply(this, given));
  };
  void store.save("starter", 0, otherVersion);
  globalThis.IDBDatabase.prototype.transaction = transaction;
  saving?.abort();
  store.saveBeforeUnload("starter", 0);
}

test("the last save has the other version that a save under way has set, or deleted", async () => {
  const store = await openCodeStore();
  saveAndLeave(store, "mine");
  await becomes(async () => (await openCodeStore()).other?.code, "mine");
  saveAndLeave(store, null);
  await becomes(async () => (await openCodeStore()).other, undefined);
});

test("the last save leaves another version alone that no save under way concerns", async () => {
  const [here, there] = [await openCodeStore(), await openCodeStore()];
  await here.save("a = 1", 0, null);
  await there.save("b = 2", 0); // makes a = 1 the other version
  here.saveBeforeUnload("a = 2", 0);
  await becomes(async () => (await openCodeStore()).current?.code, "a = 2");
  assert.equal((await openCodeStore()).other?.code, "a = 1");
});

test("a page that closes while the other version is saved leaves it to the next page of the tab", async (t) => {
  withSessionStorage(t);
  const store = new CodeStore("metrics"); // its database is not open yet
  void store.save("starter", 0, "mine");
  store.saveBeforeUnload("starter", 0);
  const again = await openCodeStore();
  assert.deepEqual([again.current?.code, again.other?.code], ["starter", "mine"]);
  assert.equal((await openCodeStore()).other?.code, "mine", "it is in the database now");
});

test("what a save reads back is dropped once the next save is under way", async (t) => {
  const store = await openCodeStore();
  /** @type {(string | undefined)[]} */
  const shown = [];
  let second = Promise.resolve();
  const { get } = globalThis.IDBObjectStore.prototype;
  t.after(() => void (globalThis.IDBObjectStore.prototype.get = get));
  globalThis.IDBObjectStore.prototype.get = function (key) {
    if (this.transaction.mode !== "readonly") return get.call(this, key);
    globalThis.IDBObjectStore.prototype.get = get;
    const reading = get.call(this, key);
    second = store.save("starter", 0, "mine");
    store.addEventListener("change", () => shown.push(store.current?.code));
    return reading;
  };
  await store.save("mine", 0);
  await second;
  assert.deepEqual([...new Set(shown)], ["starter"]);
  assert.equal(store.other?.code, "mine");
});

test("both versions come back if a neighbor of the origin deletes the database, whichever tab is quicker", async () => {
  const [here, there] = [await openCodeStore(), await openCodeStore()];
  await here.save("starter", 1, "mine = 1");
  await deleteDatabase();
  const versionsOf = (/** @type {CodeStore} */ { current, other, isSaved }) => [current?.code, other?.code, isSaved];
  await becomes(async () => versionsOf(await openCodeStore()), ["starter", "mine = 1", true]);
  for (const store of [here, there]) await becomes(() => versionsOf(store), ["starter", "mine = 1", true]);
  await eraseAll();
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal((await openCodeStore()).current, undefined);
});

const LONG = "#".repeat(200_001);

test("code that is too long is said not to be saved, and stays on the page while another tab writes", async () => {
  const [here, there] = [await openCodeStore(), await openCodeStore()];
  await here.save("short = 1", 0);
  await here.save(LONG, 0);
  assert.deepEqual([here.isSaved, here.isAnyVersionTooLong, here.current?.code], [false, true, LONG]);
  assert.equal((await openCodeStore()).current?.code, "short = 1", "no row that a reload would drop");
  const heard = nextChange(here);
  await there.save("there = 2", 0);
  await heard;
  assert.equal(here.current?.code, LONG);
  await here.save("shorter = 3", 0);
  assert.deepEqual([here.isSaved, here.isAnyVersionTooLong], [true, false]);
  const again = await openCodeStore();
  assert.deepEqual([again.current?.code, again.other?.code], ["shorter = 3", "there = 2"]);
});

test("code that was too long, once shortened, leaves no other version behind", async () => {
  const store = await openCodeStore();
  await store.save("short = 1", 0);
  await store.save(LONG, 0);
  await store.save("shorter = 3", 0);
  assert.deepEqual([store.other, (await openCodeStore()).other], [undefined, undefined]);
});

test("another version that is too long stays on the page beside the code that is saved", async () => {
  const store = await openCodeStore();
  await store.save("starter", 0, LONG);
  assert.deepEqual(
    [store.isAnyVersionTooLong, store.other?.code, (await openCodeStore()).current?.code],
    [true, LONG, "starter"],
  );
  await store.save("starter", 0, null);
  assert.deepEqual([store.isSaved, store.isAnyVersionTooLong, store.other], [true, false, undefined]);
});

test("code that is too long is not written as the page closes", async (t) => {
  const rows = withSessionStorage(t);
  const store = await openCodeStore();
  await store.save("short = 1", 0);
  store.saveBeforeUnload(LONG, 0);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual([(await openCodeStore()).current?.code, Object.keys(rows)], ["short = 1", []]);
});

test("a refused database is known, and the code stays in memory", async () => {
  Object.defineProperty(globalThis, "indexedDB", {
    configurable: true,
    get: () => {
      throw new Error("refused");
    },
  });
  const store = await openCodeStore();
  await store.save("a = 1", 0);
  assert.deepEqual([store.isSaved, store.current?.code], [false, "a = 1"]);
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, writable: true, value: new IDBFactory() });
});

test("a page that closes before its database is open loses nothing", async (t) => {
  withSessionStorage(t);
  new CodeStore("metrics").saveBeforeUnload("a = 1", 1);
  const [again, elsewhere] = [await openCodeStore(), await openCodeStore("drift")];
  assert.deepEqual([again.current?.code, again.current?.hints, elsewhere.current], ["a = 1", 1, undefined]);
  assert.equal((await openCodeStore()).current?.code, "a = 1", "it is in the database now");
});

test("what was saved later is not undone by what a page left behind", async (t) => {
  const rows = withSessionStorage(t);
  new CodeStore("metrics").saveBeforeUnload("old", 0);
  const left = { ...rows };
  await (await openCodeStore()).save("new", 0);
  Object.assign(rows, left);
  assert.equal((await openCodeStore()).current?.code, "new");
  assert.deepEqual(Object.keys(rows), []);
});

test("to erase everything erases what a page left behind, and strange text there is no code", async (t) => {
  const rows = withSessionStorage(t);
  new CodeStore("metrics").saveBeforeUnload("a = 1", 0);
  await eraseAll();
  assert.deepEqual(Object.keys(rows), []);
  for (const text of ["{", "5", '{"item": "metrics", "code": 7}']) {
    rows["model-answers-record-unsaved-metrics"] = text;
    assert.equal((await openCodeStore()).current, undefined, text);
  }
});

/** From now on, a database is there 50 ms after it opened. */
function openSlowly() {
  const open = globalThis.indexedDB.open.bind(globalThis.indexedDB);
  globalThis.indexedDB.open = (...parts) => {
    const request = open(...parts);
    const set = (/** @type {(event: Event) => void} */ listener) =>
      request.addEventListener("success", (event) => void setTimeout(() => listener(event), 50));
    return Object.defineProperty(request, "onsuccess", { set });
  };
}

test("code that is saved before a slow database opens stays, and what was stored becomes the other version", async () => {
  await (await openCodeStore()).save("stored = 1", 1);
  const store = new CodeStore("metrics");
  storesToClose.push(store);
  openSlowly();
  await store.openAndWaitForRows(0); // it goes on opening
  assert.equal(store.isSaved, false);
  await store.save("typed = 2", 0);
  await nextChange(store);
  assert.deepEqual([store.current?.code, store.other?.code], ["typed = 2", "stored = 1"]);
  const again = await openCodeStore();
  assert.deepEqual([again.current?.code, again.other?.code], ["typed = 2", "stored = 1"]);
});
