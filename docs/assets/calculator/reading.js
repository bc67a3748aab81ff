// @ts-check
/** A file, read piece by piece: plain rows here, all else by Python. */
/** @import { Engine } from "./engine.js" */
import { plainRows } from "./plain.js";

const LINE_END = 10;
const OLD_LINE_END = 13;
const FIRST = 1 << 12; // bytes of a file that surely hold its head

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

/** The encoding that a file of two bytes a letter says it has, or nothing. @param {Uint8Array} bytes */
function wideOf([first, second]) {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "";
}

export class Reading {
  /** Nothing more has to be read. */
  done = false;
  #at = 0;
  /** Python has the start of a line whose end is still to come. */
  #open = false;
  /** @type {import("./plain.js").Head | undefined} */
  #head;

  /** @param {Engine} engine @param {string} name the calculator @param {Uint8Array} bytes @param {number} size of a piece */
  constructor(engine, name, bytes, size) {
    this.engine = engine;
    this.name = name;
    this.bytes = bytes;
    this.size = size;
    this.wide = wideOf(bytes);
    this.decoder = new TextDecoder(this.wide || "utf-8");
    this.done = !bytes.length;
    engine.begin_file(name, linesOf(bytes));
  }

  /** Reads the next piece; how far it is. */
  next() {
    const piece = this.#piece();
    const whole = piece.at(-1) === LINE_END;
    const rows = this.#head && whole && !this.#open && plainRows(piece, this.#head);
    const words = rows
      ? this.engine.take(this.name, rows)
      : this.engine.feed(this.name, this.decoder.decode(piece, { stream: true }));
    this.#at += piece.length;
    this.#open = !whole;
    this.done = !words || this.#at >= this.bytes.length;
    if (!this.#head && !this.wide) this.#head = JSON.parse(this.engine.head(this.name));
    return { progress: this.#at / this.bytes.length, words };
  }

  /** What came of it. */
  end() {
    this.engine.feed(this.name, this.decoder.decode());
    return JSON.parse(this.engine.end_file(this.name));
  }

  /** Up to the end of a line, if there is one in it. */
  #piece() {
    const after = Math.min(this.#at + (this.#head ? this.size : FIRST), this.bytes.length);
    const end = this.wide ? -1 : this.bytes.lastIndexOf(LINE_END, after - 1);
    return this.bytes.subarray(this.#at, end < this.#at ? after : end + 1);
  }
}
