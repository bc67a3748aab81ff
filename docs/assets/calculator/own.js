// @ts-check
/** The reader's own file: read here, by Python; what is wrong with it is said before it is used. */
/** @import { Desks } from "./desks.js" */
/** @import { Notes } from "./notes.js" */
/** @import { Work } from "./work.js" */
import { Parts } from "./parts.js";
import { linesOf } from "./reading.js";
import { fill } from "./trees.js";

const HERE = 10_000; // rows that are worked out on the page; more go to a worker
const MOST = 250_000_000; // bytes
const TOO_LARGE = { says: ["It is larger than 250 MB, which is the limit of this page."], lines: [], refused: true };

export class OwnFile {
  #count = 0;
  /** The file that was read and not yet used. @type {{which: string, label: string, desk: any, bytes?: Uint8Array} | undefined} */
  #read;

  /** @param {HTMLElement} host @param {{desks: Desks, notes: Notes, work: Work, use: (which: string, label: string) => void}} parts */
  constructor(host, { desks, notes, work, use }) {
    this.host = host;
    this.parts = new Parts(host);
    this.desks = desks;
    this.notes = notes;
    this.work = work;
    this.use = use;
  }

  /** Fetches all that will be needed, and lets the rest of the page do so: once a file is read, nothing is fetched. */
  async ready() {
    /** @type {Promise<any>[]} */
    const others = [];
    this.host.dispatchEvent(new CustomEvent("file-expected", { bubbles: true, detail: others }));
    await this.desks.ready(this.#examples);
    await Promise.allSettled(others);
  }

  /** Reads the chosen file. @param {HTMLInputElement} input is empty again, so that the same file can be chosen anew */
  async take(input) {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    this.#read = undefined;
    this.#report();
    const report = await this.work.do((signal) => this.#take(file, signal));
    if (!report) return;
    if (report.refused || report.bad) this.#report({ ...report, says: [`${file.name}:`, ...report.says] });
    else await this.leave(report);
  }

  /** @param {File} file @param {AbortSignal} signal */
  async #take(file, signal) {
    if (file.size > MOST) return TOO_LARGE;
    await this.ready().catch((error) => {
      throw Object.assign(error, { missing: true });
    });
    this.notes.tell({ progress: 0, words: "Opening the file" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const many = linesOf(bytes) > HERE + 1;
    const desk = await (many ? this.desks.far() : this.desks.near());
    if (signal.aborted) return undefined;
    const report = await desk.read(this.host.id, bytes, (how) => signal.aborted || this.notes.tell(how), signal);
    if (report && !report.refused)
      this.#read = { which: `own${++this.#count}`, label: `Your file: ${file.name}`, desk, ...(many ? {} : { bytes }) };
    return report;
  }

  /** Uses the file; rows that could not be read are left out. @param {any} [report] */
  async leave(report) {
    if (!this.#read) return;
    const { which, label, desk, bytes } = this.#read;
    this.#read = undefined;
    await desk.put(this.host.id, which);
    this.desks.keep(which, bytes);
    this.#report(report); // not the count of what was left out, which the reader has just agreed to
    this.use(which, label);
  }

  /** Keeps what was chosen before. */
  refuse() {
    this.#read = undefined;
    this.#report();
  }

  /** What came of a file, or nothing. @param {any} [report] */
  #report(report = { none: true, says: [], lines: [] }) {
    const words = report.says.join(" ");
    this.parts.one("[data-report]").hidden = report.none;
    this.parts.one("[data-report-says]").textContent = words;
    fill(
      this.parts.one("[data-report-lines]"),
      report.lines.map((/** @type {string} */ line) => ["li", {}, [line]]),
    );
    this.parts.one("[data-report-ask]").hidden = report.refused || !report.bad;
    this.parts.one("[data-do=leave]").textContent = report.ask;
    if (words) this.notes.settle(words);
  }

  /** @returns {string[]} */
  get #examples() {
    const options = /** @type {HTMLSelectElement} */ (this.parts.one("[name=data]")).options;
    return [...options].map((option) => option.value).filter((name) => !/^own\d+$/.test(name));
  }
}
