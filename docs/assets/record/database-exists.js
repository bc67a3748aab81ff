/** Asks the browser whether anything may be stored, without opening the database: most pages then load no more of record/. */

const PREFIX = "model-answers-"; // of every database of this project, as an origin can host many projects
const UNWRITTEN_ROWS = `${PREFIX}record-unwritten-`; // begins a key in the session storage of the tab; see database.js

/** Where this page saves rows until its database is open. */
export const keyOfUnwrittenRows = () => UNWRITTEN_ROWS + performance.timeOrigin;

/** Where pages of this tab have saved rows that no page has written to a database yet. */
export function keysOfUnwrittenRows() {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(UNWRITTEN_ROWS));
  } catch {
    return []; // refused
  }
}

/** Whether this browser has a database of ours, or this tab has rows for it. True where the browser cannot tell. */
export async function databaseExists() {
  if (keysOfUnwrittenRows().length) return true;
  try {
    return (await indexedDB.databases()).some(({ name }) => name?.startsWith(PREFIX));
  } catch {
    return true;
  }
}
