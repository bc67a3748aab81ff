// @ts-check
/** The panel for the reader's own file, which Python reads in the worker. What is wrong with it is shown before it is used. */
/** @import { CalculatorEngine } from "../engine.js" */
/** @import { LatestTask } from "../latest-task.js" */
/** @import { Notices } from "../notices.js" */
/** @import { FileReport } from "../types.js" */
import { CachedQueries } from "../../dom/cached-queries.js";
import { fill } from "../../dom/trees.js";
import { isOwnFile } from "../engine.js";

const MAX_SIZE = 250_000_000; // bytes
const TOO_LARGE = {
  rows: 0,
  bad: 0,
  refused: true,
  lines: [],
  ask: "",
  says: ["It is larger than 250 MB, which is the limit of this page."],
};

export class OwnFile {
  #host;
  #queries;
  #engine;
  #notices;
  #task;
  #onUse;
  /** How many files are used. */
  #count = 0;
  /** The file that was read and is not used yet. @type {{dataset: string, label: string} | undefined} */
  #unused;

  /**
   * @param {HTMLElement} host
   * @param {{engine: CalculatorEngine, notices: Notices, task: LatestTask, onUse: (dataset: string, label: string) => void}} parts
   *   onUse is called once Python has the file as a data set
   */
  constructor(host, { engine, notices, task, onUse }) {
    this.#host = host;
    this.#queries = new CachedQueries(host);
    this.#engine = engine;
    this.#notices = notices;
    this.#task = task;
    this.#onUse = onUse;
  }

  /** Loads everything that will be needed, here and elsewhere in the page: once a file is read, nothing is requested. */
  async preload() {
    /** @type {Promise<unknown>[]} */
    const others = [];
    this.#host.dispatchEvent(new CustomEvent("file-expected", { bubbles: true, detail: others }));
    await this.#engine.preload(this.#exampleNames());
    await Promise.allSettled(others);
  }

  /** Reads the chosen file. @param {HTMLInputElement} input is emptied, so that the same file can be chosen again */
  async readChosen(input) {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    this.discard();
    const report = await this.#task.run((options) => this.#read(file, options));
    if (!report) return;
    if (report.refused || report.bad) this.#showReport({ ...report, says: [`${file.name}:`, ...report.says] });
    else await this.use(report);
  }

  /** @param {File} file @param {import("../../running/types.js").RunOptions} options @returns {Promise<FileReport | undefined>} */
  async #read(file, options) {
    if (file.size > MAX_SIZE) return TOO_LARGE;
    await this.preload();
    options.onReport?.({ progress: 0, words: "Opening the file" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (options.signal?.aborted) return undefined;
    const dataset = `own${this.#count + 1}`; // the file that is read next replaces one that is not used
    const report = await this.#engine.readFile(bytes, dataset, options);
    if (options.signal?.aborted) return undefined;
    if (!report.refused) this.#unused = { dataset, label: `Your file: ${file.name}` };
    return report;
  }

  /** Uses the file without the rows that could not be read. @param {FileReport} [report] is shown; none after a question
   * about bad rows, which the reader has just answered */
  async use(report) {
    if (!this.#unused) return;
    const { dataset, label } = this.#unused;
    this.#unused = undefined;
    this.#count++;
    await this.#engine.useFile(dataset);
    if (report) this.#showReport(report);
    else this.#hideReport();
    this.#onUse(dataset, label);
  }

  /** Does not use the file that was read. */
  discard() {
    this.#unused = undefined;
    this.#hideReport();
  }

  #hideReport() {
    this.#queries.first("[data-report]").hidden = true;
  }

  /** @param {FileReport} report */
  #showReport({ says, lines, bad, refused, ask }) {
    const text = says.join(" ");
    this.#queries.first("[data-report]").hidden = false;
    this.#queries.first("[data-report-says]").textContent = text;
    fill(
      this.#queries.first("[data-report-lines]"),
      lines.map((line) => ["li", {}, [line]]),
    );
    this.#queries.first("[data-report-ask]").hidden = refused || !bad;
    this.#queries.first("[data-do=use-file]").textContent = ask;
    this.#notices.announceAfterPause(text);
  }

  #exampleNames() {
    const { options } = /** @type {HTMLSelectElement} */ (this.#queries.first("[name=data]"));
    return [...options].map((option) => option.value).filter((dataset) => !isOwnFile(dataset));
  }
}
