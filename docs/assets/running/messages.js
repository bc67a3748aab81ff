/**
 * Requests from a page to a worker and the answers to them. A request is {id, name, content}; the worker answers with
 * any number of {id, report} and then one {id, result} or {id, error: {kind, message}}.
 */
import { RunnerError } from "./errors.js";

/** @typedef {(content: any, report: (content: any) => void) => any} Handler */

/**
 * Starts a module worker under the policy of this page. A worker that is started from a file is only under the headers
 * of that file, and static hosts send none; a blob inherits the policy of the page that made it.
 * @param {URL} address
 */
function launchWorker(address) {
  const source = `import ${JSON.stringify(address.href)}`;
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return new Worker(blob, { type: "module" });
}

/** The page's side: one worker, and the requests that it has not answered yet. */
export class WorkerConnection {
  #worker;
  #lastId = 0;
  /** @type {Map<number, {report: (content: any) => void, resolve: (result: any) => void, reject: (error: Error) => void}>} */
  #pending = new Map();

  /** @param {URL} address of the worker's script */
  constructor(address) {
    this.#worker = launchWorker(address);
    this.#worker.onmessage = ({ data }) => this.#settle(data);
    this.#worker.onerror = ({ message }) =>
      this.close(new RunnerError("missing", message || "The worker did not start."));
  }

  /**
   * @param {string} name of the worker's handler
   * @param {any} content
   * @param {(content: any) => void} [report] gets what the worker reports before it answers
   * @returns {Promise<any>} rejects with a RunnerError
   */
  request(name, content, report = () => {}) {
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, name, content });
    return new Promise((resolve, reject) => this.#pending.set(id, { report, resolve, reject }));
  }

  /** Ends the worker at once, whatever it does. @param {RunnerError} reason for the requests that wait */
  close(reason) {
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  /** @param {any} message */
  #settle({ id, report, result, error }) {
    const pending = this.#pending.get(id);
    if (report !== undefined) return pending?.report(report);
    this.#pending.delete(id);
    if (error) pending?.reject(new RunnerError(error.kind, error.message));
    else pending?.resolve(result);
  }
}

/** The worker's side: answers requests by name, one after the other. @param {Record<string, Handler>} handlers */
export function answerRequests(handlers) {
  let previous = Promise.resolve();
  onmessage = ({ data: { id, name, content } }) => {
    previous = previous.then(async () => {
      try {
        postMessage({ id, result: await handlers[name]?.(content, (report) => postMessage({ id, report })) });
      } catch (error) {
        const { kind = "crashed", message = String(error) } = /** @type {any} */ (error) ?? {};
        postMessage({ id, error: { kind, message } });
      }
    });
  };
}
