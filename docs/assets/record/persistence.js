/** Whether to ask the reader if this browser should be asked to keep what is stored. Once, and after a few answers. */
import { isPersistent } from "./archive.js";
import { openDatabase, openStoresForReading, resultOf } from "./database.js";

const MIN_EVENTS = 3;
/** `item` of the setting event that holds what came of the question. */
export const PERSISTENT_STORAGE = "persistent-storage";

/** Whether something was answered, the browser can be asked, has not promised it, and the reader was not asked before. @returns {Promise<boolean>} */
export async function isPersistenceOfferDue() {
  if (!navigator.storage?.persist || (await isPersistent()) !== false || (await isPermissionDenied())) return false;
  const db = await openDatabase();
  try {
    const [events] = openStoresForReading(db);
    const requests = [events.count(), events.index("item").count(PERSISTENT_STORAGE)];
    const [count = 0, asked = 0] = await Promise.all(requests.map(resultOf));
    return count >= MIN_EVENTS && !asked;
  } finally {
    db.close();
  }
}

/** Whether the reader has told the browser never to ask. Some browsers do not know this permission. */
async function isPermissionDenied() {
  try {
    return (await navigator.permissions.query({ name: "persistent-storage" })).state === "denied";
  } catch {
    return false;
  }
}
