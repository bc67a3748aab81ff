/** MicroPython in a worker: starts it with the modules of one file, and runs jobs in slices. */
/** @import { Job, PythonApi } from "./types.js" */
import { runnerErrorForCall, runnerErrorForLoading } from "./errors.js";
import { waitForArrivedMessages } from "./messages.js";

const FOLDER = new URL("../generated/mpy/", import.meta.url);
const LINE_FEED = 10;

/**
 * @param {string} bundleUrl address of the file with Python modules, as macros/staging/calculator_bundles.py writes it
 * @returns {Promise<PythonApi>} rejects with a RunnerError
 */
export async function startMicroPythonWithModules(bundleUrl) {
  try {
    const [python, bundle] = await Promise.all([loadMicroPythonRuntime(), fetchBytes(bundleUrl)]);
    writeModules(python.FS, bundle);
    return python;
  } catch (error) {
    throw runnerErrorForLoading(error);
  }
}

/** @returns {Promise<PythonApi>} */
async function loadMicroPythonRuntime() {
  const { loadMicroPython } = await import(new URL("micropython.mjs", FOLDER).href);
  return loadMicroPython({ url: new URL("micropython.wasm", FOLDER).href, stdout: () => {} });
}

/** @param {string} address */
async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Writes the modules of a bundle to /lib: a line of JSON, [[path, bytes], ...], then the modules.
 * @param {PythonApi["FS"]} fileSystem
 * @param {Uint8Array} bundle
 */
function writeModules(fileSystem, bundle) {
  let start = bundle.indexOf(LINE_FEED) + 1;
  for (const [path, size] of JSON.parse(new TextDecoder().decode(bundle.subarray(0, start)))) {
    fileSystem.mkdirTree(`/lib/${path}`.replace(/\/[^/]*$/, ""));
    fileSystem.writeFile(`/lib/${path}`, bundle.subarray(start, start + size));
    start += size;
  }
}

/**
 * Calls a Python function that returns JSON. A result with `progress` is reported, and then the module's `resume` is
 * called until there is another result.
 * @param {PythonApi} python
 * @param {Job} job
 * @param {(progress: any) => void} report
 * @param {AbortSignal} signal
 * @returns {Promise<any>} rejects with a RunnerError
 */
export async function runJobInSlices(python, job, report, signal) {
  try {
    const module = python.pyimport(job.module);
    let result = JSON.parse(module[job.function](...job.given));
    while (result?.progress !== undefined) {
      report(result);
      await waitForArrivedMessages();
      signal.throwIfAborted();
      result = JSON.parse(module.resume());
    }
    return result;
  } catch (error) {
    throw runnerErrorForCall(error);
  }
}
