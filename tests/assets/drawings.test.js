import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Window } from "happy-dom";

const window = new Window();
Object.assign(globalThis, { document: window.document });

const { createNode, updateChildren } = await import("../../docs/assets/dom/trees.js");
const { bodyRowTrees, parseStrongMarkup } = await import("../../docs/assets/calculator/result/rows.js");

/** What stands in a node, as a tree. @param {any} node @returns {any} */
const standing = (node) => node.data ?? [node.localName, attributes(node), [...node.childNodes].map(standing)];

/** @param {any} node */
const attributes = (node) =>
  Object.fromEntries(node.getAttributeNames().map((/** @type {string} */ name) => [name, node.getAttribute(name)]));

/** @param {any} tree @returns {any} */
const built = (tree) => createNode(tree, "p");

/** @param {any} tree @returns {any} */
const onPage = (tree) => createNode(tree, "p", "div");

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
      assert.throws(
        () => updateChildren(built(["svg", {}, [["rect", {}, []]]]), [/** @type {any} */ (tree)]),
        TypeError,
      ));
  }
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
      updateChildren(place, /** @type {any} */ (wished), "p");
      assert.deepEqual(standing(place), ["g", {}, wished]);
    });

  test("stays untouched where nothing changed", () => {
    const place = built(["g", {}, old]);
    const watch = new window.MutationObserver(() => {});
    watch.observe(place, { attributes: true, characterData: true, childList: true, subtree: true });
    updateChildren(place, /** @type {any} */ (old), "p");
    assert.deepEqual(watch.takeRecords(), []);
    updateChildren(place, /** @type {any} */ ([["text", { x: "1", y: "3" }, ["a"]], ...old.slice(1)]), "p");
    assert.equal(watch.takeRecords().length, 1);
  });

  test("may be missing", () => updateChildren(null, ["a"]));
});

describe("a text", () => {
  test("is strong between the marks and plain elsewhere, as the page is written", () => {
    assert.deepEqual(parseStrongMarkup("a **b** <i>c"), ["a ", ["strong", {}, ["b"]], " <i>c"]);
    assert.deepEqual(parseStrongMarkup("**b** is"), [["strong", {}, ["b"]], " is"]);
  });

  test("is changed in the nodes that stand", () => {
    const place = onPage(["p", {}, parseStrongMarkup("Recall is **0.8** here")]);
    const [before, number] = place.childNodes;
    updateChildren(place, parseStrongMarkup("Recall is **0.9** there"));
    assert.deepEqual(standing(place), ["p", {}, parseStrongMarkup("Recall is **0.9** there")]);
    assert.deepEqual([place.childNodes[0] === before, place.childNodes[1] === number], [true, true]);
  });
});

describe("rows", () => {
  const rows = /** @type {any[]} */ ([
    ["Head", "Value"],
    ["One", "1"],
    { cells: ["Two", { lines: ["a", "**b**"], span: 2 }], mark: "goal" },
    ["Three", { figure: ["svg", {}, []] }],
  ]);
  const [one, two, three] = /** @type {any[]} */ (bodyRowTrees(rows));

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
    assert.throws(() => bodyRowTrees([[], ["One", { figure: /** @type {any} */ (["p", {}, []]) }]]), TypeError));

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
      const rowsWith = (/** @type {any} */ value) => bodyRowTrees([[], ["Head", value]]);
      const body = onPage(["p", {}, rowsWith(old)]);
      const [, place] = body.children[0].children;
      updateChildren(body, rowsWith(cell), "p");
      assert.deepEqual(
        [[...body.children].map(standing), body.children[0].children[1] === place],
        [rowsWith(cell), true],
      );
    });
});
