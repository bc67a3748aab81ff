/** The code of a lab: kept, shared by tabs, and never overwritten unseen. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { IDBFactory } from "fake-indexeddb";

import { CodeStore } from "../../docs/assets/record/code-store.js";

/** @type {CodeStore[]} */
const opened = [];
beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => opened.splice(0).forEach((store) => store.close()));

async function open(lab = "metrics") {
  const store = new CodeStore(lab);
  opened.push(store);
  await store.open();
  return store;
}

/** @param {CodeStore} store */
const changed = (store) => new Promise((resolve) => store.addEventListener("change", resolve, { once: true }));

test("what is saved is read again, for its lab alone", async () => {
  await (await open()).save("a = 1", 2);
  const [again, elsewhere] = [await open(), await open("drift")];
  assert.deepEqual([again.current?.code, again.current?.hints, again.other, again.kept], ["a = 1", 2, undefined, true]);
  assert.equal(elsewhere.current, undefined);
});

test("another tab hears of a save, and saves over what it has accepted", async () => {
  const [here, there] = [await open(), await open()];
  const heard = changed(there);
  await here.save("a = 1", 0);
  await heard;
  assert.equal(there.current?.code, "a = 1");
  there.accept();
  await there.save("a = 2", 0);
  assert.deepEqual([there.current?.code, there.other], ["a = 2", undefined]);
});

test("a version that a tab has not accepted is set aside", async () => {
  const [here, there] = [await open(), await open()];
  const heard = changed(there);
  await here.save("a = 1", 1);
  await heard; // known there, but the reader is typing
  await there.save("b = 2", 0);
  assert.deepEqual([there.current?.code, there.other?.code], ["b = 2", "a = 1"]);
  assert.deepEqual((await open()).other?.code, "a = 1");
});

test("equal code is no other version", async () => {
  const [here, there] = [await open(), await open()];
  await here.save("a = 1", 0);
  await there.save("a = 1", 0);
  assert.equal(there.other, undefined);
});

test("the other version is set, stays while code is saved, and goes", async () => {
  const store = await open();
  await store.save("starter", 0, "mine");
  await store.save("starter again", 0);
  assert.equal(store.other?.code, "mine");
  await store.save("starter again", 0, null);
  assert.deepEqual([store.other, (await open()).other], [undefined, undefined]);
});

test("the last save needs no look at what is stored", async () => {
  const store = await open();
  store.saveLast("last words", 3);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal((await open()).current?.code, "last words");
});

test("a refused database is known, and the code stays in memory", async () => {
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, get: () => { throw new Error("refused"); } });
  const store = await open();
  await store.save("a = 1", 0);
  assert.deepEqual([store.kept, store.current?.code], [false, "a = 1"]);
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, writable: true, value: new IDBFactory() });
});
