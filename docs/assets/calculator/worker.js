// @ts-check
/** The desk of a worker: for files of many rows, and where the page is slow. remote.js talks to it. */
import { Desk } from "./desk.js";
import { start } from "./engine.js";

const SIZE = { slice: 200, piece: 1 << 20 };
const post = (/** @type {object} */ message) => postMessage(message);
/** @type {AbortController | undefined} */
let going;

/** @type {Promise<Desk>} */
let ready;

/** @type {Record<string, (given: any[], tell: (how: any) => void, signal: AbortSignal) => any>} */
const doing = {
  start: async ([name]) => void (await (ready = start(name).then((engine) => new Desk(engine, SIZE)))),
  ask: async ([job], tell, signal) => (await ready).askInTurn(job, tell, signal),
  read: async ([name, bytes], tell, signal) => (await ready).read(name, bytes, tell, signal),
  rest: async () => (await ready).rest(),
  put: async ([name, which]) => (await ready).put(name, which),
};

onmessage = async ({ data: { id, what, given } }) => {
  if (what === "drop") return going?.abort();
  const { signal } = what === "rest" ? new AbortController() : (going = new AbortController());
  try {
    post({ id, answer: await doing[what]?.(given, (how) => post({ id, how }), signal) });
  } catch (error) {
    post({ id, failed: String(error), type: /** @type {any} */ (error)?.type });
  }
};
