/** What the runners whose worker is our own have in common: the worker, its start, and its end. */
/** @import { Progress } from "./types.js" */
/** @import { RequestOptions } from "./messages.js" */
import { RunnerError } from "./errors.js";
import { WorkerConnection } from "./messages.js";

const BROKEN = ["memory", "crashed"]; // kinds of errors after which the engine can't be used again

export class WorkerRunner {
  #address;
  #settings;
  /** @type {WorkerConnection | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #starting;
  isReady = false;

  /** @param {URL} address of the worker's script @param {any} settings what its handler `start` gets */
  constructor(address, settings) {
    this.#address = address;
    this.#settings = settings;
  }

  /** @param {(progress: Progress) => void} [onProgress] */
  start(onProgress = () => {}) {
    if (this.#starting) return this.#starting;
    const starting = this.#startWorker(onProgress);
    this.#starting = starting;
    starting.catch(() => this.#starting === starting && (this.#starting = undefined)); // the next call tries again
    return starting;
  }

  /** @param {(progress: Progress) => void} onProgress */
  async #startWorker(onProgress) {
    if (typeof WebAssembly === "undefined") throw new RunnerError("unsupported");
    const worker = new WorkerConnection(this.#address, () => this.#forgetWorker(worker));
    this.#worker = worker;
    try {
      await worker.request("start", this.#settings, { onReport: onProgress });
      this.isReady = this.#worker === worker;
    } catch (error) {
      worker.close(/** @type {RunnerError} */ (error));
      throw error;
    }
  }

  /**
   * Starts the engine if necessary, and sends a request to its worker.
   * @param {string} handlerName
   * @param {any} content
   * @param {RequestOptions & {limit?: number}} [options] limit in ms, counted from the moment the engine is ready
   */
  async request(handlerName, content, { limit, ...options } = {}) {
    await this.start();
    const worker = this.#worker;
    if (!worker) throw new RunnerError("stopped", "Stopped before the request was sent.");
    const timer = limit && setTimeout(() => worker.close(new RunnerError("timeout")), limit);
    try {
      return await worker.request(handlerName, content, options);
    } catch (error) {
      if (BROKEN.includes(/** @type {RunnerError} */ (error).kind)) worker.close(/** @type {RunnerError} */ (error));
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  stop() {
    this.#worker?.close(new RunnerError("stopped"));
  }

  /** Makes the next request start a new worker. @param {WorkerConnection} endedWorker */
  #forgetWorker(endedWorker) {
    if (this.#worker !== endedWorker) return;
    this.#worker = this.#starting = undefined;
    this.isReady = false;
  }
}
