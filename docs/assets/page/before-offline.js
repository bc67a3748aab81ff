// Once a calculator reads the reader's own file, its page requests nothing by itself; a reader who opens the search or a
// term still does. Scripts that load something by themselves say so here, and load it first. They are packed apart from
// each other, so an event of the document connects them.

const EVENT = "before-offline";

/**
 * Has something loaded before the page requests nothing by itself any more. Called again for each file.
 * @param {() => Promise<unknown>[]} startLoads
 */
export const addLoadsBeforeOffline = (startLoads) =>
  document.addEventListener(EVENT, (event) =>
    /** @type {CustomEvent<Promise<unknown>[]>} */ (event).detail.push(...startLoads()),
  );

/** Resolves once all that scripts of the page load later has arrived, or has failed to. */
export async function loadEverythingBeforeOffline() {
  /** @type {Promise<unknown>[]} */
  const loading = [];
  document.dispatchEvent(new CustomEvent(EVENT, { detail: loading }));
  await Promise.allSettled(loading);
}
