/** A reader's CSV file, read piece by piece: rows of plain numbers by JavaScript, all else by Python. */
/** @import { PythonApi } from "../../running/types.js" */
import { readRowsIfAllPlain } from "./plain-rows.js";

const PIECE_SIZE = 1 << 20; // bytes
const FIRST_PIECE_SIZE = 1 << 12; // bytes, enough for the header
const LINE_FEED = 10;
const OLD_MAC_LINE_END = 13;

/** About how many lines a file has, at least 1: a last line without an end is not counted. @param {Uint8Array} bytes */
export function countLineEndsOrOne(bytes) {
  let lines = 0;
  let oldMacLines = 0;
  for (const byte of bytes) {
    if (byte === LINE_FEED) lines++;
    else if (byte === OLD_MAC_LINE_END) oldMacLines++;
  }
  return Math.max(lines || oldMacLines, 1);
}

/** The encoding of a file whose byte order mark says that a letter has two bytes. @param {Uint8Array} bytes */
function utf16Encoding([first, second]) {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/**
 * The scores of each class, ascending, after -Infinity as a sentinel: what `ascending_pos_and_neg_scores_after_sentinel`
 * of macros/live/metrics/class_scores.py returns, in a twentieth of the time, which decision 14 measures.
 * @param {Int8Array} labels 1 is positive, 0 negative
 * @param {Float64Array} scores as many, finite
 * @returns {{positives: Float64Array, negatives: Float64Array}}
 */
export function ascendingClassScoresAfterSentinel(labels, scores) {
  const count = labels.reduce((sum, label) => sum + label, 0);
  const positives = new Float64Array(count + 1).fill(-Infinity, 0, 1);
  const negatives = new Float64Array(labels.length - count + 1).fill(-Infinity, 0, 1);
  let [p, n] = [1, 1];
  scores.forEach((score, row) => void (labels[row] ? (positives[p++] = score) : (negatives[n++] = score)));
  return { positives: positives.sort(), negatives: negatives.sort() };
}

export class CsvFile {
  /** Whether no piece is left. */
  isRead = false;
  #python;
  #functions;
  #bytes;
  #pieceSize;
  #isUtf16;
  #decoder;
  #position = 0;
  /** Python has the start of a line whose end is still to come. */
  #isInsideLine = false;
  /** @type {import("./plain-rows.js").Header | null} */
  #header = null;

  /**
   * @param {PythonApi} python
   * @param {Uint8Array} bytes of the file
   * @param {object} [choices] answers to questions about the file, see macros/live/csv_rows.py
   * @param {number} [pieceSize] bytes
   */
  constructor(python, bytes, choices = {}, pieceSize = PIECE_SIZE) {
    const utf16 = utf16Encoding(bytes);
    this.#python = python;
    this.#functions = python.pyimport("worker");
    this.#bytes = bytes;
    this.#pieceSize = pieceSize;
    this.#isUtf16 = utf16 !== undefined;
    this.#decoder = new TextDecoder(utf16 ?? "utf-8");
    this.isRead = !bytes.length;
    this.#functions.start_file(countLineEndsOrOne(bytes), JSON.stringify(choices));
  }

  /**
   * Parses the next piece; isRead says whether it was the last.
   * @returns {import("../types.js").Progress} of the whole file, for the reader
   */
  parseNextPiece() {
    const end = this.#findPieceEnd();
    const piece = this.#bytes.subarray(this.#position, end);
    const endsLine = piece.at(-1) === LINE_FEED;
    const rows = this.#header && endsLine && !this.#isInsideLine && readRowsIfAllPlain(piece, this.#header);
    let words;
    if (rows) {
      this.#writeColumnFiles(rows);
      words = this.#functions.add_rows(rows.actual.length);
    } else words = this.#functions.add_text(this.#decoder.decode(piece, { stream: true }));
    this.#position = end;
    this.#isInsideLine = !endsLine;
    this.isRead = !words || this.#position >= this.#bytes.length;
    if (!this.#header && !this.#isUtf16) this.#header = JSON.parse(this.#functions.header());
    return { progress: this.#position / this.#bytes.length, words };
  }

  /**
   * Reads what is left of the file and returns what came of all of it.
   * @param {string} datasetName the name it may be used by
   * @returns {import("../types.js").FileReport}
   */
  finishAndSummarize(datasetName) {
    this.#functions.add_text(this.#decoder.decode());
    const report = JSON.parse(this.#functions.end_file(datasetName));
    if (this.#functions.write_scores(datasetName)) this.#sortScoresOfEachClass(datasetName);
    return report;
  }

  /** Sorts the scores of each class, which come from Python in files and go back to it in files. @param {string} datasetName */
  #sortScoresOfEachClass(datasetName) {
    const { FS } = this.#python;
    const classes = ascendingClassScoresAfterSentinel(
      new Int8Array(FS.readFile("/labels").buffer),
      new Float64Array(FS.readFile("/scores").buffer),
    );
    for (const [name, scores] of Object.entries(classes)) FS.writeFile(`/${name}`, new Uint8Array(scores.buffer));
    this.#functions.add_sorted_scores(datasetName, classes.positives.length, classes.negatives.length);
  }

  /**
   * Writes each column to a file, which Python reads: no text of numbers is written and read for them.
   * @param {import("./plain-rows.js").Rows} rows
   */
  #writeColumnFiles({ actual, predicted }) {
    this.#python.FS.writeFile("/actual", new Uint8Array(actual.buffer));
    this.#python.FS.writeFile("/predicted", new Uint8Array(predicted.buffer));
  }

  /** The position where the next piece ends: at the end of a line if there is one in it. */
  #findPieceEnd() {
    const limit = Math.min(this.#position + (this.#header ? this.#pieceSize : FIRST_PIECE_SIZE), this.#bytes.length);
    const lineEnd = this.#isUtf16 ? -1 : this.#bytes.lastIndexOf(LINE_FEED, limit - 1);
    return lineEnd < this.#position ? limit : lineEnd + 1;
  }
}
