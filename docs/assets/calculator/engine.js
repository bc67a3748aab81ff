// @ts-check
/** The one file that touches MicroPython: one runtime a page or worker, and only text and JSON text cross. */

/**
 * What door.py offers. Answers are JSON.
 * @typedef {object} Engine
 * @property {(job: string) => string} ask
 * @property {(name: string) => string} advance
 * @property {(name: string, lines: number) => void} begin_file
 * @property {(name: string, text: string) => string} feed
 * @property {(name: string) => string} end_file
 * @property {(name: string, which: string) => void} put
 */

const here = new URL("../generated/", import.meta.url);
const OFFERS = ["ask", "advance", "begin_file", "feed", "end_file", "put"];

/** @type {Promise<Engine> | undefined} */
let engine;
let tries = 0;

/** Loads at the first call, and anew after a failure. */
export const start = () => (engine ??= load().catch(forget));

/** A runtime that broke is not used again. @param {unknown} error @returns {never} */
function forget(error) {
  engine = undefined;
  throw error;
}

/** Whether the runtime itself broke, and not the calculator in it: then it is forgotten. @param {any} error */
export function broke(error) {
  const memory = error?.type === "MemoryError";
  if (memory || error instanceof WebAssembly.RuntimeError || error instanceof RangeError) engine = undefined;
  return memory || !engine;
}

async function load() {
  const [{ loadMicroPython }, live] = await Promise.all([
    import(`${here}mpy/micropython.mjs#${tries++}`), // an address whose import failed stays failed
    fetch(`${here}live.json`).then((got) => got.json()),
  ]);
  const python = await loadMicroPython({ url: `${here}mpy/micropython.wasm`, stdout() {} });
  for (const path in live) {
    const file = `/lib/${path}`;
    python.FS.mkdirTree(file.replace(/\/[^/]*$/, ""));
    python.FS.writeFile(file, live[path]);
  }
  const door = python.pyimport("door");
  return /** @type {Engine} */ (Object.fromEntries(OFFERS.map((name) => [name, door[name]])));
}
