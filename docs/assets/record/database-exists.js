/** Asks the browser whether anything may be stored, without opening the database: most pages then load no more of record/. */

const PREFIX = "model-answers-"; // of every database of this project, as an origin can host many projects

/** Whether this browser has a database of ours. True where the browser cannot tell. */
export async function databaseExists() {
  try {
    return (await indexedDB.databases()).some(({ name }) => name?.startsWith(PREFIX));
  } catch {
    return true;
  }
}
