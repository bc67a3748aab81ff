/** A calculator's values in the address of the page: #confusion_matrix?tp=40&fp=10. */
/** Whether the hash of the address is about this calculator. @param {string} calculator */
const isHashOfCalculator = (calculator) => location.hash.split("?")[0] === `#${calculator}`;

/** The query with values for this calculator, if the hash has one. @param {string} calculator */
export const queryFromHash = (calculator) => (isHashOfCalculator(calculator) ? location.hash.split("?")[1] : undefined);

/**
 * The address of this page with these values. Of the reader's own files it has the names that they go by here.
 * @param {string} calculator
 * @param {Record<string, string>} texts of the fields
 * @param {number[]} reachedGoals numbers of the goals that were reached
 */
export function addressWith(calculator, texts, reachedGoals) {
  const query = new URLSearchParams(reachedGoals.length ? { ...texts, reached: reachedGoals.join() } : texts);
  return `${location.href.split("#")[0]}#${calculator}?${query}`;
}

/** Whether the hash of the address may be replaced: it is empty, or about this calculator. @param {string} calculator */
export const canReplaceHash = (calculator) => !location.hash || isHashOfCalculator(calculator);

/**
 * Replaces the address and the state of this entry of the history.
 * @param {string} address
 * @param {{hasOwnFile: boolean}} state whether its values name a file of the reader's, which is known after a reload
 */
export const replaceHistoryEntry = (address, { hasOwnFile }) =>
  history.replaceState({ ...history.state, hasOwnFile }, "", address);

/** Whether a file of the reader's was in use when this page was left or reloaded. */
export const hadOwnFileBeforeReload = () => Boolean(history.state?.hasOwnFile);
