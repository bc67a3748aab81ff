// @ts-check
/** What a calculator says beside its result: notes under the fields, how far work is, and aloud once the reader rests. */
import { Parts } from "./parts.js";

const PATIENCE = 300; // ms of waiting that need no words
const REST = 500; // ms without a change, before the result is announced and put into the address

export class Notes {
  #patience = 0;
  #resting = 0;
  /** What else is done once the reader rests. @type {(() => void) | undefined} */
  #then;
  /** How far the work is. @type {any} */
  #how;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.parts = new Parts(host);
  }

  /** From now on the reader waits: after a while they are told what for. */
  wait() {
    clearTimeout(this.#patience);
    this.#how = undefined;
    this.#patience = window.setTimeout(() => {
      this.#patience = 0;
      if (this.#how) this.#progress();
      else this.show("slow");
    }, PATIENCE);
  }

  /** Waiting is over; nothing is noted. */
  clear() {
    clearTimeout(this.#patience);
    this.#patience = 0;
    this.show();
    this.parts.one("[data-work]").hidden = true;
  }

  /** @param {{progress: number, words?: string}} how */
  tell(how) {
    this.#how = how;
    if (!this.#patience) this.#progress();
  }

  #progress() {
    this.show();
    const { progress, words } = this.#how;
    this.parts.one("progress").value = progress;
    this.parts.one("[data-work-words]").textContent = words;
    this.parts.one("[data-work]").hidden = false;
  }

  /** Shows one of the notes, or none; it is announced. @param {string} [name] */
  show(name) {
    const words = this.choose("note", name);
    if (words) this.settle(words);
  }

  /** Shows that one of the words of a kind; what it says. @param {string} kind @param {string} [name] */
  choose(kind, name) {
    const all = this.parts.all(`[data-${kind}]`);
    for (const words of all) words.hidden = words.dataset[kind] !== name;
    return all.find((words) => !words.hidden)?.textContent ?? "";
  }

  /** Says it aloud once the reader rests. @param {string} words @param {() => void} [then] */
  settle(words, then) {
    clearTimeout(this.#resting);
    this.#then = then;
    this.#resting = window.setTimeout(() => this.say(words), REST);
  }

  /** Says it aloud now, in place of what was to be said. @param {string} words */
  say(words) {
    clearTimeout(this.#resting);
    this.parts.one("[role=status]").textContent = words.replaceAll("**", "");
    this.#then?.();
    this.#then = undefined;
  }
}
