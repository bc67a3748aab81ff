/** Importing: merging is commutative, associative and idempotent; it is done whole or not at all, and can be undone. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";

import { eraseAll, exportText, readAllRows } from "../../docs/assets/record/archive.js";
import { openDatabase, commitWrites } from "../../docs/assets/record/database.js";
import { readImportFile } from "../../docs/assets/record/import-file.js";
import { importAndReturnUndoRecord, planImport, undoImport } from "../../docs/assets/record/import.js";
import { becomes } from "./becomes.js";
import { ANSWER, DRAFT, openStore } from "./open-stores.js";

const STORED_DRAFT = { ...DRAFT, at: 9 };

/** @param {string} eid @param {object} [change] @returns {any} */
const entry = (eid, change = {}) => ({ format: 1, eid, ...ANSWER, seed: 0, at: 100, ...change });
/** @param {{events?: any[], drafts?: any[]}} rows */
const fileOf = ({ events = [], drafts = [] }) => readImportFile(new Blob([exportText({ events, drafts })]));
/** @param {any} rows */
const importOf = async (rows) => importAndReturnUndoRecord(await fileOf(rows));
const storedEids = async () => (await readAllRows()).events.map(({ eid }) => eid).sort();

/** What is stored after these logs were imported into an empty browser, as the file that it exports. @param {any[]} logs */
async function mergedText(...logs) {
  globalThis.indexedDB = new IDBFactory();
  for (const log of logs) await importOf(log);
  return exportText(await readAllRows());
}

/** Logs of devices that share some rows: an eid belongs to one event, and drafts of an item differ. */
const EVENTS = Array.from({ length: 12 }, (_, at) =>
  entry(`e${at}`, {
    item: `item-${at % 3}`,
    at: 100 + (at % 5),
    ...(at % 4 ? {} : { kind: "setting", response: `${at}`, score: undefined }),
  }),
);
const draft = fc.record({
  item: fc.constantFrom("item-0", "item-1"),
  at: fc.integer({ min: 1, max: 3 }),
  response: fc.constantFrom("0", "1", "2"),
});
const log = fc.record({
  events: fc.subarray(EVENTS),
  drafts: fc.uniqueArray(
    draft.map((change) => ({ ...STORED_DRAFT, ...change })),
    { selector: ({ item }) => item },
  ),
});
const RUNS = { numRuns: 40 };

test("merging is commutative", () =>
  fc.assert(
    fc.asyncProperty(log, log, async (a, b) => assert.equal(await mergedText(a, b), await mergedText(b, a))),
    RUNS,
  ));

test("merging is associative", () =>
  fc.assert(
    fc.asyncProperty(log, log, log, async (a, b, c) => {
      const right = JSON.parse(await mergedText(b, c));
      const left = JSON.parse(await mergedText(a, b));
      assert.equal(await mergedText(left, c), await mergedText(a, right));
    }),
    RUNS,
  ));

test("merging is idempotent", () =>
  fc.assert(
    fc.asyncProperty(log, log, async (a, b) => assert.equal(await mergedText(a, b, a, b), await mergedText(a, b))),
    RUNS,
  ));

test("merging drops no event of either log, and changes none", () =>
  fc.assert(
    fc.asyncProperty(log, log, async (a, b) => {
      const { events } = JSON.parse(await mergedText(a, b));
      const union = new Map(
        JSON.parse(exportText({ events: [...a.events, ...b.events], drafts: [] })).events.map(
          (/** @type {any} */ event) => [event.eid, event],
        ),
      );
      assert.deepEqual(new Map(events.map((/** @type {any} */ event) => [event.eid, event])), union);
    }),
    RUNS,
  ));

test("undoing an import leaves what was stored before it, and what was answered since", () =>
  fc.assert(
    fc.asyncProperty(log, log, fc.subarray(EVENTS), async (before, imported, since) => {
      await mergedText(before);
      const record = await importOf(imported);
      await importOf({ events: since.map((event) => ({ ...event, eid: `since-${event.eid}` })) });
      await undoImport(record);
      const text = exportText(await readAllRows());
      const events = [...before.events, ...since.map((event) => ({ ...event, eid: `since-${event.eid}` }))];
      assert.equal(text, await mergedText({ ...before, events }));
    }),
    RUNS,
  ));

test("a plan counts each row once, and what is imported is what was planned", () =>
  fc.assert(
    fc.asyncProperty(log, log, async (stored, imported) => {
      await mergedText(stored);
      const file = await fileOf(imported);
      const plan = planImport(file, await readAllRows());
      const all = imported.events.length + imported.drafts.length;
      assert.equal(plan.events.length + plan.drafts.length + plan.known + plan.rejected.length, all);
      const record = await importAndReturnUndoRecord(file);
      assert.deepEqual([record.eids.length, record.drafts.length], [plan.events.length, plan.drafts.length]);
    }),
    RUNS,
  ));

