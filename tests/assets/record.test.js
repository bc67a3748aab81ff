/** The log: rows that are not ours are ignored, replay is pure, the store writes through and survives being refused. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { openDatabase } from "../../docs/assets/record/database.js";
import { EVENT_KINDS, newItemState } from "../../docs/assets/record/event-kinds.js";
import { isValidDraft, isValidEntry } from "../../docs/assets/record/events.js";
import { stateByItem } from "../../docs/assets/record/replay.js";
import { becomes } from "./becomes.js";
import { ANSWER, DRAFT, FACTS, nextChange, openStore } from "./open-stores.js";

const ENTRY = { ...ANSWER, format: 1, eid: "a", seed: 0, at: 100 };
const STORED_DRAFT = { ...DRAFT, at: 100 };

/** @param {object} change @returns {any} */
const entry = (change = {}) => ({ ...ENTRY, ...change });

/** @param {any[]} entries @param {Record<string, number>} [revs] @returns {any} */
const stateOf = (entries, revs = { spam: 1 }) => stateByItem(entries, revs).get("spam");

/** @param {string} name @param {any} [row] all rows of a store, or one more written past our code @returns {Promise<any>} */
async function raw(name, row) {
  const db = await openDatabase();
  const work = db.transaction(name, "readwrite").objectStore(name);
  const request = row ? work.put(row) : work.getAll();
  await new Promise((resolve) => (request.onsuccess = resolve));
  db.close();
  return request.result;
}

const CYCLE = /** @type {any[]} */ ([]);
CYCLE.push(CYCLE);

for (const [name, row] of Object.entries({
  nothing: null,
  "a number": 4,
  "a text": "answered",
  "no format": entry({ format: undefined }),
  "a later format": entry({ format: 2 }),
  "no eid": entry({ eid: undefined }),
  "an unknown kind": entry({ kind: "cheated" }),
  "an inherited kind": entry({ kind: "constructor" }),
  "an unknown mode": entry({ mode: "exam" }),
  "an item that is no text": entry({ item: { toString: "x" } }),
  "a very long item": entry({ item: "x".repeat(1001) }),
  "a rev that is no number": entry({ rev: "1" }),
  "a time that is no number": entry({ at: "yesterday" }),
  "a time that is NaN": entry({ at: NaN }),
  "a time beyond time": entry({ at: 1e15 }),
  "a score above 1": entry({ score: 2 }),
  "a score that is NaN": entry({ score: NaN }),
  "a score that is a text": entry({ score: "0.5" }),
  "a score that is a list": entry({ score: [] }),
  "an answer without a score": entry({ score: undefined }),
  "an answer without a response": entry({ response: undefined }),
  "a response that is an object": entry({ response: { id: "recall" } }),
  "a response of numbers": entry({ response: [1, 2] }),
  "a response in itself": entry({ response: CYCLE }),
  "a response with a hole": entry({ response: Array(2) }),
  "a response without end": entry({ response: Array(100).fill("x") }),
  "a confidence we do not offer": entry({ confidence: "certain" }),
  "a confidence that is an object": entry({ confidence: {} }),
  "a lab that was half done": entry({ kind: "lab", response: null, score: 0.5 }),
  "a lab with a response": entry({ kind: "lab", response: "code", score: 1 }),
  "a very long response": entry({ response: "x".repeat(1001) }),
})) {
  test(`${name} is no entry`, () => assert.equal(isValidEntry(row), false));
}

test("rows of our own are entries", () => {
  assert.ok(isValidEntry(entry()));
  assert.ok(isValidEntry(entry({ response: ["a", "b"], confidence: "sure" })));
  assert.ok(isValidEntry(entry({ response: [["left", "right"]] })));
  assert.ok(isValidEntry(entry({ kind: "revealed", response: undefined, score: undefined })));
  assert.ok(isValidEntry(entry({ kind: "lab", response: null, score: 1 })));
});

test("a draft is told from other rows", () => {
  assert.ok(isValidDraft(STORED_DRAFT));
  for (const row of [
    null,
    {},
    { ...STORED_DRAFT, invalid: 1 },
    { ...STORED_DRAFT, response: 4 },
    { ...STORED_DRAFT, at: "now" },
    { ...STORED_DRAFT, hints: 100 },
    { ...STORED_DRAFT, hints: -1 },
    { ...STORED_DRAFT, hints: undefined },
    { ...STORED_DRAFT, confidence: "x" },
    { ...STORED_DRAFT, seed: -1 },
  ])
    assert.equal(isValidDraft(row), false);
});

