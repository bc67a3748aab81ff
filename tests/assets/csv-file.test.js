import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { longFormatCsvText } from "../../docs/assets/calculator/result/saved-files.js";
import {
  CsvFile,
  ascendingClassScoresAfterSentinel,
  countLineEndsOrOne,
} from "../../docs/assets/calculator/csv/csv-file.js";
import { readRowsIfAllPlain } from "../../docs/assets/calculator/csv/plain-rows.js";

test("lines of a file are counted whatever ends them", () => {
  const count = (/** @type {string} */ text) => countLineEndsOrOne(new TextEncoder().encode(text));
  assert.deepEqual(["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a", ""].map(count), [2, 2, 2, 1, 1]);
});

/** @type {[string, number][]} */
const LABELS = [
  ["0", 0],
  ["1", 1],
  ["1.0", 1],
  ["no", 0],
  ["yes", 1],
];

describe("plain rows", () => {
  const head = {
    places: [1, 2],
    width: 3,
    separator: ",",
    scores: true,
    divisor: 1,
    decimalCommas: false,
    labels: LABELS,
  };
  const read = (/** @type {string} */ text, /** @type {any} */ more = {}) => {
    const rows = readRowsIfAllPlain(new TextEncoder().encode(text), { ...head, ...more });
    return rows && [[...rows.actual], [...rows.predicted]];
  };

  test("are read from bytes", () => {
    assert.deepEqual(read("a,0,0.25\nb,1,0.75\n"), [
      [0, 1],
      [0.25, 0.75],
    ]);
    assert.deepEqual(read("é n,1.0,.5\r\nb, 0,1\r\n"), [
      [1, 0],
      [0.5, 1],
    ]);
    assert.deepEqual(read("0,25;x;1\n", { separator: ";", places: [2, 0], decimalCommas: true }), [[1], [0.25]]);
    assert.deepEqual(read("-1.5\t20000000\n", { separator: "\t", places: [0, 1], width: 2, scores: false }), [
      [-1.5],
      [2e7],
    ]);
  });

  test("have the words of the two labels", () => {
    assert.deepEqual(read("a,no,0.25\nb,Yes ,0.75\n"), [
      [0, 1],
      [0.25, 0.75],
    ]);
    const labels = [
      ["2", 1],
      ["1", 0],
    ];
    assert.deepEqual(read("a,1,0.25\nb,2,0.75\n", { labels })?.[0], [0, 1]);
    assert.equal(read("a,0,0.25\nb,2,0.75\n", { labels }), undefined);
  });

  test("may hold percentages", () => {
    const percentages = { divisor: 100 };
    assert.deepEqual(read("a,0,7\nb,1,95\nc,1,69.9\n", percentages)?.[1], [0.07, 0.95, 0.699]);
    assert.equal(read("a,0,7\nb,1,101\n", percentages), undefined);
    assert.equal(read("a,0,0.07\nb,1,95%\n"), undefined); // Python reads the sign
  });

  test("have no commas whose meaning is not known", () =>
    assert.equal(read("1,234\t20\n", { separator: "\t", places: [0, 1], width: 2, scores: false }), undefined));

  test("are the nearest floats", () => {
    for (const text of ["0.1", "0.999999999999999", "0.123456789012345", "0.000001", "123456789.012345"])
      assert.equal(read(`a,1,${text}\n`, { scores: false })?.[1]?.[0], Number(text));
  });

  test("hold no minus before a zero", () => assert.ok(Object.is(read("a,0,-0.0\n")?.[1]?.[0], 0)));

  for (const row of [
    "a,0",
    "a,0,0.2,4",
    "a,2,0.5",
    "a,0.5,0.5",
    "a,1,1.1",
    "a,1,-0.1",
    "a,1,nan",
    "a,1,",
    "a,1,1e-1",
    "a,1,0.1.2",
    "a,1,0,5",
    '"a",1,0.5',
    "a,1,0.5 ",
    "a,1,0.1234567890123456",
    "a,1,1_0",
    "",
    "a,1,-",
    "a,1,.",
    "a,true,0.5",
  ])
    test(`are not these: ${row}`, () => assert.equal(read(`a,0,0.25\n${row}\nb,1,0.75\n`), undefined));
});

