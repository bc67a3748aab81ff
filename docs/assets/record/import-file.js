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
  const { events, drafts } = parseExportOrThrowFileError(text);
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
 * A sentence for each rejection, with the line of the row where that is known: "Event 37 (line 38) has no "score"."
 * @param {ImportFile} file
 * @param {Rejection[]} rejected
 * @returns {string[]}
 */
export function rejectionSentences(file, rejected) {
  const lines = rowLineNumbers(file);
  const eventCount = file.events.length + file.rejected.filter(({ list }) => list === "events").length;
  return rejected.map(({ list, index, reason }) => {
    const [rowName, line] = list === "events" ? ["Event", lines[index]] : ["Draft", lines[eventCount + index]];
    return `${rowName} ${index + 1}${line ? ` (line ${line})` : ""} ${reason}.`;
  });
}

/**
 * The line of each event, then of each draft; nothing if an editor has reformatted the file, so that a line holds no row or more
 * than one.
 * @param {ImportFile} file
 */
function rowLineNumbers({ text, events, drafts, rejected }) {
  const numbers = text.split("\n").flatMap((line, index) => (index > 0 && /^[^\s\]}]/.test(line) ? [index + 1] : []));
  return numbers.length === events.length + drafts.length + rejected.length ? numbers : [];
}

/** @param {Blob} file */
async function readBytesOrThrowFileError(file) {
  const megabytes = Math.ceil(file.size / 1e6);
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
function parseExportOrThrowFileError(text) {
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
