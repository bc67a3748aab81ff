/** The verdicts of a lab's tests. */
/** @import { Outcome, TestResult } from "./types.js" */
import { queryPart, setLineButton } from "../code/code-page.js";

const RESULTS = ["not-run", "passed", "failed"];

export class Results {
  #lab;

  /** @param {HTMLElement} lab the element whose tests these are */
  constructor(lab) {
    this.#lab = lab;
  }

  /** Shows that no test was run. */
  showTestsAsNotRun() {
    for (const row of this.#testRows) this.#showTestResult(row, "not-run");
  }

  /** @param {TestResult[]} tests those that ran */
  showTestResults(tests) {
    const byName = new Map(tests.map((test) => [test.name, test]));
    for (const row of this.#testRows) {
      const test = byName.get(row.dataset.test ?? "");
      this.#showTestResult(row, test ? (test.passed ? "passed" : "failed") : "not-run", test?.message, test?.line);
    }
  }

  /** Shows the first test that failed, and its message. */
  goToFirstFailedTest() {
    const row = /** @type {HTMLElement} */ (this.#lab.querySelector("[data-test][data-result=failed]"));
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" }); // not under the bar with the buttons
  }

  /** The line to look at first: of the error, or of the first test that failed in a line. @param {Outcome} outcome */
  static lineToLookAt({ tests, error }) {
    return error ? error.line : (tests.find(({ passed, line }) => !passed && line)?.line ?? null);
  }

  /** @param {HTMLElement} row @param {string} result @param {string} [message] @param {number | null} [line] */
  #showTestResult(row, result, message = "", line = null) {
    row.dataset.result = result;
    for (const each of RESULTS) queryPart(row, each).hidden = each !== result;
    queryPart(row, "diagnosis").hidden = !message;
    queryPart(row, "message").textContent = message;
    setLineButton(row, line);
  }

  /** @returns {NodeListOf<HTMLElement>} */
  get #testRows() {
    return this.#lab.querySelectorAll("[data-test]");
  }
}
