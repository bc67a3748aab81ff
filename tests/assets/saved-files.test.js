import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { longFormatCsvText, jsonText } from "../../docs/assets/calculator/result/saved-files.js";

describe("a file of what is shown", () => {
  const shown = /** @type {any} */ ({
    says: { result: "It is **2**, or more." },
    table: [
      ["Metric", "Formula", "Bar", "Value"],
      ["One", { lines: ["a / b", "1 / 2"] }, { figure: ["svg", {}, []] }, "1,103"],
      { cells: ["Two", { lines: ["c", "**undefined**"], span: 3 }], mark: "goal" },
    ],
    tables: {
      figure: [
        ["", "Rows"],
        ['Flag"ged', "7"],
      ],
      none: [],
    },
  });

  test("has a line for each number", () => {
    assert.deepEqual(longFormatCsvText(shown).split("\r\n"), [
      "\ufefftable,row,column,value",
      "result,One,Formula,a / b; 1 / 2",
      'result,One,Value,"1,103"',
      "result,Two,Formula,c; undefined",
      'figure,"Flag""ged",Rows,7',
      "",
    ]);
  });

  test("writes numbers below 0 as spreadsheets read them, and leaves words alone", () => {
    const rows = [
      ["Figure", "Value"],
      ["Miss", "\u22121,103.5"],
      ["Formula", "\u22121 + x"],
    ];
    assert.deepEqual(longFormatCsvText({ table: rows, tables: {} }).split("\r\n").slice(1, 3), [
      'result,Miss,Value,"-1,103.5"',
      "result,Formula,Value,\u22121 + x",
    ]);
  });

  test("has no text that a spreadsheet would run as a formula", () => {
    const rows = [
      ["Name", "Value"],
      ["=HYPERLINK(1)", "@cmd"],
      ["+1+1", "-2"],
      ["-x,y", "+0.5"],
    ];
    assert.deepEqual(longFormatCsvText({ table: rows, tables: {} }).split("\r\n").slice(1, 4), [
      "result,'=HYPERLINK(1),Value,'@cmd",
      "result,'+1+1,Value,-2",
      `result,"'-x,y",Value,+0.5`,
    ]);
  });

  test("holds fields, sentences and tables as JSON", () => {
    const read = JSON.parse(jsonText("matrix", { tp: "8" }, shown));
    assert.deepEqual(
      [read.format, read.calculator, read.fields, read.says],
      [1, "matrix", { tp: "8" }, { result: "It is 2, or more." }],
    );
    assert.deepEqual(read.tables.figure, [
      ["", "Rows"],
      ['Flag"ged', "7"],
    ]);
  });
});
