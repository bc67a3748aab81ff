// @ts-check
/** The one file that touches MicroPython: one runtime a page, and only JSON text crosses. */

const here = new URL("../generated/", import.meta.url);
const DOOR = `
import json
from live.running import run
def call(text):
    job = json.loads(text)
    return json.dumps(run(__import__("live.calculators." + job["name"], None, None, ["run"]), job))
`;

/** @type {Promise<(job: object) => any> | undefined} */
let engine;
let tries = 0;

/** The function that answers jobs. Loads at the first call, and anew after a failure. */
export const start = () =>
  (engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  }));

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
  python.runPython(DOOR);
  const call = python.globals.get("call");
  return (/** @type {object} */ job) => JSON.parse(call(JSON.stringify(job)));
}
