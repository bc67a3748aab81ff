// @ts-check
/** One job in hand; the newest wish wins. */
/** @import { Desks } from "./desks.js" */
/** @import { Notes } from "./notes.js" */
import { broke } from "./engine.js";

export class Work {
  #going = new AbortController();
  /** The desk that answered last. @type {any} */
  #last;

  /** @param {Desks} desks @param {Notes} notes */
  constructor(desks, notes) {
    this.desks = desks;
    this.notes = notes;
  }

  /** Drops what is in hand. */
  drop() {
    this.#going.abort();
    this.notes.clear();
  }

  /** Does it in place of what was in hand; its answer, or undefined if it was dropped or failed, which is then noted.
   * @template T @param {(signal: AbortSignal) => Promise<T | undefined>} deed */
  async do(deed) {
    this.#going.abort();
    const { signal } = (this.#going = new AbortController());
    this.notes.wait();
    try {
      const answer = await deed(signal);
      if (signal.aborted) return undefined;
      this.notes.clear();
      return answer;
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
      return undefined;
    }
  }

  /** Works out a job. Its answer is placed even if a newer wish has come: of the next one only what differs will cross.
   * @param {any} job @param {(answer: any) => void} place */
  answer(job, place) {
    return this.do(async (signal) => {
      const desk = await this.#arrived(/** @type {Promise<any>} */ (this.desks.next()));
      const tell = (/** @type {any} */ how) => signal.aborted || this.notes.tell(how);
      const anew = this.#isOther(desk);
      let answer = signal.aborted ? undefined : await desk.ask({ ...job, anew }, tell, signal);
      while (answer?.lacks) {
        for (const which of answer.lacks) await this.#arrived(this.desks.supply(desk, which, signal));
        answer = signal.aborted ? undefined : await desk.ask({ ...job, anew }, tell, signal);
      }
      if (!answer) return;
      if (answer.changes) this.#last = desk;
      place(answer);
    });
  }

  /** Whether another kind of desk answered last: only that one knows what is shown. @param {any} desk */
  #isOther(desk) {
    return this.#last?.constructor !== desk.constructor;
  }

  /** The reader rests: what can wait is done now. */
  rest() {
    this.#last?.rest();
  }

  /** What does not arrive is missing. @template T @param {Promise<T>} arriving */
  #arrived(arriving) {
    return arriving.catch((error) => {
      throw Object.assign(error, { missing: !error.type });
    });
  }

  /** @param {any} error */
  #failed(error) {
    this.notes.clear();
    if (error.gone) return this.notes.show("gone");
    if (error.missing) return this.notes.show(typeof WebAssembly === "undefined" ? "lacking" : "missing");
    reportError(error);
    const broken = broke(error);
    if (broken) this.desks.close();
    this.notes.show(broken ? "memory" : "broken");
  }
}
