/** Storage that is refused, stuck, late, full, or shared with another tab: nothing is lost, and the page knows. */
import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory, IDBIndex, IDBObjectStore } from "fake-indexeddb";

import { eraseAll, readAllRows, watchWrites } from "../../docs/assets/record/archive.js";
import { DATABASE_NAME, deleteDatabase } from "../../docs/assets/record/database.js";
import { draftSinceLastAttempt } from "../../docs/assets/record/replay.js";
import { Store } from "../../docs/assets/record/store.js";
import { storedRowsMayExist } from "../../docs/assets/record/stored-rows.js";
import { becomes } from "./becomes.js";
import {
  ANSWER,
  DRAFT,
  FACTS,
  nextChange,
  replaceUntilTestEnds,
  openStore,
  openStoreOfObjectives,
  storesToClose,
  restorers,
  stateOf,
  triesOf,
  writeEventToDatabase,
} from "./open-stores.js";

const DAY = 86_400_000;

test("a page learns of the database without opening it, once something was stored", async () => {
  assert.equal(await storedRowsMayExist(), false);
  await (await openStore()).append(ANSWER);
  assert.equal(await storedRowsMayExist(), true);
});

test("refused: all goes on in memory", async () => {
  replaceUntilTestEnds(globalThis, "indexedDB", {
    get() {
      throw new DOMException("refused", "SecurityError");
    },
  });
  const store = await openStore();
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, store.entries.size], [false, 1]);
});

test("a page that is only read creates no database, and the first answer or draft does", async () => {
  await openStore();
  assert.equal(await storedRowsMayExist(), false);
  await (await openStore()).append(ANSWER);
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore();
  await store.saveDraft(DRAFT);
  assert.deepEqual([store.isSaved, (await openStore()).drafts.get("spam")?.response], [true, "0."]);
});

test("a page that has created no database hears of the first answer in another tab", async () => {
  const [here, there] = [await openStore(), await openStore()];
  const heard = nextChange(here);
  await there.append(ANSWER);
  await heard;
  assert.deepEqual([here.isSaved, triesOf(here)], [true, ["recall"]]);
});

test("what was answered before the store is opened is written then", async () => {
  const store = new Store(["spam"]);
  storesToClose.push(store);
  await store.append(ANSWER);
  assert.deepEqual([store.isSaved, await storedRowsMayExist()], [undefined, false]);
  await store.openAndWaitForRows();
  assert.deepEqual([store.isSaved, triesOf(await openStore())], [true, ["recall"]]);
});

test("answers at the same time as the first one wait for the same database", async () => {
  const store = await openStore();
  let openings = 0;
  const real = globalThis.indexedDB.open;
  replaceUntilTestEnds(globalThis.indexedDB, "open", {
    value: (/** @type {[string]} */ ...args) => (openings++, real.apply(globalThis.indexedDB, args)),
  });
  await Promise.all([store.append(ANSWER), store.append({ ...ANSWER, response: "precision" })]);
  assert.deepEqual([openings, store.isSaved], [1, true]);
});

test("stuck at the first answer: the page waits no longer than it must, and says so", async () => {
  const store = await openStore(20);
  replaceUntilTestEnds(globalThis.indexedDB, "open", { value: () => ({}) });
  store.append(ANSWER);
  await nextChange(store);
  assert.deepEqual([store.isSaved, triesOf(store)], [false, ["recall"]]);
});

test("stuck: the page waits no longer than it must, and goes on in memory", async () => {
  await writeEventToDatabase({ item: "ham" });
  replaceUntilTestEnds(globalThis.indexedDB, "open", { value: () => ({}) });
  const store = new Store(["spam"]);
  storesToClose.push(store);
  const opening = store.openAndWaitForRows(20);
  store.append(ANSWER);
  assert.deepEqual([store.isSaved, triesOf(store)], [undefined, ["recall"]]);
  await opening;
  assert.deepEqual([store.isSaved, triesOf(store)], [false, ["recall"]]);
});

/** Has the database open only some time after it is asked to. */
function openLate() {
  const real = globalThis.indexedDB.open;
  replaceUntilTestEnds(globalThis.indexedDB, "open", {
    /** @param {[string, number]} args */
    value(...args) {
      const late = /** @type {any} */ ({});
      setTimeout(() => {
        const opening = real.apply(globalThis.indexedDB, args);
        opening.onupgradeneeded = () => {
          Object.assign(late, { result: opening.result, transaction: opening.transaction });
          late.onupgradeneeded();
        };
        opening.onsuccess = () => ((late.result = opening.result), late.onsuccess());
      }, 60);
      return late;
    },
  });
}

