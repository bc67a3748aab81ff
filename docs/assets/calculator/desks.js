// @ts-check
/** Where the jobs of a page run: on the page, or in a worker, once the reader's file has many rows or the page is slow. */
import { Desk } from "./desk.js";
import { start } from "./engine.js";
import { Pace } from "./pace.js";
import { Remote } from "./remote.js";

const SIZE = { slice: 4, piece: 1 << 13 }; // both well within a frame
const DATA = new URL("../../data/", import.meta.url);

/** @type {Map<string, Promise<Uint8Array>>} */
const examples = new Map();

export class Desks {
  /** @type {Remote | undefined} */
  #remote;
  /** Jobs go to the worker. */
  #moved = false;
  /** The page was too slow once, and a worker was asked for: it came, or it never will. */
  #tried = false;
  #pace = new Pace();
  /** The reader's files of few rows: small enough to be read again in the worker. @type {Map<string, Uint8Array>} */
  #own = new Map();
  /** The others, which are in the worker alone. @type {Set<string>} */
  #there = new Set();

  /** @param {string} name the calculator */
  constructor(name) {
    this.name = name;
  }

  /** The desk for the next job. */
  next() {
    return this.#moved ? this.far() : this.near();
  }

  async near() {
    return new Desk(await start(this.name), SIZE, (ms) => this.#felt(ms));
  }

  /** The page worked so long for an answer. Where no worker can start, it goes on doing so. @param {number} ms */
  #felt(ms) {
    if (!this.#pace.isTooLong(ms) || this.#tried) return;
    this.#tried = true;
    this.far().then(
      () => (this.#moved = true),
      () => {},
    );
  }

  async far() {
    const remote = (this.#remote ??= new Remote(this.name));
    try {
      await remote.ready;
    } catch (error) {
      this.close();
      throw error;
    }
    return remote;
  }

  /** All that reading a file needs, so that nothing has to be fetched afterwards. @param {string[]} names of examples */
  ready(names) {
    return Promise.all([this.near(), this.far(), ...names.map(example)]);
  }

  /** Keeps the reader's file: the rows if it is in the worker, else its bytes. @param {string} which @param {Uint8Array} [bytes] */
  keep(which, bytes) {
    if (bytes) this.#own.set(which, bytes);
    else this.#there.add(which);
    this.#moved ||= !bytes;
  }

  /** A data set that a desk lacks. @param {any} desk @param {string} which @param {AbortSignal} signal */
  async supply(desk, which, signal) {
    if (this.#there.has(which)) throw Object.assign(new Error(which), { gone: true }); // with the worker that had it
    const bytes = this.#own.get(which) ?? (await example(which));
    await desk.read(this.name, bytes.slice(), () => {}, signal);
    if (!signal.aborted) await desk.put(this.name, which);
  }

  /** The worker is given up, with what is in it. */
  close() {
    this.#remote?.close();
    this.#remote = undefined;
    this.#moved = false;
  }
}

/** @param {string} name */
function example(name) {
  const known = examples.get(name) ?? fetched(name);
  examples.set(name, known);
  known.catch(() => examples.delete(name));
  return known;
}

/** @param {string} name */
async function fetched(name) {
  const got = await fetch(new URL(`${name}.csv`, DATA));
  if (!got.ok) throw new Error(`${name}.csv: ${got.status}`);
  return new Uint8Array(await got.arrayBuffer());
}
