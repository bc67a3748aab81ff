/**
 * What PyScript loads in its worker in place of an interpreter: the site's own copy of it. Posts {progress} while files
 * arrive and {output} for what Python prints; by itself PyScript says nothing on the way and prints to the console.
 */
import { ByteCounter } from "./byte-counter.js";

const MAX_OUTPUT = 20_000; // characters of one run; a page that shows more gets slow
const FOLDER = new URL("../generated/", import.meta.url);
const PYODIDE = new URL("pyodide/", FOLDER);
/** Folders of the files that are imported: no fetch counts their bytes. */
const IMPORTED = { "micropython.mjs": "mpy/", "pyodide.mjs": "pyodide/", "pyodide.asm.mjs": "pyodide/" };
/** Sizes of the files, by name; the address of this script carries them. @type {Record<string, [number, number]>} */
const files = JSON.parse(decodeURIComponent(new URL(import.meta.url).hash.slice(1)));

export const version = "site"; // PyScript asks for one

// Python starts no worker, as in labs; see page-policy.js.
Reflect.deleteProperty(globalThis, "Worker");
Reflect.deleteProperty(globalThis, "SharedWorker");

/** @param {object} options PyScript's */
export function loadMicroPython(options) {
  const url = new URL("mpy/micropython.wasm", FOLDER).href;
  return loadAndPostProgress(async () =>
    (await importAndCountAsArrived("micropython.mjs")).loadMicroPython({
      ...options,
      url,
      linebuffer: false,
      stdout: queueOutput,
      stderr: queueOutput,
    }),
  );
}

/** @param {object} options PyScript's */
export function loadPyodide(options) {
  return loadAndPostProgress(async () => {
    importAndCountAsArrived("pyodide.asm.mjs").catch(() => {}); // early; Pyodide imports it too
    const python = await (
      await importAndCountAsArrived("pyodide.mjs")
    ).loadPyodide({ ...options, indexURL: PYODIDE.href });
    for (const set of ["setStdout", "setStderr"]) python[set]({ write: queueOutput });
    return python;
  });
}

let counter = /** @type {ByteCounter | undefined} */ (undefined);

/** What `load` resolves with; posts the bytes that arrive meanwhile. @param {() => Promise<any>} load */
async function loadAndPostProgress(load) {
  counter = new ByteCounter(files, (progress) => postMessage({ progress }));
  try {
    const loaded = await Promise.race([load(), counter.failure]);
    counter.reportDone();
    return loaded;
  } finally {
    counter.restoreFetch();
  }
}

/** Imports a JavaScript module; its file counts as arrived. @param {keyof typeof IMPORTED} fileName */
async function importAndCountAsArrived(fileName) {
  const module = await import(new URL(IMPORTED[fileName] + fileName, FOLDER).href);
  counter?.addBytes(fileName, Infinity);
  return module;
}

// --- output ---

const TOGETHER = 1000; // characters that wait for the end of their line; MicroPython hands over one byte at a time
let left = MAX_OUTPUT; // below 0: the output was cut
let waiting = "";
let decoder = new TextDecoder();

/**
 * Adds to the text that waits, and posts it at the end of a line.
 * @param {Uint8Array} bytes
 * @returns {number} how many were taken: all
 */
function queueOutput(bytes) {
  if (left >= 0) waiting += decoder.decode(bytes, { stream: true });
  if (waiting.endsWith("\n") || waiting.length > TOGETHER) postOutputUpToLimit();
  return bytes.length;
}

function postOutputUpToLimit() {
  if (!waiting) return;
  const cut =
    waiting.length > left
      ? `\n... Output stops here: ${MAX_OUTPUT.toLocaleString("en-US")} characters are shown.\n`
      : "";
  postMessage({ output: waiting.slice(0, left) + cut });
  left -= waiting.length;
  waiting = "";
}

/** Python calls these around each run. */
Object.assign(globalThis, {
  resetOutput() {
    left = MAX_OUTPUT;
    waiting = "";
    decoder = new TextDecoder();
  },
  endOutput: postOutputUpToLimit,
});