const HEADER = {
  places: [0, 1],
  width: 2,
  separator: ",",
  scores: true,
  divisor: 1,
  decimalCommas: false,
  labels: LABELS,
};

describe("a file", () => {
  /** What Python is given, piece by piece: texts, or scores as numbers. @param {string} text @param {number} size of a piece */
  function given(text, size) {
    /** @type {any[]} */
    const pieces = [];
    let isHeaderRead = false;
    /** @type {any} */
    let scores;
    const functions = {
      start_file: () => {},
      add_text: (/** @type {string} */ piece) => ((isHeaderRead = true), pieces.push(piece), "on"),
      add_rows: () => (pieces.push([...new Float64Array(scores.buffer)]), "on"),
      header: () => JSON.stringify(isHeaderRead ? HEADER : null),
      end_file: () => "{}",
      write_scores: () => false,
    };
    const FS = {
      writeFile: (/** @type {string} */ path, /** @type {any} */ bytes) => path === "/predicted" && (scores = bytes),
    };
    const python = /** @type {any} */ ({ FS, pyimport: () => functions });
    const file = new CsvFile(python, new TextEncoder().encode(text), {}, size);
    while (!file.isRead) file.parseNextPiece();
    file.finishAndSummarize("own1");
    return pieces;
  }

  const head = "y_true,y_score\n" + "0,0.25\n".repeat(583); // just below the first piece

  test("is given in pieces of whole lines, plain ones as numbers", () => {
    const [first, ...others] = given(`${head}0,0.5\n1,0.75\n1,x\n0,0.125\n1,1`, 15);
    assert.equal(first, head);
    assert.deepEqual(others, [[0.5, 0.75], "1,x\n0,0.125\n", "1,1", ""]);
  });

  test("goes on in Python until a line ends that is longer than a piece", () => {
    const [first, ...others] = given(`${head}0,0.5\n${"0".repeat(20)}1,0.75\n1,0.125\n0,0.5\n`, 16);
    assert.equal(first, head);
    assert.equal(others.filter((piece) => typeof piece === "string").join(""), `${"0".repeat(20)}1,0.75\n`);
    assert.deepEqual(others.filter((piece) => typeof piece !== "string").flat(), [0.5, 0.125, 0.5]);
  });

  test("may begin with the mark that ours begin with", () => {
    assert.equal(
      given(longFormatCsvText({ table: [["y_true", "y_score"]], tables: {} }), 1000).join(""),
      "table,row,column,value\r\n",
    );
  });

  test("of one line that never ends is given all the same", () => {
    assert.equal(given("x".repeat(9000), 1000).join("").length, 9000);
  });

  test("without a byte has no piece, and ends", () => assert.deepEqual(given("", 1000), [""]));
});

/** @param {number[]} labels @param {number[]} scores */
function sorted(labels, scores) {
  const { positives, negatives } = ascendingClassScoresAfterSentinel(new Int8Array(labels), new Float64Array(scores));
  return [[...positives], [...negatives]];
}

test("the scores of each class are sorted by value, below all of them -Infinity", () => {
  const [positives, negatives] = sorted([1, 0, 1, 0, 1], [0.9, 0.5, 0.1, 0, 0.1]);
  assert.deepEqual(positives, [-Infinity, 0.1, 0.1, 0.9]);
  assert.deepEqual(negatives, [-Infinity, 0, 0.5]);
});

test("a class without rows has only -Infinity", () => {
  assert.deepEqual(sorted([1, 1], [0.5, 0.25]), [[-Infinity, 0.25, 0.5], [-Infinity]]);
  assert.deepEqual(sorted([0], [1]), [[-Infinity], [-Infinity, 1]]);
});
