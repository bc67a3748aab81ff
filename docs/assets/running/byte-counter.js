/** Counts what arrives of an engine's files, which the engine fetches by itself, and notices a file that does not. */
/** @import { Progress } from "./types.js" */

const INTERVAL = 50; // ms between two reports

export class ByteCounter {
  #files;
  #report;
  #unwatched = globalThis.fetch;
  /** Bytes as stored. @type {Map<string, number>} */
  #arrived = new Map();
  #lastReport = 0;
  /** @type {(reason: Error) => void} */
  #rejectFailure = () => {};
  /** Rejects when a file does not arrive: an engine may wait for it without end. @type {Promise<never>} */
  failure = new Promise((_, reject) => void (this.#rejectFailure = reject));

  /**
   * Watches `fetch` until `restoreFetch` is called.
   * @param {Record<string, [size: number, compressed: number]>} files bytes as stored and as sent; `*` in a name stands
   *   for anything
   * @param {(progress: Progress) => void} report
   */
  constructor(files, report) {
    this.#files = files;
    this.#report = report;
    this.failure.catch(() => {}); // a failure after the start has ended is no unhandled rejection
    globalThis.fetch = (...request) => this.#fetchAndCountIfExpected(...request);
  }

  /**
   * Counts bytes of a file that arrived, and reports now and then.
   * @param {string} fileName
   * @param {number} byteCount as stored
   */
  addBytes(fileName, byteCount) {
    this.#arrived.set(fileName, (this.#arrived.get(fileName) ?? 0) + byteCount);
    if (performance.now() - this.#lastReport < INTERVAL) return;
    this.#lastReport = performance.now();
    this.#report({ loaded: this.#loadedCompressedBytes, total: this.#expectedCompressedBytes });
  }

  /** Leaves `fetch` as it was. */
  restoreFetch() {
    globalThis.fetch = this.#unwatched;
  }

  /** Reports that everything arrived. */
  reportDone() {
    this.#report({ loaded: this.#expectedCompressedBytes, total: this.#expectedCompressedBytes });
  }

  /** Of all files together. */
  get #expectedCompressedBytes() {
    return Object.values(this.#files).reduce((sum, [, compressed]) => sum + compressed, 0);
  }

  /** A stream gives bytes as stored, so the share of them that has arrived counts as the share of the bytes sent. */
  get #loadedCompressedBytes() {
    const parts = Object.entries(this.#files).map(
      ([name, [size, compressed]]) => Math.min((this.#arrived.get(name) ?? 0) / size, 1) * compressed,
    );
    return parts.reduce((sum, part) => sum + part, 0);
  }

  /** Fetches, and counts the bytes if the file is one of the engine's. @param {Parameters<typeof fetch>} request */
  async #fetchAndCountIfExpected(...request) {
    const [input] = request;
    const name = this.#matchingFilePattern(input instanceof Request ? input.url : String(input));
    if (!name) return this.#unwatched.apply(globalThis, request);
    try {
      const response = await this.#unwatched.apply(globalThis, request);
      if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
      return this.#withCountedBody(name, response);
    } catch (error) {
      this.#rejectFailure(/** @type {Error} */ (error));
      throw error;
    }
  }

  /** The response, with a body that counts what is read of it. @param {string} name of the file @param {Response} response */
  #withCountedBody(name, response) {
    const counting = new TransformStream({
      transform: (chunk, controller) => {
        this.addBytes(name, chunk.length);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(counting), response);
  }

  /**
   * The name of the engine's file, which may have a `*`, that a URL leads to; undefined: it leads to another file.
   * @param {string} url
   * @returns {string | undefined}
   */
  #matchingFilePattern(url) {
    const last =
      url
        .replace(/[?#].*/, "")
        .split("/")
        .at(-1) ?? "";
    return Object.keys(this.#files).find((name) => {
      const [start = "", end = ""] = name.split("*");
      return name.includes("*") ? last.startsWith(start) && last.endsWith(end) : last === name;
    });
  }
}