test("late: answers are written once there is a database, and another tab hears of them", async () => {
  const there = await openStore();
  openLate();
  const store = await openStore(5);
  const appending = [store.append(ANSWER), store.append({ ...FACTS, kind: "revealed" })];
  await nextChange(store);
  assert.equal(store.isSaved, false);
  await Promise.all(appending);
  assert.deepEqual([store.isSaved, (await readAllRows()).events.length], [true, 2]);
  await becomes(async () => there.entries.size, 2);
});

test("late: what was answered meanwhile is written once the database opens, beside what it holds", async () => {
  await writeEventToDatabase({ response: "earlier" });
  openLate();
  const store = await openStore(5);
  assert.equal(store.isSaved, false);
  await store.append({ ...ANSWER, response: "meanwhile" });
  assert.deepEqual([store.isSaved, triesOf(store)], [true, ["earlier", "meanwhile"]]);
  assert.equal((await readAllRows()).events.length, 2);
});

test("full: told once, kept in memory, and written as soon as there is room", async () => {
  const store = await openStore();
  let told = 0;
  store.addEventListener("change", () => told++);
  const { add, put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  try {
    await store.append(ANSWER);
    await store.saveDraft({ item: "ham", rev: 1, seed: 0, hints: 0, response: "0.", invalid: false });
    assert.deepEqual([told, store.isSaved, store.entries.size, store.drafts.size], [1, false, 1, 1]);
  } finally {
    Object.assign(IDBObjectStore.prototype, { add, put });
  }
  await store.append({ ...FACTS, kind: "revealed" });
  assert.deepEqual([told, store.isSaved], [2, true]);
  const { events, drafts } = await readAllRows();
  assert.deepEqual(
    [events.map((each) => each.kind), drafts.map((each) => each.item)],
    [["answered", "revealed"], ["ham"]],
  );
});

test("a store of objectives reads their events, whatever the items", async () => {
  await writeEventToDatabase({ eid: "a", item: "spam" });
  await writeEventToDatabase({ eid: "b", item: "elsewhere" });
  await writeEventToDatabase({ eid: "c", item: "spam", objective: "recall" });
  const store = await openStoreOfObjectives("precision", "f1");
  assert.deepEqual([...store.entries.keys()].sort(), ["a", "b"]);
});

test("an event cannot choose its eid, its time or its format, or bring fields of its own", async () => {
  const store = await openStore();
  const before = Date.now();
  const given = { ...ANSWER, eid: "mine", at: 5, format: 9, note: "x", hints: 1 };
  await store.append(/** @type {any} */ (given));
  const [event] = (await readAllRows()).events;
  assert.deepEqual(Object.keys(event ?? {}).sort(), [
    ...["at", "eid", "format", "item", "kind", "mode", "objective", "response", "rev", "score", "seed"],
  ]);
  assert.equal(event?.format, 1);
  assert.notEqual(event?.eid, "mine");
  assert.ok(event && event.at >= before);
});

test("fields that the kind of an event does not have are not stored", async () => {
  const store = await openStore();
  await store.append({ ...ANSWER, kind: "hinted", confidence: "sure" });
  const [event] = (await readAllRows()).events;
  assert.deepEqual([event?.response, event?.score, event?.confidence], [undefined, undefined, undefined]);
});

test("an event never overwrites one with the same eid, and those beside it are written", async () => {
  const ids = ["one", "one", "two"];
  replaceUntilTestEnds(globalThis.crypto, "randomUUID", { value: () => ids.shift() });
  const store = await openStore();
  await store.append({ ...ANSWER, response: "first" });
  await store.append({ ...ANSWER, response: "second" }, { ...FACTS, item: "ham", kind: "marked" });
  const { events } = await readAllRows();
  assert.deepEqual(events.map(({ eid, kind, response }) => [eid, kind, response]).sort(), [
    ["one", "answered", "first"],
    ["two", "marked", undefined],
  ]);
  assert.equal(store.isSaved, true);
});

for (const [name, change] of /** @type {const} */ ([
  ["a very long response", { response: "x".repeat(1001) }],
  ["a response of a thousand parts", { response: Array(1000).fill("x") }],
  ["a very long objective", { objective: "x".repeat(1001) }],
  ["no item", { item: undefined }],
  ["a score of 7", { score: 7 }],
  ["an unknown mode", { mode: "cheat" }],
]))
  test(`an event with ${name} is not written`, async () => {
    const store = await openStore();
    await store.append(/** @type {any} */ ({ ...ANSWER, ...change }), { ...FACTS, kind: "marked" });
    const { events, unknown } = await readAllRows();
    assert.deepEqual([events.map(({ kind }) => kind), unknown], [["marked"], 0]);
  });

test("an event of an unknown kind is dropped", async () => {
  const store = await openStore();
  await store.append(/** @type {any} */ ({ ...ANSWER, kind: "constructor" }));
  assert.deepEqual([store.entries.size, (await readAllRows()).unknown], [0, 0]);
});

test("a draft that is too long stays on the page, and no older one takes its place after a reload", async () => {
  const store = await openStore();
  await store.saveDraft(DRAFT);
  await store.saveDraft({ ...DRAFT, response: "x".repeat(1001) });
  assert.equal(store.drafts.get("spam")?.response.length, 1001);
  assert.deepEqual(await readAllRows(), { events: [], drafts: [], unknown: 0 });
});

test("a connection that is taken away is opened again", async () => {
  const store = await openStore();
  await deleteDatabase();
  await store.append(ANSWER);
  await becomes(async () => [store.isSaved, (await readAllRows()).events.length], [true, 1]);
});

test("only rows of the page's items are read", async (t) => {
  await writeEventToDatabase({ item: "elsewhere" });
  await writeEventToDatabase({ eid: "y" });
  let rowsRead = 0;
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    const { getAll } = prototype;
    t.after(() => void (prototype.getAll = getAll));
    prototype.getAll = function (/** @type {[any?]} */ ...given) {
      const request = getAll.apply(this, given);
      request.addEventListener("success", () => (rowsRead += request.result.length));
      return request;
    };
  }
  assert.deepEqual([[...(await openStore()).entries.keys()], rowsRead], [["y"], 1]);
});

