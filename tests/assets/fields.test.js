import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { Window } from "happy-dom";

const window = new Window({ url: "https://example.org/docs/page/" });
const { document, history, location } = window;
Object.assign(globalThis, { document, history, location });

const { addressWith, hadOwnFileBeforeReload, canReplaceHash, queryFromHash, replaceHistoryEntry } =
  await import("../../docs/assets/calculator/form/address.js");
const { Fields } = await import("../../docs/assets/calculator/form/fields.js");
const { Goals } = await import("../../docs/assets/calculator/form/goals.js");

/** An element with this content. @param {string} html @returns {any} */
function element(html) {
  const host = document.createElement("div");
  host.innerHTML = html;
  document.body.replaceChildren(host);
  return host;
}

describe("fields", () => {
  /** The texts after a link brought a query. @param {string} query @param {string} [html] of the field */
  function filled(query, html = '<input name="cut" data-default="0.5">') {
    const fields = new Fields(element(`${html}<div class="calculator-slot"></div>`));
    fields.fillFromQueryAndDefaults(query);
    return fields.visibleTexts;
  }

  for (const [query, text] of [
    ["cut=0.3", "0.3"],
    ["", "0.5"],
    ["__proto__=1&constructor=2&CUT=3", "0.5"],
    ["cut=<b>", "<b>"],
    ["cut=%ED%A0%80%", "\ufffd\ufffd\ufffd%"],
  ])
    test(`read ${query}`, () => assert.deepEqual(filled(String(query)), { cut: text }));

  test("take the default for a choice that is not there", () => {
    const html = '<select name="cut" data-default="0.5"><option value="0.5">a</option></select>';
    assert.deepEqual(filled("cut=own1", html), { cut: "0.5" });
  });

  test("give no more of a long text than shows that it is no number", () =>
    assert.equal(filled(`cut=${"1".repeat(1e6)}`)["cut"]?.length, 500));

  test("are in force only under their condition", () => {
    const html = `<select name="from" data-default="a"><option>a</option><option>b</option></select>
      <div data-when="from=b"><input name="rate" data-default="1"></div>`;
    assert.deepEqual(filled("from=a", html), { from: "a" });
    assert.deepEqual(filled("from=b", html), { from: "b", rate: "1" });
  });

  test("show what is wrong, and where", () => {
    const host = element('<input name="tp" data-default="1"><div class="calculator-slot"></div>');
    const fields = new Fields(host);
    fields.markAndListProblems({ tp: "TP must be a number." });
    assert.equal(host.querySelector(".calculator-slot").innerHTML, "<p>TP must be a number.</p>");
    assert.ok(host.querySelector("input").ariaInvalid);
    fields.markAndListProblems({});
    assert.equal(host.querySelector(".calculator-slot").innerHTML, "");
    assert.ok(!host.querySelector("input").ariaInvalid);
  });

  test("offer a data set of the reader once, wherever data is chosen, and choose it", () => {
    const options = "<option>weak</option>";
    const host = element(`<select name="data" data-default="weak">${options}</select>
      <select name="pin1" data-default="none"><option>none</option>${options}</select>`);
    const fields = new Fields(host);
    fields.addDatasetToAllSelects("own1", "Your file: a.csv");
    fields.addDatasetToAllSelects("own1", "Your file: a.csv");
    fields.chooseDatasetInsteadOfUnopenedFiles("own1", "data");
    assert.deepEqual(fields.visibleTexts, { data: "own1", pin1: "none" });
    assert.equal(host.querySelectorAll("option[value=own1]").length, 2);
  });
});

describe("a file that a link names and that is not open", () => {
  const HTML = `<select name="data" data-default="weak"><option>weak</option></select>
    <select name="pin1" data-default="none"><option>none</option><option>weak</option></select>`;

  test("is no example", () => {
    const fields = new Fields(element(HTML));
    fields.fillFromQueryAndDefaults("data=own1");
    assert.deepEqual([fields.visibleTexts["data"], fields.isUnopenedFileChosen], ["own1", true]);
    fields.fillFromQueryAndDefaults("data=weak");
    assert.equal(fields.isUnopenedFileChosen, false);
  });

  test("is replaced by the file that is opened, wherever it was chosen", () => {
    const fields = new Fields(element(HTML));
    fields.fillFromQueryAndDefaults("data=weak&pin1=own2");
    fields.addDatasetToAllSelects("own1", "Your file: a.csv");
    fields.chooseDatasetInsteadOfUnopenedFiles("own1", "data");
    assert.deepEqual([fields.visibleTexts, fields.isUnopenedFileChosen], [{ data: "weak", pin1: "own1" }, false]);
    fields.fillFromQueryAndDefaults("data=own1");
    assert.deepEqual([fields.visibleTexts["data"], fields.isUnopenedFileChosen], ["own1", false]);
    fields.fillFromQueryAndDefaults("data=own2");
    fields.addDatasetToAllSelects("own2", "Your file: b.csv");
    fields.chooseDatasetInsteadOfUnopenedFiles("own2", "data");
    assert.deepEqual([fields.visibleTexts["data"], fields.isUnopenedFileChosen], ["own2", false]);
  });
});

describe("what is wrong with a field", () => {
  test("is said after it", () => {
    const host = element(`<p class="calculator-field"><input name="a" data-default="1"></p>
      <p class="calculator-field"><input name="b" data-default="1"></p><div class="calculator-slot"></div>`);
    new Fields(host).markAndListProblems({ a: "a must be a number" });
    assert.equal(host.firstElementChild.nextElementSibling.textContent, "a must be a number");
  });
});

