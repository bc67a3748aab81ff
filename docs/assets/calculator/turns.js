// @ts-check
/** Writing that is spread over frames, so that a slow page skips none: as much at a time as leaves a frame room to paint. */

const SHARE = 1; // ms of writing a frame, which has to lay out and to paint what was written as well

/** When this frame's share is over. */
export const shareEnds = () => performance.now() + SHARE;

/** @template Change */
export class Turns {
  /** By what is written at a stretch. @type {Map<string, Change[]>} */
  #left = new Map();
  #called = false;

  /** @param {(changes: Change[]) => void} write changes of one name, in the order they came */
  constructor(write) {
    this.write = write;
  }

  /** @param {string} name @param {Change[]} changes */
  add(name, changes) {
    this.#left.set(name, [...(this.#left.get(name) ?? []), ...changes]);
  }

  /** Begins, unless what came before is still being written. @param {number} until */
  begin(until) {
    if (!this.#called) this.#go(until);
  }

  /** All that is left, now. */
  finish() {
    this.#go(Infinity);
  }

  /** Writes until then; the rest once the browser has painted that. @param {number} until */
  #go(until) {
    this.#called = false;
    for (const [name, changes] of this.#left) {
      if (performance.now() > until) break;
      this.#left.delete(name);
      this.write(changes);
    }
    if (!this.#left.size) return;
    this.#called = true;
    requestAnimationFrame(() => setTimeout(() => this.#go(shareEnds())));
  }
}
