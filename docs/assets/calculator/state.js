// @ts-check
/** A calculator's numbers in the address: #confusion_matrix?tp=40&fp=10. */

/** @param {string} name */
const own = (name) => location.hash.split("?")[0] === `#${name}`;

/** @param {string} name */
export const read = (name) => own(name) && location.hash.split("?")[1];

/** The reader's own files are left out: nobody else has them. @param {string} name @param {Record<string, string>} texts */
export function link(name, texts) {
  const shared = Object.entries(texts).filter(
    ([field, text]) => !(/^(data|pin\d)$/.test(field) && /^own\d+$/.test(text)),
  );
  return `${location.href.split("#")[0]}#${name}?${new URLSearchParams(shared)}`;
}

/** No step in the history, and no other's hash is touched. @param {string} name @param {string} address */
export function write(name, address) {
  if (!location.hash || own(name)) history.replaceState(history.state, "", address);
}