test("no draft of another tab takes the place of one of this tab", async () => {
  const [here, there] = [await openStore(), await openStore()];
  await here.saveDraft({ item: "spam", rev: 1, seed: 0, hints: 0, response: "typed here", invalid: false });
  await new Promise((resolve) => setTimeout(resolve, 2));
  await there.saveDraft({ item: "spam", rev: 1, seed: 0, hints: 0, response: "typed there", invalid: false });
  const heard = nextChange(here);
  await there.append({ ...ANSWER, item: "ham" });
  await heard;
  assert.equal(here.drafts.get("spam")?.response, "typed here");
  assert.equal(
    (await openStore()).drafts.get("spam")?.response,
    "typed there",
    "the last one written is what a reload shows",
  );
});

test("a draft of another tab comes where this tab has none", async () => {
  const [here, there] = [await openStore(), await openStore()];
  await there.saveDraft({ item: "spam", rev: 1, seed: 0, hints: 0, response: "typed there", invalid: false });
  const heard = nextChange(here);
  await there.append({ ...ANSWER, item: "ham" });
  await heard;
  assert.equal(here.drafts.get("spam")?.response, "typed there");
});

for (const [name, ahead] of /** @type {const} */ ([
  ["a day", DAY],
  ["ten years", 3653 * DAY],
  ["sixty years", 60 * 365 * DAY],
])) {
  test(`a row dated ${name} ahead hides no later answer, also after a reload`, async () => {
    await writeEventToDatabase({ at: Date.now() + ahead, response: "from the future" });
    const store = await openStore();
    await store.append({ ...ANSWER, response: "later" });
    await store.saveDraft({ item: "spam", rev: 1, seed: 0, hints: 0, response: "last", invalid: false });
    const again = await openStore();
    assert.deepEqual(triesOf(again), ["from the future", "later"]);
    assert.ok((again.drafts.get("spam")?.at ?? 0) > Math.max(...[...again.entries.values()].map(({ at }) => at)));
  });
}

for (const at of [4102444800000 + DAY, 8.64e15, Number.MAX_SAFE_INTEGER]) {
  test(`a row dated ${at} is none of ours`, async () => {
    await writeEventToDatabase({ at });
    assert.equal((await openStore()).entries.size, 0);
  });
}

for (const [clock, now] of /** @type {const} */ ([
  ["before 1970", -DAY],
  ["at 1970", 0],
  ["at the last millisecond", 4102444799999],
  ["at 2100", 4102444800000],
  ["after 2100", 5e12],
]))
  test(`a clock ${clock} loses no answer, and keeps their order`, async () => {
    replaceUntilTestEnds(Date, "now", { value: () => now, writable: true });
    const store = await openStore();
    for (const response of ["first", "second", "third"]) await store.append({ ...ANSWER, response });
    await store.saveDraft({ ...DRAFT });
    const again = await openStore();
    assert.deepEqual(triesOf(again), ["first", "second", "third"]);
    assert.ok(draftSinceLastAttempt(again.drafts.get("spam"), stateOf(again), 1));
  });

