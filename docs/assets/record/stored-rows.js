/** Asks the browser whether anything may be stored, without opening the database: most pages then load no more of record/. */

const PREFIX = "model-answers-"; // of every database of this project, as an origin can host many projects
const SESSION_PREFIX = `${PREFIX}record-`; // of every key in the session storage of the tab; see database.js
const UNWRITTEN = "unwritten-"; // start of the names of such rows there

/** The name in the session storage under which this page saves rows until its database is open. */
export const unwrittenRowsNameOfThisPage = () => UNWRITTEN + performance.timeOrigin;

/** The names in the session storage under which pages of this tab have saved rows that are not in a database yet. */
export function unwrittenRowsNamesOfThisTab() {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(SESSION_PREFIX + UNWRITTEN));
    return keys.map((key) => key.slice(SESSION_PREFIX.length));
  } catch {
    return []; // refused
  }
}

/** Whether this browser has a database of ours, or this tab has rows for it. True where the browser cannot tell. */
export async function storedRowsMayExist() {
  if (unwrittenRowsNamesOfThisTab().length) return true;
  try {
    return (await indexedDB.databases()).some(({ name }) => name?.startsWith(PREFIX));
  } catch {
    return true;
  }
}
