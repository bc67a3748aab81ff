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
    this.#starting ??= this.#startWorker(onProgress);
    return this.#starting;
  }

  /** @param {(progress: Progress) => void} onProgress */
  async #startWorker(onProgress) {
    if (typeof WebAssembly === "undefined") throw new RunnerError("unsupported");
    const worker = new WorkerConnection(this.#address);
    this.#worker = worker;
    try {
      await worker.request("start", this.#settings, { onReport: onProgress });
      this.isReady = this.#worker === worker;
    } catch (error) {
      if (this.#worker === worker) this.stop();
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
    const timer = limit && setTimeout(() => this.#closeWorkerWithError("timeout"), limit);
    try {
      return await this.#worker?.request(handlerName, content, options);
    } catch (error) {
      if (BROKEN.includes(/** @type {RunnerError} */ (error).kind)) this.stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  stop() {
    this.#closeWorkerWithError("stopped");
  }

  /** @param {"stopped" | "timeout"} errorKind of the error that pending requests get */
  #closeWorkerWithError(errorKind) {
    const worker = this.#worker;
    this.#worker = this.#starting = undefined;
    this.isReady = false;
    worker?.close(new RunnerError(errorKind));
  }
}