test("what a neighbor of the origin deletes is written again, and what the reader erases is not", async () => {
  const store = await openStore();
  await store.append(ANSWER);
  await store.saveDraft({ ...DRAFT, item: "ham" });
  await deleteDatabase();
  await becomes(async () => [store.isSaved, triesOf(await openStore())], [true, ["recall"]]);
  await becomes(async () => (await openStore()).drafts.size, 1);
  await eraseAll();
  await becomes(() => store.entries.size, 0);
  await new Promise((resolve) => setTimeout(resolve, 60)); // by then it would have written what it no longer has
  assert.equal((await openStore()).entries.size, 0);
});

test("no older draft of another tab takes the place of a newer one when both are written again", async () => {
  const here = await openStore();
  await here.saveDraft(DRAFT);
  await openStore(); // with the first draft
  await new Promise((resolve) => setTimeout(resolve, 5));
  await here.saveDraft({ ...DRAFT, response: "0.12" });
  await deleteDatabase();
  await becomes(async () => (await openStore()).drafts.get("spam")?.response, "0.12");
});

test("the store of a lab leaves the lab's code alone", async () => {
  await (await openStore()).saveDraft({ ...DRAFT, code: "a = 1" });
  const store = new Store(["spam"], { readsDrafts: false });
  storesToClose.push(store);
  await store.openAndWaitForRows();
  assert.equal(store.drafts.size, 0);
});

test("a store that was closed can be opened again", async () => {
  const store = await openStore();
  await store.append(ANSWER);
  store.close();
  await store.append({ ...ANSWER, response: "accuracy" }); // held until it is open
  await store.openAndWaitForRows();
  await store.append({ ...ANSWER, response: "precision" });
  assert.deepEqual((await readAllRows()).events.map(({ response }) => response).sort(), [
    "accuracy",
    "precision",
    "recall",
  ]);
});

test("a store that is closed while its database opens stays closed", async () => {
  await writeEventToDatabase({});
  const store = new Store(["spam"]);
  const opening = store.openAndWaitForRows();
  store.close();
  await opening;
  await store.append(ANSWER);
  assert.equal((await readAllRows()).events.length, 1);
});

for (const message of [null, {}, { removedEvents: 1 }, []])
  test(
    `what another page of the origin sends does no harm: ${JSON.stringify(message)}`,
    { timeout: 10_000 },
    async () => {
      const store = await openStore();
      await store.append(ANSWER);
      const heard = nextChange(store);
      const channel = new BroadcastChannel(DATABASE_NAME);
      restorers.push(() => channel.close());
      channel.postMessage(message);
      await heard;
      assert.equal(store.entries.size, 1);
    },
  );

test("a browser without channels still saves, and erases", async () => {
  replaceUntilTestEnds(globalThis, "BroadcastChannel", {
    value: class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    },
  });
  const store = await openStore();
  await store.append(ANSWER);
  assert.equal(store.isSaved, true);
  watchWrites(() => {})();
  await eraseAll();
  assert.deepEqual((await readAllRows()).events, []);
});

test("one item with 130,000 rows can still be answered", async () => {
  const store = new Store(["spam"]);
  for (let row = 0; row < 130_000; row++)
    store.entries.set(`${row}`, { format: 1, eid: `${row}`, seed: 0, at: row, ...ANSWER });
  await store.append({ ...ANSWER, response: "last" });
  assert.equal(triesOf(store)?.at(-1), "last");
});

test("many rows are written or none", async () => {
  const store = await openStore();
  const real = IDBObjectStore.prototype.add;
  let left = 1;
  IDBObjectStore.prototype.add = function (/** @type {any} */ row) {
    if (left-- <= 0) throw new DOMException("full", "QuotaExceededError");
    return real.call(this, row);
  };
  try {
    await store.append({ ...FACTS, kind: "reset" }, { ...FACTS, item: "ham", kind: "reset" });
  } finally {
    IDBObjectStore.prototype.add = real;
  }
  assert.equal(store.isSaved, false);
  assert.deepEqual((await readAllRows()).events, []);
});

test("the browser is never asked silently to keep what is stored", async () => {
  let asked = 0;
  replaceUntilTestEnds(globalThis, "navigator", { value: { storage: { persist: async () => void asked++ } } });
  const store = await openStore();
  await store.append(ANSWER);
  await store.append(ANSWER);
  assert.equal(asked, 0);
});

test("a sample's store keeps nothing and says nothing", async () => {
  const store = new Store();
  let told = 0;
  store.addEventListener("change", () => told++);
  await store.append(ANSWER);
  assert.deepEqual(
    [told, store.isSaved, store.entries.size, (await readAllRows()).events.length],
    [0, undefined, 1, 0],
  );
});
