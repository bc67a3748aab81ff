// @ts-check
/** A calculator's values in the address of the page: #confusion_matrix?tp=40&fp=10. */
/** Whether the hash of the address is about this calculator. @param {string} calculator */
const isHashOfCalculator = (calculator) => location.hash.split("?")[0] === `#${calculator}`;

/** The query with values for this calculator, if the address has one. @param {string} calculator */
export const queryFromAddress = (calculator) =>
  isHashOfCalculator(calculator) ? location.hash.split("?")[1] : undefined;

/** The address of this page with these values. Of the reader's own files it has the names that they go by here.
 * @param {string} calculator @param {Record<string, string>} texts of the fields
 * @param {number[]} reachedGoals numbers of the goals that were reached */
export function addressWith(calculator, texts, reachedGoals) {
  const query = new URLSearchParams(reachedGoals.length ? { ...texts, reached: reachedGoals.join() } : texts);
  return `${location.href.split("#")[0]}#${calculator}?${query}`;
}

/**
 * Puts values into the address, without a step in the history, unless its hash is about something else. With a file of
 * the reader's they are put there in any case, so that the page can say after a reload that the file is gone.
 * @param {string} calculator @param {string} address @param {boolean} hasOwnFile whether the values name such a file
 */
export function replaceAddressIfFree(calculator, address, hasOwnFile) {
  if (!location.hash || isHashOfCalculator(calculator) || hasOwnFile)
    history.replaceState({ ...history.state, hasOwnFile }, "", address);
}

/** Whether a file of the reader's was in use when this page was left or reloaded. */
export const hadOwnFileBeforeReload = () => Boolean(history.state?.hasOwnFile);
