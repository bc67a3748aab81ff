import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

/** As much of a page as these modules touch. */
class Node {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {any[]} */
    this.children = [];
    this.className = "";
  }
  /** @param {any[]} children */
  append(...children) {
    this.children.push(...children);
  }
  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes[name] = value;
    this.touched++;
  }
  touched = 0;
  get childNodes() {
    return this.children.map((child) => (typeof child === "string" ? this.#text(this.children.indexOf(child)) : child));
  }
  /** @param {number} i */
  #text(i) {
    const { children } = this;
    return { set data(/** @type {string} */ text) { children[i] = text; } };
  }
  /** @param {any} other */
  replaceWith(other) {
    this.instead = other;
  }
  /** @type {any} */
  instead;
}
const page = /** @type {any} */ (globalThis);
page.document = {
  createElement: (/** @type {string} */ tag) => new Node(tag),
  createElementNS: (/** @type {string} */ _space, /** @type {string} */ tag) => new Node(tag),
};
/** @type {string[]} */
let addresses = [];
page.history = { state: null, replaceState: (/** @type {any} */ _state, /** @type {string} */ _title, /** @type {string} */ to) => addresses.push(to) };

const { build, redraw, whole } = await import("../../docs/assets/calculator/figure.js");
const { body, strong } = await import("../../docs/assets/calculator/cells.js");
const { csv, json } = await import("../../docs/assets/calculator/download.js");
const { linesOf } = await import("../../docs/assets/calculator/desk.js");
const { link, read, write } = await import("../../docs/assets/calculator/state.js");
const { Goals } = await import("../../docs/assets/calculator/goals.js");

/** @param {string} hash */
function at(hash) {
  page.location = { href: `https://example.org/docs/page/${hash}`, hash };
}

describe("a drawing", () => {
  test("is built with prefixed ids", () => {
    const made = /** @type {any} */ (build(["svg", {}, [["pattern", { id: "h" }, []], ["rect", { fill: "url(#h)" }, []], ["text", {}, ["a"]]]], "p"));
    assert.deepEqual(made.children[0].attributes, { id: "p-h" });
    assert.deepEqual(made.children[1].attributes, { fill: "url(#p-h)" });
    assert.deepEqual(made.children[2].children, ["a"]);
  });

  for (const tree of [["script", {}, []], ["rect", { onclick: "x" }, []], ["rect", { style: "x" }, []], ["a", { href: "x" }, []]])
    test(`may not hold ${JSON.stringify(tree)}`, () => assert.throws(() => build(/** @type {any} */ (tree), "p"), TypeError));
});

describe("a drawing drawn again", () => {
  const old = ["svg", { class: "a" }, [["rect", { x: "1", fill: "url(#h)" }, []], ["text", { x: "2" }, ["one"]]]];

  test("is touched only where it differs", () => {
    const made = /** @type {any} */ (build(old, "p"));
    const [rect, text] = made.children;
    const before = [made.touched, rect.touched, text.touched];
    assert.equal(redraw(made, old, ["svg", { class: "a" }, [["rect", { x: "3", fill: "url(#h)" }, []], ["text", { x: "2" }, ["two"]]]], "p"), made);
    assert.deepEqual([made.touched, rect.touched, text.touched], [before[0], before[1] + 1, before[2]]);
    assert.deepEqual(rect.attributes, { x: "3", fill: "url(#p-h)" });
    assert.deepEqual(text.children, ["two"]);
  });

  for (const [name, part] of Object.entries({ "more children": ["rect", { x: "1", fill: "a" }, ["b"]], "another tag": ["circle", { x: "1", fill: "a" }, []], "another attribute": ["rect", { x: "1", y: "a" }, []] }))
    test(`is made anew where it has ${name}`, () => {
      const made = /** @type {any} */ (build(old, "p"));
      redraw(made, old, ["svg", { class: "a" }, [part, ["text", { x: "2" }, ["one"]]]], "p");
      assert.equal(made.children[0].instead.tag, part[0]);
    });
});

describe("a drawing that came with gaps", () => {
  const kept = ["rect", { x: "1" }, []];
  const old = ["svg", { class: "a" }, [kept, ["text", { x: "2" }, ["one"]]]];

  test("is made whole from the one before", () => {
    const tree = whole(["svg", { class: "b" }, [null, ["text", { x: "2" }, ["two"]]]], old);
    assert.deepEqual(tree, ["svg", { class: "b" }, [kept, ["text", { x: "2" }, ["two"]]]]);
  });

  test("is taken as it is where there is none before, or none now", () => {
    assert.equal(whole(old, undefined), old);
    assert.equal(whole(null, old), null);
  });
});

