/** Rows that a page saves in the session storage until its database is open: none is lost, and none is written twice. */
import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory, IDBIndex, IDBObjectStore } from "fake-indexeddb";

import { readAllRows } from "../../docs/assets/record/archive.js";
import { DATABASE_NAME, ERASED, openDatabase, trySaveToSessionStorage } from "../../docs/assets/record/database.js";
import { Store } from "../../docs/assets/record/store.js";
import { storedRowsMayExist, unwrittenRowsNameOfThisPage } from "../../docs/assets/record/stored-rows.js";
import { ANSWER, DRAFT, nextChange, replaceUntilTestEnds, openStore, storesToClose, restorers } from "./open-stores.js";
import { withSessionStorage } from "./session-storage.js";

test("rows that a page could not store yet are written by the tab's next page", async (t) => {
  const rows = withSessionStorage(t);
  replaceUntilTestEnds(globalThis.indexedDB, "open", { value: () => ({}) }); // stuck
  const left = new Store(["spam", "ham"]);
  storesToClose.push(left);
  await left.openAndWaitForRows();
  void left.append(ANSWER);
  void left.saveDraft({ ...DRAFT, item: "ham" });
  const key = String(Object.keys(rows)[0]);
  restorers.splice(0).forEach((restore) => restore());
  rows[key.replace(/[\d.]+$/, "1")] = rows[key] ?? ""; // as if another page had left the same
  rows[key.replace(/[\d.]+$/, "2")] = "{";
  rows[key.replace(/[\d.]+$/, "3")] = '{"events": [{}]}';
  assert.equal(await storedRowsMayExist(), true);
  const next = await openStore();
  assert.deepEqual([next.entries.size, next.drafts.get("ham")?.response, Object.keys(rows)], [1, "0.", []]);
});

test("late: what is saved for the next page as well is written once", async (t) => {
  const rows = withSessionStorage(t);
  const store = await openStore();
  const writes = [store.append(ANSWER), store.append({ ...ANSWER, item: "ham" })];
  assert.equal(Object.keys(rows).length, 1);
  await Promise.all(writes);
  assert.deepEqual([store.isSaved, Object.keys(rows), (await readAllRows()).events.length], [true, [], 2]);
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, Object.keys(rows), (await readAllRows()).events.length], [true, [], 3]);
});

test("rows that a page saves while its first ones are written stay", async (t) => {
  const rows = withSessionStorage(t);
  const { add } = IDBObjectStore.prototype;
  t.after(() => void (IDBObjectStore.prototype.add = add));
  IDBObjectStore.prototype.add = function (/** @type {any} */ row) {
    IDBObjectStore.prototype.add = add;
    trySaveToSessionStorage(unwrittenRowsNameOfThisPage(), { events: [], drafts: [] }); // the writing has begun
    return add.call(this, row);
  };
  trySaveToSessionStorage(unwrittenRowsNameOfThisPage(), {
    events: [{ ...ANSWER, format: 1, eid: "first", seed: 0, at: 1 }],
    drafts: [],
  });
  (await openDatabase()).close();
  assert.equal(Object.keys(rows).length, 1);
  (await openDatabase()).close();
  assert.deepEqual(Object.keys(rows), []);
});

test("rows that another tab erases are not passed on to the next page of this tab", async (t) => {
  const rows = withSessionStorage(t);
  const store = await openStore();
  const events = [{ ...ANSWER, format: 1, eid: "first", seed: 0, at: 1 }];
  rows["model-answers-record-unwritten-1"] = JSON.stringify({ events, drafts: [] }); // of an earlier page
  const heard = nextChange(store);
  const channel = new BroadcastChannel(DATABASE_NAME);
  restorers.push(() => channel.close());
  channel.postMessage(ERASED);
  await heard;
  assert.deepEqual((await readAllRows()).events, []);
});

test("stuck: what is answered before and after the page stops waiting is left to the tab's next page", async (t) => {
  const rows = withSessionStorage(t);
  replaceUntilTestEnds(globalThis.indexedDB, "open", { value: () => ({}) });
  const left = await openStore(20);
  left.append(ANSWER);
  await nextChange(left);
  assert.equal(left.isSaved, false);
  left.append({ ...ANSWER, item: "ham" });
  restorers.splice(0).forEach((restore) => restore());
  assert.equal((await openStore()).entries.size, 2);
  assert.deepEqual(Object.keys(rows), []);
});

test("where nothing can be stored, nothing is left to the next page", async (t) => {
  const rows = withSessionStorage(t);
  const request = /** @type {any} */ ({ error: new DOMException("refused", "InvalidStateError") });
  replaceUntilTestEnds(globalThis.indexedDB, "open", { value: () => (setTimeout(() => request.onerror()), request) });
  const store = await openStore(20);
  const appending = store.append(ANSWER);
  assert.equal(Object.keys(rows).length, 1);
  await appending;
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, Object.keys(rows)], [false, []]);
});

test("what the reader deletes in the browser's settings stays deleted when the page stores the next answer", async (t) => {
  withSessionStorage(t);
  /** @type {IDBDatabase[]} */
  const databases = [];
  const { open } = IDBFactory.prototype;
  t.after(() => void (IDBFactory.prototype.open = open));
  IDBFactory.prototype.open = function (/** @type {[string]} */ ...given) {
    const opening = open.apply(this, given);
    opening.addEventListener("success", () => databases.push(opening.result));
    return opening;
  };
  const store = await openStore();
  await store.append(ANSWER);
  globalThis.indexedDB = new IDBFactory();
  databases[0]?.onclose?.(new Event("close"));
  await store.append({ ...ANSWER, response: "precision" });
  assert.deepEqual(
    (await readAllRows()).events.map(({ response }) => response),
    ["precision"],
  );
});

test("late: an answer given while the database is read for the first time keeps its copy until it is written", async (t) => {
  const rows = withSessionStorage(t);
  const { getAll } = IDBIndex.prototype;
  t.after(() => void (IDBIndex.prototype.getAll = getAll));
  const store = await openStore();
  /** @type {Promise<void> | undefined} */
  let second;
  let copy = "";
  IDBIndex.prototype.getAll = function (/** @type {any} */ key) {
    IDBIndex.prototype.getAll = getAll;
    second = store.append({ ...ANSWER, response: "precision" });
    copy = Object.values(rows).join();
    return getAll.call(this, key);
  };
  await store.append(ANSWER);
  await second;
  assert.match(copy, /precision/);
  assert.deepEqual([store.isSaved, Object.keys(rows), (await readAllRows()).events.length], [true, [], 2]);
});
