// @ts-check
/** A calculator's values in the address of the page: #confusion_matrix?tp=40&fp=10. */
import { isOwnFile } from "../engine.js";

/** @param {string} calculator */
const isAddressed = (calculator) => location.hash.split("?")[0] === `#${calculator}`;

/** The query with values for this calculator, if the address has one. @param {string} calculator */
export const queryFor = (calculator) => (isAddressed(calculator) ? location.hash.split("?")[1] : undefined);

/** The address of this page with these values. The reader's own files are left out: nobody else has them.
 * @param {string} calculator @param {Record<string, string>} texts of the fields */
export function addressWith(calculator, texts) {
  const shared = Object.entries(texts).filter(([field, text]) => !(/^(data|pin\d)$/.test(field) && isOwnFile(text)));
  return `${location.href.split("#")[0]}#${calculator}?${new URLSearchParams(shared)}`;
}

/** Puts values into the address, without a step in the history, unless its hash is about something else.
 * @param {string} calculator @param {string} address */
export function replaceAddress(calculator, address) {
  if (!location.hash || isAddressed(calculator)) history.replaceState(history.state, "", address);
}