test("a lab's draft holds its code, of a length that a page can show", () => {
  assert.ok(isValidDraft({ ...STORED_DRAFT, response: "", code: "x".repeat(200_000) }));
  for (const code of [4, ["x"], "x".repeat(200_001)]) assert.equal(isValidDraft({ ...STORED_DRAFT, code }), false);
});

test("a log that was recorded with the first labs and the first retries still replays", () => {
  const rows = JSON.parse(readFileSync(new URL("../vectors/log.json", import.meta.url), "utf8"));
  assert.ok(rows.every(isValidEntry));
  const states = stateByItem(rows, {
    "precision-spam-denominator": 1,
    "metrics-from-scratch": 1,
    "recall-spam-denominator": 1,
  });
  const [item, lab, missed] = [...states.values()];
  const fields = (/** @type {any} */ { tries, hints, marked, done, retries }) => [
    tries.length,
    hints,
    marked,
    done,
    retries,
  ];
  assert.deepEqual(fields(item), [2, 1, true, false, 0]);
  assert.deepEqual(fields(lab), [0, 0, false, true, 0]);
  assert.deepEqual(fields(missed), [0, 0, false, false, 1]);
});

test("every kind of event is valid with its fields, changes a state, and is not valid with a field of another type", () => {
  const values = { response: "recall", score: 1, confidence: "sure" };
  for (const [kind, { apply, fields }] of Object.entries(EVENT_KINDS)) {
    const own = kind === "lab" ? { response: null, score: 1 } : values;
    const row = { ...FACTS, format: 1, eid: "a", kind, seed: 0, at: 1, ...own };
    assert.ok(isValidEntry(row), kind);
    for (const field of Object.keys(fields))
      assert.equal(isValidEntry({ ...row, [field]: {} }), false, `${kind} ${field}`);
    const state = newItemState();
    state.marked = kind === "unmarked";
    const before = JSON.stringify(state);
    apply(state, /** @type {any} */ (row));
    if (kind !== "setting") assert.notEqual(JSON.stringify(state), before, kind); // it is about no item
  }
});

