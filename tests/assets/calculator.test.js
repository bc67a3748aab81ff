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
    return this.children;
  }
  get firstChild() {
    const [first] = this.children;
    return typeof first === "string" ? (this.children[0] = new Text(first)) : first;
  }
  /** @param {any[]} children */
  replaceChildren(...children) {
    this.children = children;
  }
  /** @param {any} other */
  replaceWith(other) {
    this.instead = other;
  }
  /** @type {any} */
  instead;
}
class Text {
  /** @param {string} data */
  constructor(data) {
    this.data = data;
  }
  /** @param {any} other */
  replaceWith(other) {
    this.instead = other.data;
  }
  /** @type {string | undefined} */
  instead;
}
const page = /** @type {any} */ (globalThis);
page.document = {
  createTextNode: (/** @type {string} */ text) => new Text(text),
  createElement: (/** @type {string} */ tag) => new Node(tag),
  createElementNS: (/** @type {string} */ _space, /** @type {string} */ tag) => new Node(tag),
};
/** @type {string[]} */
let addresses = [];
page.history = { state: null, replaceState: (/** @type {any} */ _state, /** @type {string} */ _title, /** @type {string} */ to) => addresses.push(to) };

const { build, redraw } = await import("../../docs/assets/calculator/figure.js");
const { body, rewrite, strong } = await import("../../docs/assets/calculator/cells.js");
const { csv, json } = await import("../../docs/assets/calculator/download.js");
const { plainRows } = await import("../../docs/assets/calculator/plain.js");
const { Reading, linesOf } = await import("../../docs/assets/calculator/reading.js");
const { link, read, write } = await import("../../docs/assets/calculator/state.js");
const { Form } = await import("../../docs/assets/calculator/form.js");
const { Goals } = await import("../../docs/assets/calculator/goals.js");
const { Desk } = await import("../../docs/assets/calculator/desk.js");
const { Pace } = await import("../../docs/assets/calculator/pace.js");

/** @param {string} hash */
function at(hash) {
  page.location = { href: `https://example.org/docs/page/${hash}`, hash };
}

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

