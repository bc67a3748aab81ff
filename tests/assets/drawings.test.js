import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import "./page-parts.js";

const { build, redraw } = await import("../../docs/assets/calculator/figure.js");
const { body, rewrite, strong } = await import("../../docs/assets/calculator/cells.js");

describe("a drawing", () => {
  test("is built with prefixed ids", () => {
    const made = /** @type {any} */ (build(["svg", {}, [["pattern", { id: "h" }, []], ["rect", { fill: "url(#h)" }, []], ["text", {}, ["a"]]]], "p"));
    assert.deepEqual(made.children[0].attributes, { id: "p-h" });
    assert.deepEqual(made.children[1].attributes, { fill: "url(#p-h)" });
    assert.equal(made.children[2].children[0].data, "a");
  });

  for (const tree of [["script", {}, []], ["rect", { onclick: "x" }, []], ["rect", { style: "x" }, []], ["a", { href: "x" }, []]])
    test(`may not hold ${JSON.stringify(tree)}`, () => assert.throws(() => build(/** @type {any} */ (tree), "p"), TypeError));
});

describe("a drawing", () => {
  const tree = ["svg", { class: "a" }, [["rect", { x: "1", fill: "url(#h)" }, []], ["text", { x: "2" }, ["one"]]]];
  /** @type {any} */
  let drawing;
  beforeEach(() => (drawing = build(tree, "p")));

  test("is changed in one attribute", () => {
    const [rect, text] = drawing.children;
    const before = [drawing.touched, rect.touched, text.touched];
    assert.ok(redraw(drawing, [2, 0, 1, "fill"], "url(#g)", "p"));
    assert.equal(rect.attributes.fill, "url(#p-g)");
    assert.deepEqual([drawing.touched, rect.touched, text.touched], [before[0], before[1] + 1, before[2]]);
  });

  test("is changed in one text, and in one part", () => {
    assert.ok(redraw(drawing, [2, 1, 2, 0], "two", "p"));
    assert.equal(drawing.children[1].children[0].instead, "two");
    assert.ok(redraw(drawing, [2, 0], ["circle", { r: "3" }, []], "p"));
    assert.equal(drawing.children[0].instead.tag, "circle");
  });

  test("is changed in all that is in one part", () => {
    const [rect, text] = drawing.children;
    assert.ok(redraw(drawing, [2, 0, 2], [["title", {}, []], "one"], "p"));
    assert.deepEqual([rect.children[0].tag, rect.children[1].data], ["title", "one"]);
    assert.deepEqual(drawing.children, [rect, text]);
  });

  for (const path of [[1], [0], [2, 0, 1], [2, 0, 0]])
    test(`is drawn anew where its shape changed: ${path}`, () => assert.equal(redraw(drawing, path, [], "p"), false));
});

describe("a text", () => {
  test("is strong between the marks and plain elsewhere", () => {
    const [before, bold, after] = /** @type {any[]} */ (strong("a **b** <i>c"));
    assert.deepEqual([before, bold.tag, bold.children, after], ["a ", "strong", ["b"], " <i>c"]);
  });
});

describe("rows", () => {
  const rows = [["Head", "Value"], ["One", "1"], { cells: ["Two", { lines: ["a", "**b**"], span: 2 }], mark: "goal" }, ["Three", { figure: ["svg", {}, []] }]];
  const [one, two, three] = body(rows, "p");

  test("leave out the heads, and start with the head of the row", () => {
    assert.deepEqual([one.children[0].tag, one.children[0].scope, one.children[1].tag], ["th", "row", "td"]);
    assert.equal(one.children[1].colSpan, undefined);
  });

  test("hold lines, spans, marks and drawings", () => {
    assert.equal(two.className, "goal");
    assert.equal(two.children[1].colSpan, 2);
    assert.deepEqual(two.children[1].children.map((/** @type {any} */ line) => line.tag), ["span", "span"]);
    assert.equal(three.children[1].children[0].tag, "svg");
  });
});

describe("a cell", () => {
  const [one, , three] = body([["Head", "Value"], ["One", "1", { lines: ["a", "b"], span: 2 }], ["Two", "2"], ["Three", { figure: ["svg", { x: "1" }, []] }, "**3**"]], "p");
  const [, plain, lines] = one.children;

  test("of plain text, of lines and of a drawing is changed in place", () => {
    rewrite(plain, "2", 1, [], "2", "p");
    assert.deepEqual([plain.instead, plain.children[0].data], [undefined, "2"]);
    rewrite(lines, { lines: ["a", "c"], span: 2 }, 2, ["lines", 1], "c", "p");
    assert.deepEqual([lines.instead, lines.children[1].children[0].data ?? lines.children[1].children[0]], [undefined, "c"]);
    rewrite(three.children[1], { figure: ["svg", { x: "2" }, []] }, 1, ["figure", 1, "x"], "2", "p");
    assert.deepEqual([three.children[1].instead, three.children[1].children[0].attributes.x], [undefined, "2"]);
  });

  for (const [what, old, cell] of [["strong text", "1", "**2**"], ["text after strong text", "**1**", "2"], ["text after a drawing", { figure: ["svg", {}, []] }, "2"], ["a drawing after text", "1", { figure: ["svg", {}, []] }]])
    test(`is written anew for ${what}`, () => {
      const [row] = body([[], ["One", old]], "p");
      rewrite(row.children[1], cell, 1, [], cell, "p");
      assert.equal(row.children[1].instead.tag, "td");
    });
});
