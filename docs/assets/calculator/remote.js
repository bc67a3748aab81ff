// @ts-check
/** A desk in a worker, asked as one on the page is. */

/** A worker of a file would not be under the page's policy; one of a blob that imports the file is. */
function launch() {
  const address = new URL("worker.js", import.meta.url).href;
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)}`], { type: "text/javascript" }));
  return new Worker(blob, { type: "module" });
}

export class Remote {
  #worker = launch();
  #last = 0;
  /** @type {Map<number, {tell: (how: any) => void, done: (answer: any) => void, fail: (error: unknown) => void}>} */
  #waiting = new Map();

  /** @param {string} name the calculator */
  constructor(name) {
    this.ready = this.#expect(0);
    this.#worker.postMessage({ id: 0, what: "start", given: [name] });
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = (event) => this.#end(new Error(event.message || "the worker did not start"));
  }

  /** @param {any} job @param {(how: any) => void} tell @param {AbortSignal} signal */
  ask(job, tell, signal) {
    return this.#send("ask", [job], tell, signal);
  }

  /** @param {string} name @param {Uint8Array} bytes @param {(how: any) => void} tell @param {AbortSignal} signal */
  read(name, bytes, tell, signal) {
    return this.#send("read", [name, bytes], tell, signal);
  }

  /** @param {string} name @param {string} which */
  put(name, which) {
    return this.#send("put", [name, which], () => {}, new AbortController().signal);
  }

  rest() {
    this.#worker.postMessage({ what: "rest" });
  }

  close() {
    this.#worker.terminate();
  }

  /** @param {string} what @param {any[]} given @param {(how: any) => void} tell @param {AbortSignal} signal */
  #send(what, given, tell, signal) {
    if (signal.aborted) return Promise.resolve();
    const id = ++this.#last;
    const bytes = given.filter((each) => each instanceof Uint8Array).map((each) => each.buffer);
    this.#worker.postMessage({ id, what, given }, bytes);
    signal.addEventListener("abort", () => this.#drop(id), { once: true });
    return this.#expect(id, tell);
  }

  /** What was answered needs no dropping. @param {number} id */
  #drop(id) {
    if (this.#waiting.has(id)) this.#worker.postMessage({ what: "drop" });
  }

  /** @param {number} id @param {(how: any) => void} tell @returns {Promise<any>} */
  #expect(id, tell = () => {}) {
    return new Promise((done, fail) => this.#waiting.set(id, { tell, done, fail }));
  }

  /** @param {any} message */
  #hear({ id, how, answer, failed, type }) {
    const waiting = this.#waiting.get(id);
    if (how) return waiting?.tell(how);
    this.#waiting.delete(id);
    if (failed) waiting?.fail(Object.assign(new Error(failed), { type }));
    else waiting?.done(answer);
  }

  /** The worker is gone: whoever waits is told. @param {Error} error */
  #end(error) {
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}
