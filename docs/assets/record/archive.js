/** All that this browser stores of a reader, from any page: to list it, export it, or erase it. */
/** @import { Draft, Entry } from "./types.js" */
import {
  ERASED,
  deleteDatabase,
  deleteEmptyPyScriptDatabases,
  eraseOwnSessionStorage,
  openChannel,
  openDatabase,
  openStoresForReading,
  resultOf,
  commitWrites,
} from "./database.js";
import { isValidDraft, isValidEntry } from "./events.js";
import { compareEntries } from "./replay.js";
import { storedRowsMayExist } from "./stored-rows.js";

const TIMEOUT = 4000; // ms

/** @template T @param {Promise<T>} promise @returns {Promise<T>} rejects if the browser does not answer in time */
export const withTimeout = (promise) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the browser does not answer")), TIMEOUT);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/**
 * Rows in the order of the log; `unknown` counts the rows that this site did not write.
 * @returns {Promise<{events: Entry[], drafts: Draft[], unknown: number}>}
 */
export async function readAllRows() {
  if (!(await withTimeout(storedRowsMayExist()))) return { events: [], drafts: [], unknown: 0 }; // reading creates no database
  const db = await withTimeout(openDatabase());
  try {
    const stored = await Promise.all(openStoresForReading(db).map((rows) => withTimeout(resultOf(rows.getAll()))));
    const [events = [], drafts = []] = stored;
    const ours = { events: events.filter(isValidEntry).sort(compareEntries), drafts: drafts.filter(isValidDraft) };
    return { ...ours, unknown: events.length + drafts.length - ours.events.length - ours.drafts.length };
  } finally {
    db.close();
  }
}

/**
 * Erases everything and tells the other tabs. Rejects if the browser refuses, or does not close the database in time, or if
 * rows can still be read afterwards.
 */
export async function eraseAll() {
  eraseOwnSessionStorage();
  await withTimeout(clearEventsAndDrafts()).catch(() => {
    notifyOtherTabs(ERASED); // first: a tab restores what a neighbor deleted, and not what the reader erased
    return withTimeout(deleteDatabase());
  });
  const { events, drafts, unknown } = await readAllRows();
  if (events.length + drafts.length + unknown) throw new Error("rows are left");
  await deleteEmptyPyScriptDatabases().catch(() => {}); // they hold nothing of the reader
  notifyOtherTabs(ERASED);
}

/** @param {import("./database.js").Message} message */
export function notifyOtherTabs(message) {
  const channel = openChannel();
  channel?.postMessage(message);
  channel?.close();
}

/** Removes all rows, and keeps the database. */
async function clearEventsAndDrafts() {
  const db = await openDatabase();
  await commitWrites(db, (...stores) => stores.forEach((rows) => void rows.clear())).finally(() => db.close());
}

/**
 * Calls back when another tab, or another part of this page, wrote.
 * @param {(isErased: boolean) => void} onWriteOrErase
 * @returns {() => void} stops it
 */
export function watchWrites(onWriteOrErase) {
  const channel = openChannel((message) => onWriteOrErase(message === ERASED));
  return () => channel?.close();
}

/** The text of the file that a reader exports, with a line for each row. @param {{events: Entry[], drafts: Draft[]}} rows */
export const exportText = ({ events, drafts }) =>
  `{"format":1,"events":${jsonListWithLinePerRow(events)},"drafts":${jsonListWithLinePerRow(drafts)}}\n`;

/** A list as JSON, with a line for each row. @param {object[]} rows */
const jsonListWithLinePerRow = (rows) =>
  rows.length ? `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]` : "[]";

/**
 * Whether the browser has promised not to clear this site by itself; undefined: it cannot say.
 * @returns {Promise<boolean | undefined>}
 */
export const isStoragePersistent = async () => navigator.storage?.persisted?.().catch(() => undefined);

/** @returns {Promise<boolean | undefined>} whether the browser agreed */
export const requestPersistence = async () => navigator.storage?.persist?.().catch(() => undefined);
