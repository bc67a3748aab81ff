/** What the page of stored answers counts, and what it takes for a confirmation. */
import assert from "node:assert/strict";
import test from "node:test";

import { lastExportAndAnswerCounts } from "../../docs/assets/record/last-export.js";
import {
  rowKindCountsByPage,
  lastAnswerTime,
  describeLastExport,
  describeAnswersAndOtherRows,
  exportFileName,
  isEraseConfirmed,
} from "../../docs/assets/study/row-counts.js";

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
  assert.deepEqual(rowKindCountsByPage(rows, [draft("spam")], PAGES), [
    { title: "A share of what?", url: PAGES[1]?.url, kinds: [2, 1, 2, 1] },
  ]);
});

test("what no page teaches any more comes last, and so does what was only begun", () => {
  const rows = [entry({ objective: "gone" }), entry({ item: "ham", objective: "read-counts" })];
  const counts = rowKindCountsByPage(rows, [draft("never answered")], PAGES);
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
    assert.equal(rowKindCountsByPage([entry({ objective })], [], PAGES)[0]?.title, "Other pages");
});

test("the last answer is an answer, not what was done after it", () => {
  assert.equal(lastAnswerTime([entry({ at: 5 }), entry({ at: 9, kind: "reset" })]), 5);
  assert.equal(lastAnswerTime([]), undefined);
});

/** @param {number} count @param {number} at */
const answers = (count, at) => Array.from({ length: count }, () => entry({ at }));
/** @param {string} response @param {number} at */
const exported = (response, at) => entry({ kind: "setting", item: "last-export", objective: "", response, at });
const NOON = new Date(2026, 10, 30, 12).getTime();

test("the last export is told with its answers, and how many came after it", () => {
  assert.equal(describeLastExport(answers(3, 1)), "Last export: never.");
  const log = [...answers(120, 1), exported("120", NOON)];
  const [start, end] = [
    "Last export: November 30, 2026, with 120 answers; ",
    ". This site cannot see whether you still have the file.",
  ];
  assert.equal(describeLastExport(log), `${start}no answers since then${end}`);
  assert.equal(describeLastExport([...log, ...answers(25, NOON + 1)]), `${start}25 answers since then${end}`);
  const shownOnly = [entry({ kind: "revealed" }), exported("0", NOON)];
  assert.equal(describeLastExport(shownOnly), `Last export: November 30, 2026; no answers since then${end}`);
});

test("answers that were imported after the export count as new, whenever they were given", () => {
  const log = [...answers(40, 1), ...answers(120, 1), exported("120", 2)];
  assert.deepEqual(lastExportAndAnswerCounts(log), { at: 2, answers: 120, since: 40 });
});

test("an export with a number that is none counts as an export without answers", () => {
  assert.deepEqual(lastExportAndAnswerCounts([...answers(2, 1), exported("<b>", 2)]), { at: 2, answers: 0, since: 2 });
});

test("other settings and items named like it are no export", () => {
  const log = [entry({ item: "last-export" }), entry({ kind: "setting", item: "away", response: "" })];
  assert.deepEqual(lastExportAndAnswerCounts(log), { at: 0, answers: 0, since: 1 });
});

test("rows are described as answers and others", () => {
  const hint = entry({ kind: "hinted" });
  assert.deepEqual(
    [
      describeAnswersAndOtherRows(answers(1200, 1), []),
      describeAnswersAndOtherRows([entry({}), hint], []),
      describeAnswersAndOtherRows([hint], [draft("a")]),
      describeAnswersAndOtherRows([], []),
    ],
    ["1,200 answers", "1 answer and 1 other row", "2 rows", "0 answers"],
  );
});

test("the file is named after the day", () => {
  assert.equal(exportFileName(new Date(2026, 0, 5, 23, 59)), "model-answers-2026-01-05.json");
});

test("only the word itself confirms", () => {
  assert.deepEqual(["erase", " Erase ", "ERASE"].map(isEraseConfirmed), [true, true, true]);
  assert.deepEqual(["", "eras", "erase it", "yes"].map(isEraseConfirmed), [false, false, false, false]);
});