test("an event with the id of another one is rejected, stored here or in the file, and nothing is overwritten", async () => {
  await importOf({ events: [entry("a")] });
  const file = await fileOf({ events: [entry("a", { score: 1 }), entry("b"), entry("b"), entry("b", { at: 5 })] });
  const plan = planImport(file, await readAllRows());
  assert.deepEqual(
    [plan.events.length, plan.known, plan.rejected.map(({ index, reason }) => [index, reason])],
    [1, 1, [0, 3].map((index) => [index, "has the id of another event"])],
  );
  await importAndReturnUndoRecord(file);
  const { events } = await readAllRows();
  assert.deepEqual(events, [entry("a"), entry("b")]);
});

test("rows that were erased after the plan was made are imported, too", async () => {
  await importOf({ events: [entry("a")] });
  const file = await fileOf({ events: [entry("a"), entry("b")] });
  planImport(file, await readAllRows());
  await eraseAll();
  await importAndReturnUndoRecord(file);
  assert.deepEqual(await storedEids(), ["a", "b"]);
});

test("erasing while an import runs leaves nothing, and the import does not fail", async () => {
  const events = Array.from({ length: 1200 }, (_, at) => entry(`e${at}`));
  const file = await fileOf({ events });
  /** @type {Promise<void> | undefined} */
  let erasing;
  const importing = importAndReturnUndoRecord(file, (done) => {
    if (done === 500) erasing = eraseAll();
  });
  assert.equal((await importing).eids.length, 1200);
  await erasing;
  assert.deepEqual(await storedEids(), []);
});

for (const [name, stop] of /** @type {[string, (rows: IDBObjectStore) => void][]} */ ([
  [
    "the storage is full",
    () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  ],
  ["the browser ends the transaction", (rows) => rows.transaction.abort()],
]))
  test(`nothing is imported if ${name} half-way`, async () => {
    await importOf({ events: [entry("a")] });
    const file = await fileOf({
      events: Array.from({ length: 1200 }, (_, at) => entry(`e${at}`)),
      drafts: [STORED_DRAFT],
    });
    const real = IDBObjectStore.prototype.add;
    let left = 900;
    IDBObjectStore.prototype.add = function (/** @type {any} */ row) {
      if (left-- === 0) stop(/** @type {any} */ (this));
      return real.call(this, row);
    };
    try {
      await assert.rejects(importAndReturnUndoRecord(file));
    } finally {
      IDBObjectStore.prototype.add = real;
    }
    const { events, drafts } = await readAllRows();
    assert.deepEqual([events, drafts], [[entry("a")], []]);
  });

test("the tabs that show a question hear of an import and of its undoing; their own draft and answer stay", async () => {
  const store = await openStore();
  await store.saveDraft({ ...STORED_DRAFT, response: "typed here" });
  await store.append({ ...ANSWER, item: "ham" });
  const record = await importOf({
    events: [entry("a", { item: "ham" })],
    drafts: [
      { ...STORED_DRAFT, at: 4e12, response: "imported" },
      { ...STORED_DRAFT, item: "ham", at: 4e12 },
    ],
  });
  await becomes(() => [store.entries.has("a"), store.entries.size], [true, 2]);
  assert.deepEqual([store.drafts.get("spam")?.response, store.drafts.has("ham")], ["typed here", true]);
  await undoImport(record);
  await becomes(() => [store.entries.has("a"), store.entries.size], [false, 1]);
  assert.deepEqual([store.drafts.get("spam")?.response, store.drafts.has("ham")], ["typed here", false]);
});

test("a draft that was changed after the import is not put back", async () => {
  await importOf({ drafts: [STORED_DRAFT] });
  const record = await importOf({ drafts: [{ ...STORED_DRAFT, at: 20, response: "imported" }] });
  const db = await openDatabase();
  await commitWrites(db, (_, drafts) => void drafts.put({ ...STORED_DRAFT, at: 30, response: "typed since" }));
  db.close();
  await undoImport(record);
  assert.equal((await readAllRows()).drafts[0]?.response, "typed since");
});

test("an import of 10,000 events reports its progress", async () => {
  const file = await fileOf({ events: Array.from({ length: 10_000 }, (_, at) => entry(`e${at}`)) });
  /** @type {number[]} */
  const reported = [];
  await importAndReturnUndoRecord(file, (done) => void reported.push(done));
  assert.deepEqual([reported.length, reported.at(-1)], [20, 10_000]);
});
