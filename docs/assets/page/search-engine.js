// The theme's search engine in a worker of its own: the theme's answers only what is in its field.

import { blobAddressOfClassicScript } from "../running/page-policy.js";

const PATIENCE = 30_000; // ms until a request without an answer is given up: a slow phone reads the index for seconds

export class SearchEngine {
  #worker;
  /** @type {Promise<any>} */
  #lastRequest = Promise.resolve();

  /** @param {URL} address of the theme's script */
  constructor(address) {
    this.#worker = new Worker(blobAddressOfClassicScript(address));
  }

  /**
   * Sends one request after the other, because an answer does not say which request it is to. A request that fails ends
   * the worker, and those behind it fail too.
   * @param {object} message
   * @returns {Promise<any>} the data of the answer
   */
  request(message) {
    this.#lastRequest = this.#lastRequest.then(() => this.#send(message));
    return this.#lastRequest;
  }

  /** @param {object} message */
  async #send(message) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new Error("the search does not answer")), PATIENCE);
        this.#worker.onmessage = ({ data }) => resolve(data.data);
        this.#worker.onerror = ({ message: reason }) => reject(new Error(reason));
        this.#worker.postMessage(message);
      });
    } catch (error) {
      this.#worker.terminate();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
