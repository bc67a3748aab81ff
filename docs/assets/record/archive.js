/** All that is kept of a reader, whatever page it is from: to list it, take it away, or erase it. */
/** @import { Draft, Entry } from "./types.js" */
import { answeredBefore } from "./before.js";
import { ERASED, NAME, change, deleteDatabase, forgetUnsaved, look, openDatabase, result } from "./database.js";
import { isDraft, isEntry } from "./events.js";
import { inOrder } from "./replay.js";

const PATIENCE = 4000; // ms

/** @template T @param {Promise<T>} promise @returns {Promise<T>} fails where the browser does not answer */
const soon = (promise) =>
  new Promise((resolve, reject) => {
    const bell = setTimeout(reject, PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(bell));
  });

/**
 * Rows in the order of the log; `strange` counts those that are none of ours.
 * @returns {Promise<{events: Entry[], drafts: Draft[], strange: number}>}
 */
export async function readAll() {
  if (!(await soon(answeredBefore()))) return { events: [], drafts: [], strange: 0 }; // to look leaves no trace
  const db = await soon(openDatabase());
  try {
    const [events, drafts] = await Promise.all(look(db).map((rows) => soon(result(rows.getAll()))));
    const ours = { events: (events ?? []).filter(isEntry).sort(inOrder), drafts: (drafts ?? []).filter(isDraft) };
    return {
      ...ours,
      strange: (events?.length ?? 0) + (drafts?.length ?? 0) - ours.events.length - ours.drafts.length,
    };
  } finally {
    db.close();
  }
}

/** Leaves nothing, and tells the other tabs; fails where the browser does not let go. */
export async function eraseAll() {
  forgetUnsaved();
  await soon(emptied()).catch(() => soon(deleteDatabase())); // what cannot be emptied was not made by us
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(ERASED);
  channel.close();
}

async function emptied() {
  const db = await openDatabase();
  await change(db, (...stores) => stores.forEach((rows) => void rows.clear())).finally(() => db.close());
}

/** Calls back when another tab wrote. @param {() => void} heard @returns {() => void} to stop */
export function watch(heard) {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = heard;
  return () => channel.close();
}

/** The file a reader takes away. @param {{events: Entry[], drafts: Draft[]}} rows */
export const exported = ({ events, drafts }) => `${JSON.stringify({ format: 1, events, drafts })}\n`;

/** Whether the browser has promised not to clear this site by itself; undefined: it cannot say. @returns {Promise<boolean | undefined>} */
export const isPersistent = async () => navigator.storage?.persisted?.().catch(() => undefined);

/** @returns {Promise<boolean | undefined>} */
export const persist = async () => navigator.storage?.persist?.().catch(() => undefined);
