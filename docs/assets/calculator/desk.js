// @ts-check
/** Work for the engine in slices, on the page or in a worker: in between, the page can paint and a newer wish can come. */
/** @import { Engine } from "./engine.js" */
import { Reading } from "./reading.js";

/** Lets whatever waits have its turn. */
const pause = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), done(undefined));
    port2.postMessage(0);
  });

export class Desk {
  /** @param {Engine} engine @param {{slice: number, piece: number}} size ms of work at a time, and bytes of a file
   * @param {(ms: number) => void} [felt] is told how long an answer took, without the slices before it */
  constructor(engine, { slice, piece }, felt = () => {}) {
    this.engine = engine;
    this.slice = slice;
    this.piece = piece;
    this.felt = felt;
  }

  /** The answer to a job; undefined if it was dropped. @param {any} job @param {(how: any) => void} tell @param {AbortSignal} signal */
  async ask(job, tell, signal) {
    let answer = this.#answer(() => this.engine.ask(JSON.stringify(job), this.slice));
    while ("progress" in answer) {
      tell(answer);
      await pause();
      if (signal.aborted) return undefined;
      answer = this.#answer(() => this.engine.advance(job.name, this.slice));
    }
    return answer;
  }

  /** As `ask`, for jobs that wait in a row: those behind it are heard first, and may drop it before it is begun.
   * @param {any} job @param {(how: any) => void} tell @param {AbortSignal} signal */
  async askInTurn(job, tell, signal) {
    await pause();
    return signal.aborted ? undefined : this.ask(job, tell, signal);
  }

  /** @param {() => string} work */
  #answer(work) {
    const before = performance.now();
    const answer = JSON.parse(work());
    if (answer.changes) this.felt(performance.now() - before);
    return answer;
  }

  /** Reads a file; what came of it, or undefined if that was dropped. @param {string} name the calculator
   * @param {Uint8Array} bytes @param {(how: any) => void} tell @param {AbortSignal} signal */
  async read(name, bytes, tell, signal) {
    const reading = new Reading(this.engine, name, bytes, this.piece);
    while (!reading.done) {
      tell(reading.next());
      await pause();
      if (signal.aborted) return undefined;
    }
    return reading.end();
  }

  /** Nobody waits for an answer. */
  rest() {
    this.engine.rest();
  }

  /** @param {string} name @param {string} which */
  put(name, which) {
    this.engine.put(name, which);
  }
}
