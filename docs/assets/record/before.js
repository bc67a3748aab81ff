/** Asks the browser one thing and opens nothing: a page that nobody answered yet does without the rest of this room. */

const NAME = "model-answers-record"; // as in store.js

/** Whether something may be kept from before; where that cannot be asked, it may. */
export async function answeredBefore() {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return true;
  }
}
