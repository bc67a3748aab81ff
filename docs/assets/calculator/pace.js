// @ts-check
/** Whether answers keep the page too long: then they are better worked out elsewhere. */

const LONG = 6; // ms: about a third of a frame, which has to place the answer and to paint it as well
const OFTEN = 2; // in a row: a single one may have waited for another program, or for garbage

export class Pace {
  #answers = 0;
  #long = 0;

  /** Whether this one was one too many. @param {number} ms that the page worked for an answer, at a stretch */
  isTooLong(ms) {
    if (!this.#answers++) return false; // cold: the browser compiles each part of the runtime at its first use
    this.#long = ms > LONG ? this.#long + 1 : 0;
    return this.#long >= OFTEN;
  }
}
