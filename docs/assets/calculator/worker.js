// @ts-check
/** The desk of a worker: for files of many rows. remote.js talks to it. */
import { Desk } from "./desk.js";
import { start } from "./engine.js";

const SIZE = { slice: 80, piece: 1 << 18 };
const post = (/** @type {object} */ message) => postMessage(message);
/** @type {AbortController | undefined} */
let going;

const ready = start().then((engine) => new Desk(engine, SIZE));
ready.then(() => post({ id: 0 }), (error) => post({ id: 0, failed: String(error) }));

/** @type {Record<string, (desk: Desk, given: any[], tell: (how: any) => void, signal: AbortSignal) => any>} */
const doing = {
  ask: (desk, [job], tell, signal) => desk.ask(job, tell, signal),
  read: (desk, [name, bytes], tell, signal) => desk.read(name, bytes, tell, signal),
  put: (desk, [name, which]) => desk.put(name, which),
};

onmessage = async ({ data: { id, what, given } }) => {
  if (what === "drop") return going?.abort();
  const { signal } = (going = new AbortController());
  try {
    const desk = await ready;
    post({ id, answer: await doing[what]?.(desk, given, (how) => post({ id, how }), signal) });
  } catch (error) {
    post({ id, failed: String(error), type: /** @type {any} */ (error)?.type });
  }
};
