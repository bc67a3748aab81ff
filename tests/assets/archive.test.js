/** All that is stored, read at once: for the exported file, and to erase it. */
import assert from "node:assert/strict";
import test from "node:test";

import { eraseAll, exportText, readAllRows, withTimeout } from "../../docs/assets/record/archive.js";
import { becomes } from "./becomes.js";
import { ANSWER, createDatabase, openStore, writeEventToDatabase } from "./open-stores.js";

test("erasing also deletes PyScript's empty database, and no other", async () => {
  const names = ["IDBMap/@pyscript.fs", "IDBMap/@pyscript.other", "IDBMap/mine"];
  for (const name of names) {
    const opening = globalThis.indexedDB.open(name);
    opening.onupgradeneeded = () => {
      const entries = opening.result.createObjectStore("entries");
      if (name.endsWith("other")) entries.put("a handle", "folder");
    };
    await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result.close())));
  }
  await eraseAll();
  const left = async () =>
    (await globalThis.indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith("IDBMap"));
  await becomes(async () => (await left()).sort(), names.slice(1));
});

test("the file holds every row of ours in the order of the log", async () => {
  await writeEventToDatabase({ eid: "b", at: 2 });
  await writeEventToDatabase({ eid: "a", at: 3, item: "elsewhere" });
  await writeEventToDatabase({ eid: "c", at: 1, kind: /** @type {any} */ ("cheated") });
  await (await openStore()).saveDraft({ item: "ham", rev: 1, seed: 0, hints: 0, response: ["x"], invalid: false });
  const rows = await readAllRows();
  assert.equal(rows.unknown, 1);
  const file = JSON.parse(exportText(rows));
  assert.deepEqual(Object.keys(file), ["format", "events", "drafts"]);
  assert.deepEqual(
    [file.format, file.events.map((/** @type {any} */ row) => row.eid), file.drafts[0].item],
    [1, ["b", "a"], "ham"],
  );
});

test("what is erased is gone from every tab, including what was not written yet", async () => {
  const [here, there] = [await openStore(), await openStore()];
  await here.append(ANSWER);
  await there.saveDraft({ item: "ham", rev: 1, seed: 0, hints: 0, response: "0.", invalid: false });
  await becomes(() => there.entries.size, 1);
  await eraseAll();
  await becomes(() => [here.entries.size, here.drafts.size, there.entries.size, there.drafts.size], [0, 0, 0, 0]);
  const { events, drafts } = await readAllRows();
  assert.deepEqual([events, drafts], [[], []]);
});

test("a browser that does not answer is an error", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const waiting = withTimeout(new Promise(() => {}));
  t.mock.timers.tick(4000);
  await assert.rejects(waiting, Error);
});

test("a database that cannot be read can be erased, and works again", async () => {
  await createDatabase(99, (db) => db.createObjectStore("other"));
  await assert.rejects(readAllRows());
  await eraseAll();
  const store = await openStore();
  await store.append(ANSWER);
  assert.equal(store.isSaved, true);
});
