import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import "./page-parts.js";

const { build, fill, redraw } = await import("../../docs/assets/calculator/trees.js");
const { body, oneCell, strong } = await import("../../docs/assets/calculator/cells.js");

/** What stands in a node, as a tree. @param {any} node @returns {any} */
const standing = (node) => node.data ?? [node.localName, node.attributes, node.children.map(standing)];

/** @param {any} tree @returns {any} */
const built = (tree) => build(tree, "p");

/** @param {any} tree @returns {any} */
const onPage = (tree) => build(tree, "p", "div");

describe("a drawing", () => {
  test("is built with prefixed ids", () => {
    const made = built([
      "svg",
      {},
      [
        ["pattern", { id: "h" }, []],
        ["rect", { fill: "url(#h)" }, []],
        ["text", {}, ["a"]],
      ],
    ]);
    assert.deepEqual(standing(made), [
      "svg",
      {},
      [
        ["pattern", { id: "p-h" }, []],
        ["rect", { fill: "url(#p-h)" }, []],
        ["text", {}, ["a"]],
      ],
    ]);
  });

  for (const tree of [
    ["script", {}, []],
    ["rect", { onclick: "x" }, []],
    ["rect", { style: "x" }, []],
    ["a", { href: "x" }, []],
    ["td", {}, []],
    ["p", {}, []],
    ["rect", { colspan: "2" }, []],
  ]) {
    test(`may not hold ${JSON.stringify(tree)}`, () => assert.throws(() => built(tree), TypeError));
    test(`in a cell may not hold ${JSON.stringify(tree)}`, () =>
      assert.throws(() => onPage(["td", {}, [["svg", {}, [tree]]]]), TypeError));
    test(`may not come to hold ${JSON.stringify(tree)}`, () =>
      assert.throws(() => fill(built(["svg", {}, [["rect", {}, []]]]), [/** @type {any} */ (tree)]), TypeError));
  }
});

describe("a drawing", () => {
  const tree = [
    "svg",
    { class: "a" },
    [
      ["rect", { x: "1", fill: "url(#h)" }, []],
      ["text", { x: "2" }, ["one"]],
    ],
  ];
  /** @type {any} */
  let drawing;
  beforeEach(() => (drawing = built(tree)));

  test("is changed in one attribute", () => {
    const [rect, text] = drawing.children;
    const before = [drawing.touched, rect.touched, text.touched];
    assert.ok(redraw(drawing, [2, 0, 1, "fill"], "url(#g)", "p"));
    assert.equal(rect.attributes.fill, "url(#p-g)");
    assert.deepEqual([drawing.touched, rect.touched, text.touched], [before[0], before[1] + 1, before[2]]);
  });

  test("is changed in one text, which stays the same node, and in one part", () => {
    const [text] = drawing.children[1].children;
    assert.ok(redraw(drawing, [2, 1, 2, 0], "two", "p"));
    assert.deepEqual([text.data, drawing.children[1].children[0] === text], ["two", true]);
    assert.ok(redraw(drawing, [2, 0], ["circle", { r: "3" }, []], "p"));
    assert.equal(drawing.children[0].localName, "circle");
  });

  test("is changed in all that is in one part", () => {
    const [rect, text] = drawing.children;
    assert.ok(redraw(drawing, [2, 0, 2], [["title", {}, []], "one"], "p"));
    assert.deepEqual(rect.children.map(standing), [["title", {}, []], "one"]);
    assert.deepEqual(drawing.children, [rect, text]);
  });

  for (const path of [[1], [0], [2, 0, 1], [2, 0, 0]])
    test(`is written whole where its shape changed: ${path}`, () =>
      assert.equal(redraw(drawing, path, [], "p"), false));
});

describe("what stands", () => {
  const old = [["text", { x: "1", y: "2" }, ["a"]], "b", ["g", {}, [["rect", { x: "1" }, []]]]];
  for (const [what, wished] of Object.entries({
    "the same": old,
    "other attributes": [["text", { x: "3", class: "strong" }, ["c"]], "b", ["g", {}, []]],
    fewer: [["text", { y: "2" }, []]],
    "more, and none of its kind": [
      "a",
      ["g", {}, ["b"]],
      [
        "g",
        {},
        [
          ["line", { x1: "1" }, []],
          ["rect", {}, []],
        ],
      ],
      "d",
    ],
    "words that begin as its tag": ["a", "b", "g"],
    nothing: [],
  }))
    test(`becomes what is wished: ${what}`, () => {
      const place = built(["g", {}, old]);
      fill(place, /** @type {any} */ (wished), "p");
      assert.deepEqual(standing(place), ["g", {}, wished]);
    });

  test("stays untouched where nothing changed", () => {
    const place = built(["g", {}, old]);
    const [text, , group] = place.children;
    const before = [text.touched, group.children[0].touched];
    fill(place, /** @type {any} */ (old), "p");
    assert.deepEqual([place.children[0] === text, text.touched, group.children[0].touched], [true, ...before]);
  });

  test("may be missing", () => fill(null, ["a"]));
});

describe("a text", () => {
  test("is strong between the marks and plain elsewhere, as the page is written", () => {
    assert.deepEqual(strong("a **b** <i>c"), ["a ", ["strong", {}, ["b"]], " <i>c"]);
    assert.deepEqual(strong("**b** is"), [["strong", {}, ["b"]], " is"]);
  });

  test("is changed in the nodes that stand", () => {
    const place = onPage(["p", {}, strong("Recall is **0.8** here")]);
    const [before, number] = place.children;
    fill(place, strong("Recall is **0.9** there"));
    assert.deepEqual(standing(place), ["p", {}, strong("Recall is **0.9** there")]);
    assert.deepEqual([place.children[0] === before, place.children[1] === number], [true, true]);
  });
});

describe("rows", () => {
  const rows = [
    ["Head", "Value"],
    ["One", "1"],
    { cells: ["Two", { lines: ["a", "**b**"], span: 2 }], mark: "goal" },
    ["Three", { figure: ["svg", {}, []] }],
  ];
  const [one, two, three] = /** @type {any[]} */ (body(rows));

  test("leave out the heads, and start with the head of the row", () =>
    assert.deepEqual(one, [
      "tr",
      {},
      [
        ["th", { scope: "row" }, ["One"]],
        ["td", {}, ["1"]],
      ],
    ]));

  test("hold a drawing where one is promised", () =>
    assert.throws(() => oneCell({ figure: ["p", {}, []] }, 1), TypeError));

  test("hold lines, spans, marks and drawings", () => {
    const lines = [
      ["span", {}, ["a"]],
      ["span", {}, [["strong", {}, ["b"]]]],
    ];
    assert.deepEqual(two, [
      "tr",
      { class: "goal" },
      [
        ["th", { scope: "row" }, ["Two"]],
        ["td", { colspan: "2" }, lines],
      ],
    ]);
    assert.deepEqual(three[2][1], ["td", {}, [["svg", {}, []]]]);
  });

  for (const [old, cell] of [
    ["1", "2"],
    ["1", "**2**"],
    ["**1**", "2"],
    ["1", { lines: ["a", "b"], span: 2 }],
    [{ figure: ["svg", { x: "1" }, []] }, "2"],
    ["1", { figure: ["svg", {}, []] }],
  ])
    test(`change from ${JSON.stringify(old)} to ${JSON.stringify(cell)} in the cell that stands`, () => {
      const row = onPage(["tr", {}, [oneCell(old, 1)]]);
      const [place] = row.children;
      fill(row, [oneCell(cell, 1)], "p");
      assert.deepEqual([standing(place), row.children[0] === place], [oneCell(cell, 1), true]);
    });
});
