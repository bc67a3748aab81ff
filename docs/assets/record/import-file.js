/** Pure: what a file holds that a reader wants to import: its rows with their lines, or one sentence why it can't be read. */
/** @import { Draft, Entry } from "./types.js" */
import { pickDraftFields, pickEntryFields } from "./events.js";
import { whyNotDraft, whyNotEntry } from "./row-errors.js";

const MAX_FILE_BYTES = 50_000_000; // more than 150,000 events
const ROWS_BETWEEN_PAUSES = 500; // about 1 ms of work

/**
 * A row that is not imported: its list, its place in the list from 0, and why.
 * @typedef {{list: "events" | "drafts", index: number, reason: string}} Rejection
 * @typedef {{row: Entry, index: number}} EventRow
 * @typedef {{text: string, events: EventRow[], drafts: Draft[], rejected: Rejection[]}} ImportFile
 */

/** A file that can't be imported at all; the message is a sentence for the reader. */
export class FileError extends Error {}

/**
 * @param {Blob} file
 * @param {() => Promise<void>} [pause] called between pieces of the work
 * @returns {Promise<ImportFile>}
 * @throws {FileError}
 */
export async function readImportFile(file, pause = async () => {}) {
  const text = decodeUtf8OrThrowFileError(await readBytesOrThrowFileError(file));
  const { events, drafts } = parseUncheckedExportOrThrow(text);
  /** @type {ImportFile} */
  const found = { text, events: [], drafts: [], rejected: [] };
  for (const [index, row] of events.entries()) {
    if (index % ROWS_BETWEEN_PAUSES === ROWS_BETWEEN_PAUSES - 1) await pause();
    const reason = whyNotEntry(row);
    if (reason) found.rejected.push({ list: "events", index, reason });
    else found.events.push({ row: pickEntryFields(/** @type {Entry} */ (row)), index });
  }
  for (const [index, row] of drafts.entries()) {
    const reason = whyNotDraft(row);
    if (reason) found.rejected.push({ list: "drafts", index, reason });
    else found.drafts.push(pickDraftFields(/** @type {Draft} */ (row)));
  }
  return found;
}

/**
 * A sentence for each rejection, with the place of the row in the file: "Event 37 (line 38) has no "score"."
 * @param {string} text of the file
 * @param {Rejection[]} rejected
 * @returns {string[]}
 */
export function rejectionSentences(text, rejected) {
  const lines = { events: elementLineNumbers(text, "events"), drafts: elementLineNumbers(text, "drafts") };
  return rejected.map(({ list, index, reason }) => {
    const rowName = list === "events" ? "Event" : "Draft";
    return `${rowName} ${index + 1} (line ${lines[list][index]}) ${reason}.`;
  });
}

/** @param {Blob} file */
async function readBytesOrThrowFileError(file) {
  const megabytes = Math.round(file.size / 1e6);
  if (file.size > MAX_FILE_BYTES)
    throw new FileError(`This file has ${megabytes} MB, and an export of this site has at most 50 MB.`);
  if (!file.size) throw new FileError("This file is empty.");
  try {
    return await file.arrayBuffer();
  } catch {
    throw new FileError("The browser can't read this file. It may have been moved, deleted, or locked.");
  }
}

/** @param {ArrayBuffer} bytes */
function decodeUtf8OrThrowFileError(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError("This file is not a text file, so it is not an export of this site.");
  }
}

/**
 * The rows of an export, which may be anything.
 * @param {string} text
 * @returns {{events: unknown[], drafts: unknown[]}}
 * @throws {FileError}
 */
function parseUncheckedExportOrThrow(text) {
  const content = parseJsonOrThrowFileError(text);
  if (content?.format === undefined || !Array.isArray(content.events))
    throw new FileError("This file is JSON, but it is not an export of this site.");
  if (content.format !== 1)
    throw new FileError(
      `This file has another format than the one that this version of the site reads (1). Load this page again to get the newest version.`,
    );
  return { events: content.events, drafts: Array.isArray(content.drafts) ? content.drafts : [] };
}

/** @param {string} text @returns {any} */
function parseJsonOrThrowFileError(text) {
  try {
    return JSON.parse(text);
  } catch {
    const isOurs = /^\s*\{\s*"format"\s*:/.test(text);
    throw new FileError(
      isOurs
        ? "This file is damaged: it begins like an export of this site, but it is not complete or was changed. Export it again."
        : "This file is not JSON, so it is not an export of this site.",
    );
  }
}

/** How deep a token leads into lists and objects. @type {Record<string, number>} */
const DEPTHS = { "[": 1, "{": 1, "]": -1, "}": -1 };

/**
 * The line on which each element of a list begins that is a member of the outermost object.
 * @param {string} json
 * @param {string} listName
 * @returns {number[]}
 */
export function elementLineNumbers(json, listName) {
  /** @type {number[]} */
  let lines = [];
  let isInList = false;
  for (const { token, line, depth } of keysAndElementsWithLines(json)) {
    if (depth === 1) isInList = JSON.parse(token) === listName;
    if (depth === 1 && isInList) lines = []; // of two members with one name the last one counts
    if (depth === 2 && isInList) lines.push(line);
  }
  return lines;
}

/**
 * The first token of each member of an object and of each element of a list, with its line and depth.
 * @param {string} json
 * @returns {Iterable<{token: string, line: number, depth: number}>}
 */
function* keysAndElementsWithLines(json) {
  let [line, depth, previous] = [1, 0, ""];
  for (const [token] of json.matchAll(/"(?:[^"\\]+|\\.)*"|[[\]{},:\n]|[^\s"[\]{},:]+/g)) {
    if (token === "\n") {
      line += 1;
      continue;
    }
    if (/[[{,]/.test(previous) && previous.length === 1 && !/^[\]}]/.test(token)) yield { token, line, depth };
    depth += DEPTHS[token] ?? 0;
    previous = token;
  }
}
