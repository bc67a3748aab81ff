/** What the page of stored answers counts, and what it takes for a confirmation. */
import assert from "node:assert/strict";
import test from "node:test";

import { countRowsByPage, exportFileName, isEraseConfirmed, countTotals } from "../../docs/assets/study/row-counts.js";

const PAGES = [
  { title: "Four counts", url: "../metrics/confusion-matrix/", objectives: ["read-counts"] },
  { title: "A share of what?", url: "../metrics/precision-and-recall/", objectives: ["precision", "recall"] },
];

/** @param {object} change @returns {any} */
const entry = (change) => ({ kind: "answered", item: "spam", objective: "precision", at: 1, ...change });
/** @param {string} item @returns {any} */
const draft = (item) => ({ item });

test("rows are counted by the page that teaches what was asked, and by kind", () => {
  const rows = [
    entry({}),
    entry({ objective: "recall" }),
    entry({ kind: "revealed" }),
    entry({ kind: "hinted" }),
    entry({ kind: "reset" }),
  ];
  assert.deepEqual(countRowsByPage(rows, [draft("spam")], PAGES), [
    { title: "A share of what?", url: PAGES[1]?.url, kinds: [2, 1, 2, 1] },
  ]);
});

test("what no page teaches any more comes last, and so does what was only begun", () => {
  const rows = [entry({ objective: "gone" }), entry({ item: "ham", objective: "read-counts" })];
  const counts = countRowsByPage(rows, [draft("never answered")], PAGES);
  assert.deepEqual(
    counts.map(({ title, kinds }) => [title, kinds]),
    [
      ["Four counts", [1, 0, 0, 0]],
      ["Other pages", [1, 0, 0, 1]],
    ],
  );
});

test("an objective named like a part of every object is on no page", () => {
  for (const objective of ["__proto__", "constructor", "toString"])
    assert.equal(countRowsByPage([entry({ objective })], [], PAGES)[0]?.title, "Other pages");
});

test("the last answer is an answer, not what was done after it", () => {
  assert.deepEqual(countTotals([entry({ at: 5 }), entry({ at: 9, kind: "reset" })], [draft("a")]), {
    rows: 3,
    last: 5,
  });
  assert.deepEqual(countTotals([], []), { rows: 0, last: 0 });
});

test("the file is named after the day", () => {
  assert.equal(exportFileName(new Date(2026, 0, 5, 23, 59)), "model-answers-2026-01-05.json");
});

test("only the word itself confirms", () => {
  assert.deepEqual(["erase", " Erase ", "ERASE"].map(isEraseConfirmed), [true, true, true]);
  assert.deepEqual(["", "eras", "erase it", "yes"].map(isEraseConfirmed), [false, false, false, false]);
});
