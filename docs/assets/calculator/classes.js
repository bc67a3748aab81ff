// @ts-check
/** Columns cross between JavaScript and Python as files: no text of numbers is written and read for them. */

/** @typedef {{readFile: (path: string) => Uint8Array<ArrayBuffer>, writeFile: (path: string, bytes: Uint8Array) => void}} Files */

/** @param {Files} files @param {string} path @param {Int8Array | Float64Array} column */
export const put = (files, path, column) => files.writeFile(path, new Uint8Array(column.buffer));

/** Splits the scores in /other by the labels in /one, and sorts either class, below all its scores -Infinity: what
 * macros/live/metrics/classes.py does, in a twentieth of the time. How long /pos is, the other class is in /neg. @param {Files} files */
export function divide(files) {
  const labels = new Int8Array(files.readFile("/one").buffer);
  const scores = new Float64Array(files.readFile("/other").buffer);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const [pos, neg] = [new Float64Array(positives + 1), new Float64Array(labels.length - positives + 1)];
  let [p, n] = [0, 0];
  pos[p++] = neg[n++] = -Infinity;
  for (let row = 0; row < labels.length; row++)
    labels[row] ? (pos[p++] = Number(scores[row])) : (neg[n++] = Number(scores[row]));
  put(files, "/pos", pos.sort());
  put(files, "/neg", neg.sort());
  return pos.length;
}
