// @ts-check
/** The one file that touches MicroPython: one runtime a page or worker, and only text, JSON text and files cross. */
import { divide, put } from "./classes.js";

/**
 * What door.py offers. Answers are JSON.
 * @typedef {object} Engine
 * @property {(job: string, slice: number) => string} ask
 * @property {(name: string, slice: number) => string} advance
 * @property {(name: string, lines: number) => void} begin_file
 * @property {(name: string, text: string) => string} feed
 * @property {(name: string) => string} head
 * @property {(name: string, rows: import("./plain.js").Rows) => string} take
 * @property {(name: string) => string} end_file
 * @property {(name: string, which: string) => void} put
 * @property {() => void} rest
 */

const here = new URL("../generated/", import.meta.url);
const SHELF = "shelf.mpy"; // the module that takes the others
const OFFERS = ["ask", "advance", "begin_file", "feed", "head", "end_file", "put", "rest"];

/** @type {Promise<any> | undefined} */
let runtime;
/** What each calculator needs, as written by macros/staging/bundles.py. @type {Map<string, Promise<Uint8Array>>} */
const bundles = new Map();
/** What each calculator calls. @type {Map<string, Promise<Engine>>} */
const engines = new Map();
let tries = 0;

/** The engine, with what that calculator needs; loads at the first call, and anew after a failure. @param {string} name */
export function start(name) {
  const known = engines.get(name) ?? opened(name);
  engines.set(name, known);
  known.catch(() => engines.delete(name));
  return known;
}

/** Imports the calculator too, so that the reader's first wish need not wait for that. @param {string} name */
async function opened(name) {
  const [python, bundle] = await Promise.all([(runtime ??= load().catch(forget)), fetched(name)]);
  unpack(python, bundle);
  const door = python.pyimport("door");
  door.bring(name);
  const offers = Object.fromEntries(OFFERS.map((offer) => [offer, door[offer]]));
  door.offer(() => divide(python.FS));
  offers.take = (/** @type {string} */ calculator, /** @type {import("./plain.js").Rows} */ rows) => {
    put(python.FS, "/one", rows.one);
    put(python.FS, "/other", rows.other);
    return door.take(calculator, rows.one.length);
  };
  return /** @type {Engine} */ (offers);
}

/** A runtime that broke is not used again. @param {unknown} error @returns {never} */
function forget(error) {
  runtime = undefined;
  throw error;
}

/** Whether the runtime itself broke, and not the calculator in it: then it is forgotten. @param {any} error */
export function broke(error) {
  const broken =
    error?.type === "MemoryError" || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  if (broken) {
    runtime = undefined;
    engines.clear();
  }
  return broken;
}

async function load() {
  const url = `${here}mpy/micropython.wasm`;
  const loader = import(`${here}mpy/micropython.mjs#${tries++}`); // an address that failed stays failed
  hurry(url);
  const { loadMicroPython } = await loader;
  return loadMicroPython({ url, stdout() {} });
}

/** Lets the browser fetch what the loader will ask for only later. @param {string} href */
function hurry(href) {
  if (!("document" in globalThis)) return; // a worker has no links
  const link = document.createElement("link");
  document.head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
}

/** @param {string} name */
function fetched(name) {
  const known = bundles.get(name) ?? fetch(`${here}live/${name}.bin`).then(bytes);
  bundles.set(name, known);
  known.catch(() => bundles.delete(name));
  return known;
}

/** @param {Response} got */
async function bytes(got) {
  if (!got.ok) throw new Error(`${got.url}: ${got.status}`);
  return new Uint8Array(await got.arrayBuffer());
}

/** Gives Python the modules of a bundle: a line of JSON, [[path, bytes], ...], then the modules.
 * @param {any} python @param {Uint8Array} bundle */
function unpack({ FS, pyimport }, bundle) {
  let at = bundle.indexOf(10) + 1;
  for (const [path, size] of JSON.parse(new TextDecoder().decode(bundle.subarray(0, at)))) {
    if (path === SHELF) FS.writeFile(`/${path}`, bundle.subarray(at, at + size));
    at += size;
  }
  FS.writeFile("/bundle", bundle);
  pyimport("shelf").add("/bundle", bundle.length);
}
