/** A file to import: each row that is not ours has its line and a reason, and a foreign or damaged file has one sentence. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { exportText } from "../../docs/assets/record/archive.js";
import { isValidDraft, isValidEntry } from "../../docs/assets/record/events.js";
import { readImportFile, rejectionSentences } from "../../docs/assets/record/import-file.js";
import { whyNotDraft, whyNotEntry } from "../../docs/assets/record/row-errors.js";

/** @param {object} change @returns {any} */
const entry = (change = {}) => ({
  ...{ format: 1, eid: "a", kind: "answered", item: "spam", rev: 1, objective: "precision", mode: "practice" },
  ...{ seed: 0, at: 100, response: "recall", score: 0 },
  ...change,
});
/** @param {object} change @returns {any} */
const draft = (change = {}) => ({
  item: "spam",
  rev: 1,
  seed: 0,
  response: "0.",
  hints: 0,
  invalid: true,
  at: 9,
  ...change,
});
/** @param {BlobPart} content */
const read = (content) => readImportFile(new Blob([content]));
/** @param {any} rows */
const readRows = (rows) => read(exportText({ events: [], drafts: [], ...rows }));

test("an export has a line for each row, and is read back as it was", async () => {
  const rows = {
    events: [entry(), entry({ eid: "b", kind: "marked", response: undefined, score: undefined })],
    drafts: [draft()],
  };
  const text = exportText(rows);
  assert.equal(text.split("\n")[1], `${JSON.stringify(rows.events[0])},`);
  assert.deepEqual(Object.keys(JSON.parse(text)), ["format", "events", "drafts"]);
  const file = await read(text);
  const events = file.events.map(({ row }) => row);
  assert.equal(exportText({ events, drafts: file.drafts }), exportText(rows));
  assert.deepEqual(file.rejected, []);
});

test("an export of an earlier version stands on one line, and is read as well", async () => {
  const file = await read(`${JSON.stringify({ format: 1, events: [entry()], drafts: [draft()] })}\n`);
  assert.deepEqual([file.events.length, file.drafts.length], [1, 1]);
});

test("fields that the kind of an event does not have are not imported", async () => {
  const { events, drafts } = await readRows({
    events: [entry({ note: "x", hints: 3 })],
    drafts: [draft({ note: "x" })],
  });
  assert.deepEqual([events[0]?.row, drafts[0]], [entry(), draft()]);
});

for (const [reason, row] of /** @type {[string, any][]} */ ([
  ['is of a kind that this site does not know: "cheated"', entry({ kind: "cheated" })],
  ['is of a kind that this site does not know: "constructor"', entry({ kind: "constructor" })],
  ['has no "score"', entry({ score: undefined })],
  ['has no "eid"', entry({ eid: undefined })],
  ['has a time that is not valid: "yesterday"', entry({ at: "yesterday" })],
  ["has a time that is not valid: 8640000000000000", entry({ at: 8.64e15 })],
  ['has a text that is too long in "response"', entry({ response: ["x".repeat(1001)] })],
  ['has a text that is too long in "item"', entry({ item: "x".repeat(1001) })],
  ['has a value that is not valid in "score": 7', entry({ score: 7 })],
  ['has a value that is not valid in "mode": "cheat"', entry({ mode: "cheat" })],
  ["has format 2, and this site reads format 1", entry({ format: 2 })],
  ["is not an event", null],
  ["is not an event", [1]],
  ["is not an event", "answered"],
]))
  test(`rejected: an event that ${reason.slice(0, 60)} (${typeof row})`, async () => {
    const file = await readRows({ events: [entry({ eid: "b" }), row] });
    assert.equal(file.events.length, 1);
    assert.deepEqual(rejectionSentences(file, file.rejected), [`Event 2 (line 3) ${reason}.`]);
  });

test("a draft is rejected with its line, too", async () => {
  const file = await readRows({ events: [entry()], drafts: [draft(), draft({ hints: 100 })] });
  assert.deepEqual(rejectionSentences(file, file.rejected), [
    'Draft 2 (line 5) has a value that is not valid in "hints": 100.',
  ]);
});

