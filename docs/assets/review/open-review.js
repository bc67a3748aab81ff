/** What the last review of this tab has left, which is kept until the tab is closed, so that a reload does not lose it. */
/** @import { Catalogue, OpenReview } from "./types.js" */
import { readFromSessionStorage, trySaveToSessionStorage } from "../record/database.js";

/** @param {OpenReview} review */
export const saveOpenReview = (review) => void trySaveToSessionStorage("review", review);

/**
 * What saveOpenReview saved last in this tab, without items that are no longer in the bank; undefined if there is nothing.
 * @param {Catalogue} catalogue
 * @returns {OpenReview | undefined}
 */
export function readSavedOpenReview(catalogue) {
  const saved = /** @type {OpenReview | undefined} */ (readFromSessionStorage("review"));
  const existing = new Set(catalogue.items.map(({ id }) => id));
  return saved && { ...saved, items: saved.items.filter(({ item }) => existing.has(item)) };
}
