/** Runs Python in MicroPython, which lives in a worker. A canceled job leaves the worker and its data as they are. */
/** @import { Job, MicroPythonSettings, Progress, Runner, RunOptions } from "./types.js" */
import { WorkerRunner } from "./worker-runner.js";

const FOLDER = new URL("../generated/mpy/", import.meta.url);
const FILES = ["micropython.mjs", "micropython.wasm"].map((name) => new URL(name, FOLDER).href);

/** @implements {Runner} */
export class MicroPythonRunner extends WorkerRunner {
  #files;
  #isPreloaded = false;

  /** @param {MicroPythonSettings} settings */
  constructor({ worker, ...settings }) {
    super(worker, settings);
    this.#files = [worker.href, ...FILES, settings.modules];
  }

  /** @override @param {(progress: Progress) => void} [onProgress] */
  start(onProgress) {
    if (!this.#isPreloaded) this.#files.forEach(fetchIntoHttpCache);
    this.#isPreloaded = true;
    return super.start(onProgress);
  }

  /** @param {Job} job @param {RunOptions} [options] */
  run(job, options) {
    return this.request("run", job, options);
  }
}

/**
 * Fetches a file that the worker will ask for later, one after the other: from here it comes in parallel.
 * @param {string} address
 */
const fetchIntoHttpCache = (address) =>
  fetch(address).then(
    (response) => response.arrayBuffer(),
    () => {}, // the worker's own request will say so
  );