test("the page on stored answers, which says that nothing else is stored, names each kind of event", () => {
  const page = readFileSync(new URL("../../docs/your-answers.md", import.meta.url), "utf8");
  const [, list = ""] = page.split(/^## What is stored\?.*$|^Nothing else is stored/m);
  /** @type {Record<import("../../docs/assets/record/types.js").EventKind, string>} */
  const phrases = {
    answered: "Each answer that you check",
    revealed: "opened an answer",
    hinted: "or a hint",
    marked: "marked a question",
    unmarked: "removed the mark",
    reset: "started over",
    retried: "retried a question",
    lab: "whether you have completed a lab",
    setting: "Your review settings",
  };
  assert.deepEqual(Object.keys(phrases).sort(), Object.keys(EVENT_KINDS).sort());
  for (const phrase of Object.values(phrases)) assert.ok(list.replaceAll(/\s+/g, " ").includes(phrase), phrase);
});

const NOTHING = {
  tries: [],
  revealed: false,
  changed: false,
  hints: 0,
  marked: false,
  retries: 0,
  done: false,
  seed: 0,
};

test("an item never met is unseen", () => {
  assert.deepEqual(stateOf([]), { ...NOTHING, at: 0 });
});

test("tries come oldest first, whatever the order of the rows", () => {
  const rows = [entry({ eid: "b", at: 200, response: "precision", score: 1 }), entry()];
  assert.deepEqual(stateOf(rows).tries, [
    { response: "recall", score: 0, confidence: undefined },
    { response: "precision", score: 1, confidence: undefined },
  ]);
});

test("the same moment on two devices is ordered by eid", () => {
  const rows = [entry({ eid: "b", response: "second" }), entry({ eid: "a", response: "first" })];
  const replies = [stateOf(rows), stateOf(rows.toReversed())].map((state) =>
    state.tries.map((/** @type {any} */ each) => each.response),
  );
  assert.deepEqual(replies, [
    ["first", "second"],
    ["first", "second"],
  ]);
});

test("an answer that was shown stays shown until the item is started over", () => {
  const shown = [entry(), entry({ eid: "b", at: 200, kind: "revealed" })];
  assert.ok(stateOf(shown).revealed);
  assert.deepEqual(stateOf([...shown, entry({ eid: "c", at: 300, kind: "reset" })]), { ...NOTHING, seed: 1, at: 300 });
});

test("a retry opens a missed question again and keeps that it was missed, until the page is started over", () => {
  const retry = entry({ eid: "b", at: 200, kind: "retried" });
  assert.deepEqual(stateOf([entry(), retry]), { ...NOTHING, retries: 1, seed: 1, at: 200 });
  assert.equal(stateOf([entry({ kind: "revealed" }), retry]).retries, 1);
  assert.equal(stateOf([entry(), retry, entry({ eid: "c", at: 300, kind: "retried" })]).retries, 2);
  assert.equal(stateOf([entry({ score: 1 }), retry]).retries, 0, "it was right at once");
  assert.equal(stateOf([entry(), retry, entry({ eid: "c", at: 300, kind: "reset" })]).retries, 0);
});

test("answers to another revision count as changed, never as tries", () => {
  for (const rev of [1, 3]) {
    const state = stateOf([entry({ rev, score: 1 }), entry({ rev, eid: "b", at: 200, kind: "revealed" })], { spam: 2 });
    assert.deepEqual([state.tries, state.revealed, state.changed], [[], false, true]);
  }
});

test("an answer to the item as it now is outweighs the change", () => {
  const state = stateOf([entry(), entry({ eid: "b", rev: 2, at: 200 })], { spam: 2 });
  assert.equal(state.tries.length, 1);
});

test("items that are not on show, and kinds of later versions, change nothing", () => {
  const rows = [entry({ item: "other" }), entry({ kind: "hinted" }), entry({ eid: "b", kind: "marked" })];
  assert.deepEqual(stateOf(rows).tries, []);
  assert.equal(stateByItem(rows, { spam: 1 }).size, 1);
});

test("an item may be named like a part of every object", () => {
  assert.equal(stateByItem([entry({ item: "constructor" })], { constructor: 1 }).get("constructor")?.tries.length, 1);
});

test("the store stamps an entry, keeps it, and drops the item's draft", async () => {
  const store = await openStore();
  await store.saveDraft({ item: "spam", rev: 1, seed: 0, response: "0.", hints: 0, invalid: true });
  assert.equal((await raw("drafts")).length, 1);
  await store.append({ ...FACTS, kind: "answered", response: "recall", score: 0 });
  const [kept] = await raw("events");
  assert.ok(isValidEntry(kept));
  assert.match(kept.eid, /^[0-9a-f-]{36}$/);
  assert.deepEqual([store.drafts.size, (await raw("drafts")).length], [0, 0]);
  assert.ok(store.isSaved);
});

test("a second store reads what the first one wrote", async () => {
  const store = await openStore();
  await store.append({ ...FACTS, kind: "answered", response: "recall", score: 0 });
  await store.saveDraft({
    item: "ham",
    rev: 1,
    seed: 2,
    response: ["a"],
    confidence: "sure",
    hints: 1,
    invalid: false,
  });
  const second = await openStore();
  assert.deepEqual([...second.entries.values()], [...store.entries.values()]);
  assert.deepEqual(second.drafts.get("ham"), store.drafts.get("ham"));
});

test("another tab hears of an answer, and has read it by then", async () => {
  const store = await openStore();
  const second = await openStore();
  const heard = nextChange(second);
  await store.append({ ...FACTS, kind: "answered", response: "recall", score: 0 });
  await heard;
  assert.equal(second.entries.size, 1);
});

test("an answer given while another tab's is being read stays", async () => {
  const store = await openStore();
  const second = await openStore();
  let missing = 0;
  second.addEventListener("change", () => void (missing += second.entries.has("own") ? 0 : 1));
  second.entries.set("own", entry({ eid: "own", item: "ham" })); // as append does, before it is written
  for (let turn = 0; turn < 5; turn++) await store.append({ ...FACTS, kind: "revealed" });
  await becomes(() => second.entries.size, 6);
  assert.equal(missing, 0);
});

test("hints and marks are kept, and leave a begun answer alone", async () => {
  const store = await openStore();
  await store.saveDraft({ item: "spam", rev: 1, seed: 0, response: "0.", hints: 0, invalid: false });
  for (const kind of /** @type {const} */ (["hinted", "marked", "unmarked"])) await store.append({ ...FACTS, kind });
  assert.deepEqual([store.drafts.size, (await raw("drafts")).length, (await raw("events")).length], [1, 1, 3]);
});

test("hints are counted until the item is started over, marks stay until they are taken away", () => {
  const rows = [entry({ kind: "hinted" }), entry({ eid: "b", kind: "hinted" }), entry({ eid: "c", kind: "marked" })];
  assert.deepEqual([stateOf(rows).hints, stateOf(rows).marked], [2, true]);
  const over = stateOf([...rows, entry({ eid: "d", at: 200, kind: "reset" })]);
  assert.deepEqual([over.hints, over.marked], [0, true]);
  assert.equal(stateOf([...rows, entry({ eid: "d", at: 200, kind: "unmarked" })]).marked, false);
});

test("a mark holds for another revision too, a hint does not", () => {
  const state = stateOf([entry({ kind: "marked" }), entry({ eid: "b", kind: "hinted" })], { spam: 2 });
  assert.deepEqual([state.marked, state.hints, state.changed], [true, 0, false]);
});

test("the seed of an attempt is the number of resets before it", () => {
  const rows = [
    entry({ seed: 0 }),
    entry({ eid: "b", at: 200, kind: "reset", seed: 0 }),
    entry({ eid: "c", at: 300, kind: "reset", seed: 1 }),
  ];
  assert.equal(stateOf(rows).seed, 2);
  // who starts a page over need not know the seed
  assert.equal(stateOf([...rows, entry({ eid: "d", at: 400, kind: "reset", seed: 0 })]).seed, 3);
});

test("a try is shown in the order it was given in, whatever was started over elsewhere", () => {
  const rows = [
    entry({ kind: "reset" }),
    entry({ eid: "b", at: 200, kind: "reset" }),
    entry({ eid: "c", at: 300, seed: 1 }),
  ];
  assert.equal(stateOf(rows).seed, 1);
  assert.equal(stateOf([...rows, entry({ eid: "d", at: 400, kind: "revealed", seed: 5 })]).seed, 5);
});

test("a try keeps how sure the reader was", () => {
  assert.equal(stateOf([entry({ confidence: "guess" })]).tries[0].confidence, "guess");
});

test("a mark leaves a draft alone", () => {
  const marked = stateByItem([entry({ at: 100 }), entry({ eid: "m", kind: "marked", at: 200 })], { spam: 1 });
  assert.equal(marked.get("spam")?.at, 100);
});

test("a new answer never sorts before what is known, whatever the clock says", async () => {
  const store = await openStore();
  const ahead = Date.now() + 1e9;
  store.entries.set("x", entry({ eid: "x", at: ahead }));
  await store.append({ ...FACTS, kind: "answered", response: "precision", score: 1 });
  await store.append({ ...FACTS, kind: "reset" });
  assert.deepEqual(stateOf([...store.entries.values()]), { ...NOTHING, seed: 1, at: ahead + 2 });
});

test("rows that are not ours are left alone in the database and ignored", async () => {
  const store = await openStore();
  await raw("events", { eid: "evil", kind: "answered", item: "spam", response: "<img src=x onerror=alert(1)>" });
  await raw("drafts", { item: "ham", response: { toString: 1 } });
  await store.append({ ...FACTS, kind: "revealed" });
  const second = await openStore();
  assert.deepEqual([second.entries.size, second.drafts.size, second.isSaved], [1, 0, true]);
  assert.equal((await raw("events")).length, 2);
});

test("without randomUUID an eid is still random", async () => {
  const store = await openStore();
  const real = crypto.randomUUID;
  Object.defineProperty(crypto, "randomUUID", { configurable: true, value: undefined });
  await store.append({ ...FACTS, kind: "revealed" });
  await store.append({ ...FACTS, kind: "reset" });
  Object.defineProperty(crypto, "randomUUID", { configurable: true, value: real });
  const ids = [...store.entries.keys()];
  assert.equal(new Set(ids).size, 2);
  for (const id of ids) assert.match(id, /^[0-9a-f]{32}$/);
});
