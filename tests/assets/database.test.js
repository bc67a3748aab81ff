/** A database as it is found: of an earlier or later version, or without the stores and indexes that ours has. */
import assert from "node:assert/strict";
import test from "node:test";

import { eraseAll, readAllRows } from "../../docs/assets/record/archive.js";
import { DATABASE_NAME } from "../../docs/assets/record/database.js";
import { ANSWER, DRAFT, createDatabase, openStore, openStoreOfObjectives, triesOf } from "./open-stores.js";

test("a database of a later version is left as it is", async () => {
  await createDatabase(99, (db) => db.createObjectStore("other"));
  const store = await openStore();
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, store.entries.size], [false, 1]);
});

test("a database with other stores gets ours beside them", async () => {
  await createDatabase(1, (db) => db.createObjectStore("other"));
  const store = await openStore();
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, (await readAllRows()).events.length], [true, 1]);
});

test("the first database had no index, and keeps its rows", async () => {
  await createDatabase(1, (db) => {
    db.createObjectStore("drafts", { keyPath: "item" });
    db.createObjectStore("events", { keyPath: "eid" }).put({ format: 1, eid: "old", seed: 0, at: 1, ...ANSWER });
  });
  assert.deepEqual(triesOf(await openStore()), ["recall"]);
});

test("the second database had no index by objective, and keeps its rows and drafts", async () => {
  await createDatabase(2, (db) => {
    db.createObjectStore("drafts", { keyPath: "item" }).put({ ...DRAFT, item: "ham", at: 2 });
    const events = db.createObjectStore("events", { keyPath: "eid" });
    events.createIndex("item", "item");
    events.put({ format: 1, eid: "old", seed: 0, at: 1, ...ANSWER });
  });
  const store = await openStore();
  assert.deepEqual([triesOf(store), store.drafts.get("ham")?.response, store.isSaved], [["recall"], "0.", true]);
  await store.append({ ...ANSWER, response: "new" });
  assert.deepEqual(triesOf(await openStoreOfObjectives("precision")), ["recall", "new"]);
});

test("a tab with the second database lets this one upgrade it", async () => {
  await createDatabase(2, (db) => db.createObjectStore("events", { keyPath: "eid" }).createIndex("item", "item"));
  const opening = globalThis.indexedDB.open(DATABASE_NAME, 2);
  const oldTab = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  oldTab.onversionchange = () => oldTab.close(); // as every released version does
  const store = await openStore();
  await store.append(ANSWER);
  assert.equal(store.isSaved, true);
});

test("a database of our version without our stores is detected", async () => {
  await createDatabase(3, (db) => db.createObjectStore("events"));
  const store = await openStore();
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, store.entries.size], [false, 1]);
});

for (const [fault, options] of /** @type {[string, any][]} */ ([
  ["by another field", ["item", "other"]],
  ["that is unique", ["item", "item", { unique: true }]],
  ["that is missing", undefined],
]))
  test(`an index ${fault} is noticed: answers are not reported as saved; erasing fixes it`, async () => {
    await createDatabase(3, (db) => {
      const events = db.createObjectStore("events", { keyPath: "eid" });
      db.createObjectStore("drafts", { keyPath: "item" });
      if (options) events.createIndex(.../** @type {[string, string]} */ (options));
      events.createIndex("objective", "objective");
    });
    const store = await openStore();
    await store.append(ANSWER);
    await store.append({ ...ANSWER, response: "precision" });
    assert.deepEqual([store.isSaved, triesOf(store)], [false, ["recall", "precision"]]);
    store.close();
    await eraseAll();
    const after = await openStore();
    await after.append(ANSWER);
    assert.deepEqual([after.isSaved, triesOf(await openStore())], [true, ["recall"]]);
  });