describe("a file of what is shown", () => {
  const shown = {
    says: { result: "It is **2**, or more." },
    table: [["Metric", "Formula", "Bar", "Value"], ["One", { lines: ["a / b", "1 / 2"] }, { figure: ["svg", {}, []] }, "1,103"], { cells: ["Two", { lines: ["c", "**undefined**"], span: 3 }], mark: "goal" }],
    tables: { figure: [["", "Rows"], ["Flag\"ged", "7"]], none: [] },
  };

  test("has a line for each number", () => {
    assert.deepEqual(csv(shown).split("\r\n"), [
      "table,row,column,value",
      "result,One,Formula,a / b; 1 / 2",
      'result,One,Value,"1,103"',
      "result,Two,Formula,c; undefined",
      'figure,"Flag""ged",Rows,7',
      "",
    ]);
  });

  test("holds fields, sentences and tables as JSON", () => {
    const read = JSON.parse(json("matrix", { tp: "8" }, shown));
    assert.deepEqual([read.format, read.calculator, read.fields, read.says], [1, "matrix", { tp: "8" }, { result: "It is 2, or more." }]);
    assert.deepEqual(read.tables.figure, [["", "Rows"], ['Flag"ged', "7"]]);
  });
});

test("lines of a file are counted whatever ends them", () => {
  const count = (/** @type {string} */ text) => linesOf(new TextEncoder().encode(text));
  assert.deepEqual(["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a", ""].map(count), [2, 2, 2, 1, 1]);
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

describe("the address", () => {
  beforeEach(() => (addresses = []));

  test("is read where it names this calculator", () => {
    at("#matrix?tp=40&fp=10");
    assert.equal(read("matrix"), "tp=40&fp=10");
    assert.ok(!read("threshold"));
    assert.ok(!read("mat"));
  });

  for (const hash of ["", "#matrix", "#heading", "#matrix2?tp=1"])
    test(`holds no numbers for it in ${hash || "no hash"}`, () => {
      at(hash);
      assert.ok(!read("matrix"));
    });

  test("is written over its own hash and over none", () => {
    for (const hash of ["", "#matrix?tp=1", "#matrix"]) {
      at(hash);
      write("matrix", link("matrix", { tp: "40", share: "5 %" }));
    }
    assert.deepEqual(new Set(addresses), new Set(["https://example.org/docs/page/#matrix?tp=40&share=5+%25"]));
    assert.equal(addresses.length, 3);
  });

  test("never names a file that only the reader has", () => {
    at("");
    assert.equal(link("matrix", { data: "own1", pin1: "own2", pin2: "digits8", t: "own1" }), "https://example.org/docs/page/#matrix?pin2=digits8&t=own1");
  });

  test("of a heading or of another calculator is left alone", () => {
    for (const hash of ["#heading", "#threshold?t=0.5"]) {
      at(hash);
      write("matrix", link("matrix", { tp: "40" }));
    }
    assert.deepEqual(addresses, []);
  });
});

describe("goals", () => {
  /** @type {any[]} */
  let steps;
  /** @type {InstanceType<typeof Goals>} */
  let goals;
  const shown = () => steps.map((step) => !step.hidden);

  beforeEach(() => {
    steps = [false, true, true].map((hidden) => ({
      hidden,
      words: "",
      reached: false,
      focused: false,
      toggleAttribute(/** @type {string} */ _name, /** @type {boolean} */ on) { this.reached = on; },
      lastElementChild: { replaceChildren(/** @type {string} */ words) { this.words = words; }, words: "" },
      focus() { this.focused = true; },
    }));
    goals = new Goals(/** @type {any} */ ({ querySelectorAll: () => steps }));
  });

  test("come one after the other, and tell of one just reached once", () => {
    assert.equal(goals.stand([[true, "Reached: a"], [false, "Not reached: b"]]), "Reached: a");
    assert.deepEqual(shown(), [true, true, false]);
    assert.equal(goals.stand([[true, "Reached: a"], [false, "Not reached: b"]]), "");
    assert.equal(steps[1].lastElementChild.words, "Not reached: b");
  });

  test("once reached stay behind, though the numbers move on", () => {
    goals.stand([[true, "Reached: a"], [false, "b"]]);
    goals.stand([[false, "Not reached: a"], [true, "Reached: b"]]);
    assert.deepEqual(shown(), [true, true, true]);
    assert.equal(steps[0].reached, false);
  });

  test("of later steps do not count before their turn", () => {
    assert.equal(goals.stand([[false, "a"], [true, "Reached: b"]]), "");
    assert.deepEqual(shown(), [true, false, false]);
  });

  test("can be skipped, and the next step has the focus", () => {
    goals.skip();
    goals.skip();
    assert.deepEqual(shown(), [true, true, true]);
    assert.ok(steps[1].focused && steps[2].focused);
  });

  test("begin anew", () => {
    goals.skip();
    goals.go(0);
    assert.deepEqual(shown(), [true, false, false]);
  });
});

describe("the engine", () => {
  test("tries again after a failure instead of remembering it", async () => {
    delete page.document;
    const { start } = await import("../../docs/assets/calculator/engine.js");
    let asked = 0;
    page.fetch = async () => {
      asked++;
      throw new TypeError("Failed to fetch");
    };
    await assert.rejects(start("matrix"));
    await assert.rejects(start("matrix"));
    assert.equal(asked, 2);
  });
});
