/** Runs Python in Pyodide, which lives in a worker: a worker can be ended whatever its Python does. */
/** @import { Job, Progress, PyodideSettings, Runner, RunOptions } from "./types.js" */
import { RunnerError } from "./errors.js";
import { WorkerConnection } from "./messages.js";

const BROKEN = ["memory", "crashed"]; // kinds of errors after which the engine can't be used again

/** @implements {Runner} */
export class PyodideRunner {
  /** @type {WorkerConnection | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #starting;
  #settings;
  isReady = false;

  /** @param {PyodideSettings} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  /** @param {(progress: Progress) => void} [onProgress] */
  start(onProgress = () => {}) {
    this.#starting ??= this.#startWorker(onProgress);
    return this.#starting;
  }

  /** @param {(progress: Progress) => void} onProgress */
  async #startWorker(onProgress) {
    if (typeof WebAssembly === "undefined") throw new RunnerError("unsupported");
    const worker = new WorkerConnection(new URL("../running/pyodide-worker.js", import.meta.url));
    this.#worker = worker;
    try {
      await worker.request("start", this.#settings, onProgress);
      this.isReady = this.#worker === worker;
    } catch (error) {
      if (this.#worker === worker) this.stop();
      throw error;
    }
  }

  /** @param {Job} job @param {RunOptions} [options] */
  async run(job, { signal, limit, onReport } = {}) {
    if (signal?.aborted) throw new RunnerError("stopped");
    const cancel = () => this.stop();
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      await this.start();
      return await this.#request(job, limit, onReport);
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** @param {Job} job @param {number} [limit] ms @param {(report: any) => void} [onReport] */
  async #request(job, limit, onReport) {
    const timer = limit && setTimeout(() => this.#end("timeout"), limit);
    try {
      return await this.#worker?.request("run", { job, reports: !!onReport }, onReport);
    } catch (error) {
      if (BROKEN.includes(/** @type {RunnerError} */ (error).kind)) this.stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  stop() {
    this.#end("stopped");
  }

  /** @param {"stopped" | "timeout"} kind what is said to whoever waits */
  #end(kind) {
    const worker = this.#worker;
    this.#worker = this.#starting = undefined;
    this.isReady = false;
    worker?.close(new RunnerError(kind));
  }
}