describe("a file of what is shown", () => {
  const shown = {
    says: { result: "It is **2**, or more." },
    table: [["Metric", "Formula", "Bar", "Value"], ["One", { lines: ["a / b", "1 / 2"] }, { figure: ["svg", {}, []] }, "1,103"], { cells: ["Two", { lines: ["c", "**undefined**"], span: 3 }], mark: "goal" }],
    tables: { figure: [["", "Rows"], ["Flag\"ged", "7"]], none: [] },
  };

  test("has a line for each number", () => {
    assert.deepEqual(csv(shown).split("\r\n"), [
      "\ufefftable,row,column,value",
      "result,One,Formula,a / b; 1 / 2",
      'result,One,Value,"1,103"',
      "result,Two,Formula,c; undefined",
      'figure,"Flag""ged",Rows,7',
      "",
    ]);
  });

  test("writes numbers below 0 as spreadsheets read them, and leaves words alone", () => {
    const rows = [["Figure", "Value"], ["Miss", "\u22121,103.5"], ["Formula", "\u22121 + x"]];
    assert.deepEqual(csv({ table: rows, tables: {} }).split("\r\n").slice(1, 3), ['result,Miss,Value,"-1,103.5"', "result,Formula,Value,\u22121 + x"]);
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

describe("plain rows", () => {
  const head = { places: [1, 2], width: 3, mark: ",", scores: true };
  const read = (/** @type {string} */ text, /** @type {any} */ more = {}) => {
    const rows = plainRows(new TextEncoder().encode(text), { ...head, ...more });
    return rows && [[...rows.one], [...rows.other]];
  };

  test("are read from bytes", () => {
    assert.deepEqual(read("a,0,0.25\nb,1,0.75\n"), [[0, 1], [0.25, 0.75]]);
    assert.deepEqual(read("é n,1.0,.5\r\nb, 0,1\r\n"), [[1, 0], [0.5, 1]]);
    assert.deepEqual(read("0,25;x;1\n", { mark: ";", places: [2, 0] }), [[1], [0.25]]);
    assert.deepEqual(read("-1.5\t20000000\n", { mark: "\t", places: [0, 1], width: 2, scores: false }), [[-1.5], [2e7]]);
  });

  test("are the nearest floats", () => {
    for (const text of ["0.1", "0.999999999999999", "0.123456789012345", "0.000001", "123456789.012345"])
      assert.equal(read(`a,1,${text}\n`, { scores: false })?.[1]?.[0], Number(text));
  });

  test("hold no minus before a zero", () => assert.ok(Object.is(read("a,-0,-0.0\n")?.[1]?.[0], 0)));

  for (const row of ["a,0", "a,0,0.2,4", "a,2,0.5", "a,0.5,0.5", "a,1,1.1", "a,1,-0.1", "a,1,nan", "a,1,", "a,1,1e-1", "a,1,0.1.2", "a,1,0,5", '"a",1,0.5', "a,1,0.5 ", "a,1,0.1234567890123456", "a,1,1_0", "", "a,1,-", "a,1,.", "a,true,0.5"])
    test(`are not these: ${row}`, () => assert.equal(read(`a,0,0.25\n${row}\nb,1,0.75\n`), undefined));
});

describe("a file", () => {
  /** What the engine is given, piece by piece. @param {string} text @param {number} size */
  function given(text, size) {
    /** @type {any[]} */
    const heard = [];
    let known = false;
    const engine = /** @type {any} */ ({
      begin_file: () => {},
      feed: (/** @type {string} */ _, /** @type {string} */ piece) => ((known = true), heard.push(piece), "on"),
      take: (/** @type {string} */ _, /** @type {any} */ rows) => (heard.push([...rows.other]), "on"),
      head: () => JSON.stringify(known ? { places: [0, 1], width: 2, mark: ",", scores: true } : null),
      end_file: () => "{}",
    });
    const reading = new Reading(engine, "matrix", new TextEncoder().encode(text), size);
    while (!reading.done) reading.next();
    reading.end();
    return heard;
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
    assert.equal(given(csv({ table: [["y_true", "y_score"]], tables: {} }), 1000).join(""), "table,row,column,value\r\n");
  });

  test("of one line that never ends is given all the same", () => {
    assert.equal(given("x".repeat(9000), 1000).join("").length, 9000);
  });
});

describe("a form", () => {
  /** A form of one field. @param {string} query that a link brings @param {string[]} [options] of a choice */
  function filled(query, options) {
    const field = {
      name: "cut",
      value: "",
      dataset: { default: "0.5" },
      closest: () => null,
      get selectedIndex() {
        return options ? options.indexOf(this.value) : undefined;
      },
    };
    const none = ["input", "[data-when]", "[data-slide]"];
    const host = { querySelectorAll: (/** @type {string} */ selector) => (none.includes(selector) ? [] : [field]) };
    const form = new Form(/** @type {any} */ (host));
    form.fill(query);
    return form.texts();
  }

  for (const [query, text] of [["cut=0.3", "0.3"], ["", "0.5"], ["__proto__=1&constructor=2&CUT=3", "0.5"], ["cut=<b>", "<b>"], ["cut=%ED%A0%80%", "\ufffd\ufffd\ufffd%"]])
    test(`reads ${query}`, () => assert.deepEqual(filled(String(query)), { cut: text }));

  test("takes the default for a choice that is not there", () => assert.deepEqual(filled("cut=own1", ["0.5"]), { cut: "0.5" }));

  test("hands on no more of a book than shows that it is no number", () => assert.equal(filled(`cut=${"1".repeat(1e6)}`)["cut"]?.length, 500));
});

describe("a slider", () => {
  /** Where it stands and what it says after its field was given each text. @param {string[]} texts @param {any} [slider] */
  function after(texts, slider = {}) {
    const field = { name: "cut", value: "", inputMode: slider.max === "5000" ? "numeric" : "decimal", dataset: { default: "0.5" } };
    const made = { min: "0", max: "1", value: "0.5", ...slider, dataset: { slide: "cut", ...slider.dataset } };
    const host = { querySelectorAll: (/** @type {string} */ selector) => (selector === "[data-slide]" ? [made] : selector.startsWith("[data-default]") ? [field] : []) };
    const form = new Form(/** @type {any} */ (host));
    for (field.value of texts) form.settle();
    return [made.value, made.ariaValueText];
  }

  for (const [text, value] of [["0.3", "0.3"], ["0,4", "0.4"], ["40%", "0.4"], [" 40 % ", "0.4"], ["1e-1", "0.1"], ["\u22120", "0"]])
    test(`goes to ${text} and says it so`, () => assert.deepEqual(after([String(text)]), [value, text?.trim()]));

  for (const text of ["", " ", "%", "none", "0.4.1", "1.5", "\u22120.2", "140%"])
    test(`stays where it was at "${text}"`, () => assert.deepEqual(after(["0.3", text]), ["0.3", "0.3"]));

  test("says the unit", () => assert.deepEqual(after(["40"], { max: "100", dataset: { unit: "USD" } }), ["40", "40 USD"]));

  test("counts in thousands", () => assert.deepEqual(after(["1,200", "1,2"], { max: "5000" }), ["1200", "1,200"]));
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

describe("the pace of the page", () => {
  const told = (/** @type {number[]} */ ...took) => {
    const pace = new Pace();
    return took.map((ms) => pace.isTooLong(ms));
  };

  test("is too slow after two long answers in a row", () => assert.deepEqual(told(1, 7, 7), [false, false, true]));
  test("does not count the first, which is cold", () => assert.deepEqual(told(40, 7, 2), [false, false, false]));
  test("forgives one long answer between others", () => assert.deepEqual(told(1, 30, 6, 30, 1), [false, false, false, false, false]));
});

describe("a desk", () => {
  const ignored = () => {};
  /** A desk, which jobs were begun, and how long it told that answers took. @param {string[]} answers to ask and to advance */
  function desk(...answers) {
    /** @type {string[]} */
    const begun = [];
    const next = () => answers.shift() ?? '{"changes": []}';
    const engine = /** @type {any} */ ({ ask: (/** @type {string} */ job) => (begun.push(JSON.parse(job).name), next()), advance: next });
    /** @type {number[]} */
    const told = [];
    const made = new Desk(engine, { slice: 1, piece: 1 }, (ms) => void told.push(ms));
    return Object.assign(made, { begun, told });
  }

  test("begins none of the jobs that were dropped while they waited", async () => {
    const one = desk();
    const jobs = ["a", "b", "c"].map((name) => ({ name, drop: new AbortController() }));
    const answers = jobs.map(({ name, drop }) => one.askInTurn({ name }, ignored, drop.signal));
    for (const { drop } of jobs.slice(0, 2)) drop.abort();
    assert.deepEqual(await Promise.all(answers), [undefined, undefined, { changes: [] }]);
    assert.deepEqual(one.begun, ["c"]);
  });

  test("tells how long an answer took, and not of slices, refusals and what it lacks", async () => {
    const one = desk('{"progress": 0.5}', '{"changes": []}', '{"lacks": ["a"]}', '{"problems": {}}');
    for (const name of ["a", "b", "c"]) await one.ask({ name }, ignored, new AbortController().signal);
    assert.equal(one.told.length, 1);
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
