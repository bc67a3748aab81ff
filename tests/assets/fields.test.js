import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { page } from "./page-parts.js";

const { Form } = await import("../../docs/assets/calculator/form.js");
const { Goals } = await import("../../docs/assets/calculator/goals.js");
const { link, read, write } = await import("../../docs/assets/calculator/state.js");

/** @type {string[]} */
let addresses = [];
page.history = {
  state: null,
  replaceState: (/** @type {any} */ _state, /** @type {string} */ _title, /** @type {string} */ to) =>
    addresses.push(to),
};

/** @param {string} hash */
function at(hash) {
  page.location = { href: `https://example.org/docs/page/${hash}`, hash };
}

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

  for (const [query, text] of [
    ["cut=0.3", "0.3"],
    ["", "0.5"],
    ["__proto__=1&constructor=2&CUT=3", "0.5"],
    ["cut=<b>", "<b>"],
    ["cut=%ED%A0%80%", "\ufffd\ufffd\ufffd%"],
  ])
    test(`reads ${query}`, () => assert.deepEqual(filled(String(query)), { cut: text }));

  test("takes the default for a choice that is not there", () =>
    assert.deepEqual(filled("cut=own1", ["0.5"]), { cut: "0.5" }));

  test("hands on no more of a book than shows that it is no number", () =>
    assert.equal(filled(`cut=${"1".repeat(1e6)}`)["cut"]?.length, 500));
});

describe("a slider", () => {
  /** Where it stands and what it says after its field was given each text. @param {string[]} texts @param {any} [slider] */
  function after(texts, slider = {}) {
    const field = {
      name: "cut",
      value: "",
      inputMode: slider.max === "5000" ? "numeric" : "decimal",
      dataset: { default: "0.5" },
    };
    const made = { min: "0", max: "1", value: "0.5", ...slider, dataset: { slide: "cut", ...slider.dataset } };
    const host = {
      querySelectorAll: (/** @type {string} */ selector) =>
        selector === "[data-slide]" ? [made] : selector.startsWith("[data-default]") ? [field] : [],
    };
    const form = new Form(/** @type {any} */ (host));
    for (field.value of texts) form.settle();
    return [made.value, made.ariaValueText];
  }

  for (const [text, value] of [
    ["0.3", "0.3"],
    ["0,4", "0.4"],
    ["40%", "0.4"],
    [" 40 % ", "0.4"],
    ["1e-1", "0.1"],
    ["\u22120", "0"],
  ])
    test(`goes to ${text} and says it so`, () => assert.deepEqual(after([String(text)]), [value, text?.trim()]));

  for (const text of ["", " ", "%", "none", "0.4.1", "1.5", "\u22120.2", "140%"])
    test(`stays where it was at "${text}"`, () => assert.deepEqual(after(["0.3", text]), ["0.3", "0.3"]));

  test("says the unit", () =>
    assert.deepEqual(after(["40"], { max: "100", dataset: { unit: "USD" } }), ["40", "40 USD"]));

  test("counts in thousands", () => assert.deepEqual(after(["1,200", "1,2"], { max: "5000" }), ["1200", "1,200"]));
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
    assert.equal(
      link("matrix", { data: "own1", pin1: "own2", pin2: "digits8", t: "own1" }),
      "https://example.org/docs/page/#matrix?pin2=digits8&t=own1",
    );
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
      reached: false,
      focused: false,
      toggleAttribute(/** @type {string} */ _name, /** @type {boolean} */ on) {
        this.reached = on;
      },
      lastElementChild: page.document.createElement("p"),
      focus() {
        this.focused = true;
      },
    }));
    goals = new Goals(/** @type {any} */ ({ querySelectorAll: () => steps }));
  });

  test("come one after the other, and tell of one just reached once", () => {
    assert.equal(
      goals.stand([
        [true, "Reached: a"],
        [false, "Not reached: b"],
      ]),
      "Reached: a",
    );
    assert.deepEqual(shown(), [true, true, false]);
    assert.equal(
      goals.stand([
        [true, "Reached: a"],
        [false, "Not reached: b"],
      ]),
      "",
    );
    assert.equal(steps[1].lastElementChild.childNodes[0].data, "Not reached: b");
  });

  test("once reached stay behind, though the numbers move on", () => {
    goals.stand([
      [true, "Reached: a"],
      [false, "b"],
    ]);
    goals.stand([
      [false, "Not reached: a"],
      [true, "Reached: b"],
    ]);
    assert.deepEqual(shown(), [true, true, true]);
    assert.equal(steps[0].reached, false);
  });

  test("of later steps do not count before their turn", () => {
    assert.equal(
      goals.stand([
        [false, "a"],
        [true, "Reached: b"],
      ]),
      "",
    );
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
