// Once a calculator reads the reader's own file, its page requests nothing by itself; a reader who opens the search or a
// term still does. Scripts that load something by themselves say so here, and load it first. They are packed apart from
// each other, so an event of the document connects them.

const EVENT = "before-offline";

/**
 * Registers `startLoading` to run once per file of the reader, before the page stops sending requests by itself.
 * @param {() => Promise<unknown>[]} startLoading
 */
export const registerBeforeOfflineLoader = (startLoading) =>
  document.addEventListener(EVENT, (event) =>
    /** @type {CustomEvent<Promise<unknown>[]>} */ (event).detail.push(...startLoading()),
  );

/** Resolves once all that scripts of the page load later has arrived, or has failed to. */
export async function loadEverythingBeforeOffline() {
  /** @type {Promise<unknown>[]} */
  const loading = [];
  document.dispatchEvent(new CustomEvent(EVENT, { detail: loading }));
  await Promise.allSettled(loading);
}