describe("a slider", () => {
  /** Where it stands and what it says after its field got each text. @param {string[]} texts @param {string} [max] */
  function after(texts, max = "1") {
    const mode = max === "5000" ? "numeric" : "decimal";
    const host = element(`<input name="cut" data-default="0.5" inputmode="${mode}">
      <input type="range" data-slide="cut" min="0" max="${max}" step="any" value="0.5">`);
    const [field, slider] = host.querySelectorAll("input");
    const fields = new Fields(host);
    for (const text of texts) {
      field.value = text;
      fields.updateGroupsAndSliders();
    }
    return [slider.value, slider.ariaValueText];
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

  test("counts in thousands", () => assert.deepEqual(after(["1,200", "1,2"], "5000"), ["1200", "1,200"]));
});

describe("the address", () => {
  const visit = (/** @type {string} */ hash) => history.replaceState(null, "", `/docs/page/${hash}`);
  beforeEach(() => visit(""));

  test("is read where it names this calculator", () => {
    visit("#matrix?tp=40&fp=10");
    assert.equal(queryFromHash("matrix"), "tp=40&fp=10");
    assert.ok(!queryFromHash("threshold"));
    assert.ok(!queryFromHash("mat"));
  });

  for (const hash of ["", "#matrix", "#heading", "#matrix2?tp=1"])
    test(`has no values for it in ${hash || "no hash"}`, () => {
      visit(hash);
      assert.ok(!queryFromHash("matrix"));
    });

  for (const hash of ["", "#matrix?tp=1", "#matrix"])
    test(`may be written over ${hash || "no hash"}`, () => {
      visit(hash);
      assert.ok(canReplaceHash("matrix"));
      const texts = { tp: "40", share: "5 %" };
      replaceHistoryEntry(addressWith("matrix", texts, []), { hasOwnFile: false });
      assert.equal(location.href, "https://example.org/docs/page/#matrix?tp=40&share=5+%25");
    });

  test("says that a file of the reader's was used, and which goals were reached", () =>
    assert.equal(
      addressWith("matrix", { data: "own1", pin1: "digits8" }, [1, 3]),
      "https://example.org/docs/page/#matrix?data=own1&pin1=digits8&reached=1%2C3",
    ));

  test("with a file of the reader's is remembered after a reload", () => {
    visit("#heading");
    assert.equal(hadOwnFileBeforeReload(), false);
    replaceHistoryEntry(addressWith("matrix", { data: "own1" }, []), { hasOwnFile: true });
    assert.deepEqual([location.hash, hadOwnFileBeforeReload()], ["#matrix?data=own1", true]);
    replaceHistoryEntry(addressWith("matrix", { data: "digits8" }, []), { hasOwnFile: false });
    assert.equal(hadOwnFileBeforeReload(), false);
  });

  for (const hash of ["#heading", "#threshold?t=0.5"])
    test(`of something else is not free: ${hash}`, () => {
      visit(hash);
      assert.ok(!canReplaceHash("matrix"));
    });
});

describe("goals", () => {
  /** @type {any} */
  let host;
  /** @type {InstanceType<typeof Goals>} */
  let goals;
  const steps = () => [...host.querySelectorAll("[data-step]")];
  const shown = () => steps().map((step) => !step.hidden);

  beforeEach(() => {
    const step = '<div class="calculator-goal" data-step tabindex="-1"><p></p></div>';
    host = element(step + step.repeat(2).replaceAll("<div", "<div hidden"));
    goals = new Goals(host);
  });

  test("come one after the other, and tell of one just reached once", () => {
    for (const news of ["Reached: a", ""])
      assert.equal(
        goals.updateAndReturnReachedText([
          [true, "Reached: a"],
          [false, "Not reached: b"],
        ]),
        news,
      );
    assert.deepEqual(shown(), [true, true, false]);
    assert.equal(steps()[1].textContent, "Not reached: b");
  });

  test("once reached stay behind, though the values change", () => {
    goals.updateAndReturnReachedText([
      [true, "Reached: a"],
      [false, "b"],
    ]);
    goals.updateAndReturnReachedText([
      [false, "Not reached: a"],
      [true, "Reached: b"],
    ]);
    assert.deepEqual(shown(), [true, true, true]);
    assert.equal(steps()[0].hasAttribute("data-reached"), true);
    assert.equal(steps()[0].textContent, "Reached: a");
    assert.deepEqual(goals.oneBasedReachedNumbers, [1, 2]);
  });

  test("that a link says were reached stay so", () => {
    goals.restore([1, 9, NaN]);
    assert.equal(goals.updateAndReturnReachedText([[false, "Not reached: a"]]), "");
    assert.equal(steps()[0].textContent, "Reached earlier.");
    assert.deepEqual(shown(), [true, true, false]);
    goals.reset();
    assert.deepEqual(goals.oneBasedReachedNumbers, []);
    assert.equal(steps()[0].hasAttribute("data-reached"), false);
  });

  test("of later steps do not count before their turn", () => {
    assert.equal(
      goals.updateAndReturnReachedText([
        [false, "a"],
        [true, "Reached: b"],
      ]),
      "",
    );
    assert.deepEqual(shown(), [true, false, false]);
  });

  test("can be skipped, and the next step has the focus", () => {
    goals.showAndFocusNextStep();
    assert.equal(document.activeElement, steps()[1]);
    goals.showAndFocusNextStep();
    assert.equal(document.activeElement, steps()[2]);
    assert.deepEqual(shown(), [true, true, true]);
  });

  test("start over", () => {
    goals.showAndFocusNextStep();
    goals.reset();
    assert.deepEqual(shown(), [true, false, false]);
  });
});