test("a reason quotes little of a long foreign value", async () => {
  const file = await readRows({ events: [entry({ kind: "x".repeat(900) })] });
  assert.ok((rejectionSentences(file, file.rejected)[0] ?? "").length < 140);
});

test("a row has a reason if and only if it is not one of ours", () => {
  const values = fc.oneof(
    fc.anything({ maxDepth: 1 }),
    fc.constantFrom("answered", "lab", "setting", 1, "practice", null),
  );
  const changed = fc.dictionary(
    fc.constantFrom(...Object.keys(entry()), "confidence", "hints", "invalid", "code"),
    values,
  );
  fc.assert(
    fc.property(fc.oneof(values, changed.map(entry), changed.map(draft)), (row) => {
      assert.equal(whyNotEntry(row) === "", isValidEntry(row));
      assert.equal(whyNotDraft(row) === "", isValidDraft(row));
    }),
    { numRuns: 2000 },
  );
});

const ROWS = { format: 1, events: [entry(), null], drafts: [draft(), draft({ hints: 100 })] };
for (const [name, layout, lines] of /** @type {[string, (text: string) => string, string[]][]} */ ([
  ["as exported", (text) => text, [" (line 3)", " (line 6)"]],
  ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n"), [" (line 3)", " (line 6)"]],
  ["with an empty line", (text) => text.replace("\n", "\n\n"), [" (line 4)", " (line 7)"]],
  ["with two rows on a line", (text) => text.replace(",\n", ","), ["", ""]],
  ["with a row on two lines", (text) => text.replace('"rev"', '\n"rev"'), ["", ""]],
  ["on one line", (text) => text.replaceAll("\n", ""), ["", ""]],
  ["with a line for each field", (text) => JSON.stringify(JSON.parse(text), null, 2), ["", ""]],
]))
  test(`a rejected row has a line number only if each row is on a line of its own: a file ${name}`, async () => {
    const file = await read(layout(exportText(ROWS)));
    assert.deepEqual(rejectionSentences(file, file.rejected), [
      `Event 2${lines[0]} is not an event.`,
      `Draft 2${lines[1]} has a value that is not valid in "hints": 100.`,
    ]);
  });

for (const [name, content, sentence] of /** @type {[string, BlobPart, RegExp][]} */ ([
  ["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0]), /^This file is not a text file/],
  ["a CSV", "y_true,y_score\n1,0.5\n", /^This file is not JSON/],
  ["an empty file", "", /^This file is empty\.$/],
  ["another JSON", '{"name": "x", "events": []}', /^This file is JSON, but it is not an export/],
  ["a list", "[1]", /^This file is JSON, but it is not an export/],
  ["null", "null", /^This file is JSON, but it is not an export/],
  ["no list of events", '{"format": 1, "events": {"0": 1}}', /^This file is JSON, but it is not an export/],
  ["a later format", '{"format": 2, "events": []}', /^This file has another format/],
  ["half an export", exportText({ events: [entry()], drafts: [] }).slice(0, 80), /^This file is damaged/],
]))
  test(`one sentence for ${name}`, async () => {
    await assert.rejects(read(content), { message: sentence });
  });

test("a file of more than 50 MB is refused before it is read", async () => {
  const arrayBuffer = () => Promise.reject(new Error("read"));
  for (const [size, message] of /** @type {[number, RegExp][]} */ ([
    [50_000_001, /^This file has 51 MB, and an export of this site has at most 50 MB\.$/],
    [50_000_000, /^The browser can't read this file\./],
  ]))
    await assert.rejects(readImportFile(/** @type {any} */ ({ size, arrayBuffer })), { message });
});

test("a file that is gone says so", async () => {
  const file = /** @type {any} */ ({
    size: 9,
    arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")),
  });
  await assert.rejects(readImportFile(file), { message: /moved, deleted, or locked/ });
});
