// @ts-check
/** Work for the engine in slices, on the page or in a worker: in between, the page can paint and a newer wish can come. */
/** @import { Engine } from "./engine.js" */

const LINE_END = 10;
const OLD_LINE_END = 13;

/** Lets whatever waits have its turn. */
const pause = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), done(undefined));
    port2.postMessage(0);
  });

/** How many lines a file has, about. @param {Uint8Array} bytes */
export function linesOf(bytes) {
  let lines = 0;
  let old = 0;
  for (const byte of bytes) {
    if (byte === LINE_END) lines++;
    else if (byte === OLD_LINE_END) old++;
  }
  return Math.max(lines || old, 1);
}

export class Desk {
  /** @param {Engine} engine @param {{slice: number, piece: number}} size ms of work at a time, and bytes of a file */
  constructor(engine, { slice, piece }) {
    this.engine = engine;
    this.slice = slice;
    this.piece = piece;
  }

  /** The answer to a job; undefined if it was dropped. @param {any} job @param {(how: any) => void} tell @param {AbortSignal} signal */
  async ask(job, tell, signal) {
    let begun = performance.now();
    let answer = JSON.parse(this.engine.ask(JSON.stringify(job)));
    while ("progress" in answer) {
      if (performance.now() - begun > this.slice) {
        tell(answer);
        await pause();
        if (signal.aborted) return undefined;
        begun = performance.now();
      }
      answer = JSON.parse(this.engine.advance(job.name));
    }
    return answer;
  }

  /** Reads a file; what came of it, or undefined if that was dropped. @param {string} name the calculator
   * @param {Uint8Array} bytes @param {(how: any) => void} tell @param {AbortSignal} signal */
  async read(name, bytes, tell, signal) {
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    const decoder = new TextDecoder(wide);
    this.engine.begin_file(name, linesOf(bytes));
    for (let at = 0; at < bytes.length; at += this.piece) {
      const words = this.engine.feed(name, decoder.decode(bytes.subarray(at, at + this.piece), { stream: true }));
      if (!words) break;
      tell({ progress: Math.min(1, (at + this.piece) / bytes.length), words });
      await pause();
      if (signal.aborted) return undefined;
    }
    this.engine.feed(name, decoder.decode());
    return JSON.parse(this.engine.end_file(name));
  }

  /** @param {string} name @param {string} which */
  put(name, which) {
    this.engine.put(name, which);
  }
}
