/**
 * Requests from a page to a worker and the answers to them. A request is {id, name, content}; {id, isCanceled} cancels it.
 * The worker answers with any number of {id, report} and then one {id, result} or {id, error: {kind, message}}.
 * Written here and not with comlink, which has neither cancellation nor errors with a kind.
 */
import { RunnerError } from "./errors.js";
import { blobAddressOfModuleWithoutWorkers } from "./page-policy.js";

/**
 * Answers a request. The signal is aborted once the page has canceled it.
 * @typedef {(content: any, report: (content: any) => void, signal: AbortSignal) => any} Handler
 */

/**
 * onReport gets what the worker reports before it answers; transfer lists buffers that move to the worker.
 * @typedef {{onReport?: (report: any) => void, signal?: AbortSignal, transfer?: Transferable[]}} RequestOptions
 */

/** @param {string} blobAddress @returns {Worker} throws a RunnerError if this browser refuses */
function startModuleWorker(blobAddress) {
  try {
    return new Worker(blobAddress, { type: "module" });
  } catch (error) {
    throw new RunnerError("missing", String(error));
  }
}

/** The page's side: one worker, and the requests that it has not answered yet. */
export class WorkerConnection {
  #blobAddress;
  #worker;
  #onClosed;
  /** Why the worker was ended; undefined: it runs. @type {RunnerError | undefined} */
  #closeReason;
  #hasAnswered = false;
  #lastId = 0;
  /** @type {Map<number, {onReport: (report: any) => void, resolve: (result: any) => void, reject: (error: Error) => void}>} */
  #pending = new Map();

  /** @param {URL} address of the worker's script @param {() => void} [onClosed] called when the worker has ended */
  constructor(address, onClosed = () => {}) {
    this.#blobAddress = blobAddressOfModuleWithoutWorkers(address);
    this.#worker = startModuleWorker(this.#blobAddress);
    this.#onClosed = onClosed;
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = ({ message }) => this.#closeAfterUncaughtError(message);
  }

  /**
   * Sends a request to the worker.
   * @param {string} handlerName
   * @param {any} content
   * @param {RequestOptions} [options]
   * @returns {Promise<any>} what the handler returns; rejects with a RunnerError, of the kind "stopped" if the request
   *   was canceled
   */
  request(handlerName, content, { onReport = () => {}, signal, transfer = [] } = {}) {
    if (this.#closeReason) return Promise.reject(this.#closeReason);
    if (signal?.aborted) return Promise.reject(new RunnerError("stopped", "Canceled before it was sent."));
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, name: handlerName, content }, transfer);
    const cancelRequestIfPending = () => this.#pending.has(id) && this.#worker.postMessage({ id, isCanceled: true });
    signal?.addEventListener("abort", cancelRequestIfPending, { once: true });
    return new Promise((resolve, reject) => this.#pending.set(id, { onReport, resolve, reject }));
  }

  /** Ends the worker at once, whatever it does. @param {RunnerError} reason for the requests that wait */
  close(reason) {
    if (this.#closeReason) return;
    this.#closeReason = reason;
    this.#worker.terminate();
    URL.revokeObjectURL(this.#blobAddress);
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
    this.#onClosed();
  }

  /** Ends the worker: before its first answer its script did not arrive, later it is broken. @param {string} message */
  #closeAfterUncaughtError(message) {
    this.close(new RunnerError(this.#hasAnswered ? "crashed" : "missing", message || undefined));
  }

  /** @param {any} message */
  #receive({ id, report, result, error }) {
    const pending = this.#pending.get(id);
    if (report !== undefined) return pending?.onReport(report);
    this.#hasAnswered = true;
    this.#pending.delete(id);
    if (error) pending?.reject(new RunnerError(error.kind, error.message));
    else pending?.resolve(result);
  }
}

/** Resolves after the messages that have already arrived were handled. */
export function waitForArrivedMessages() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/** The worker's side: answers requests by name, one after the other. @param {Record<string, Handler>} handlers */
export function answerRequests(handlers) {
  /** By id, of the requests without an answer. @type {Map<number, AbortController>} */
  const canceling = new Map();
  let previous = Promise.resolve();
  onmessage = ({ data: { id, name, content, isCanceled } }) => {
    if (isCanceled) return canceling.get(id)?.abort();
    const controller = new AbortController();
    canceling.set(id, controller);
    previous = previous.then(async () => {
      await waitForArrivedMessages(); // one of them may cancel this request
      await postResultErrorOrStopped(
        id,
        () => handlers[name]?.(content, (report) => postMessage({ id, report }), controller.signal),
        controller.signal,
      );
      canceling.delete(id);
    });
  };
}

/**
 * Posts what `handle` returns, or its error, which is of the kind "stopped" once the signal is aborted.
 * @param {number} id
 * @param {() => any} handle
 * @param {AbortSignal} signal
 */
async function postResultErrorOrStopped(id, handle, signal) {
  try {
    signal.throwIfAborted();
    postMessage({ id, result: await handle() });
  } catch (error) {
    const { kind = "crashed", message = String(error) } = /** @type {any} */ (error) ?? {};
    postMessage({ id, error: { kind: signal.aborted ? "stopped" : kind, message } });
  }
}
