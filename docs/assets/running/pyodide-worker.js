/** Pyodide in a worker. pyodide-runner.js starts it and sends it jobs. */
/** @import { Job, PyodideSettings } from "./types.js" */
import { runnerErrorForCall, runnerErrorForLoading } from "./errors.js";
import { ByteCounter } from "./byte-counter.js";
import { answerRequests } from "./messages.js";

const FOLDER = new URL("../generated/pyodide/", import.meta.url);
const MAIN = "pyodide.asm.mjs"; // imported, so no fetch counts its bytes

/** @type {any} Pyodide's API */
let python;

/**
 * @param {PyodideSettings} settings @param {(progress: import("./types.js").Progress) => void} report
 * @returns {Promise<any>} Pyodide's API. Rejects with a RunnerError
 */
async function loadPython(settings, report) {
  const counter = new ByteCounter(settings.files, report);
  try {
    const loaded = await Promise.race([loadPyodideWithModules(settings, counter), counter.failure]);
    counter.reportDone();
    return loaded;
  } catch (error) {
    throw runnerErrorForLoading(error);
  } finally {
    counter.restoreFetch();
  }
}

/** Pyodide's API, with packages and modules loaded. @param {PyodideSettings} settings @param {ByteCounter} counter */
async function loadPyodideWithModules({ packages, modules }, counter) {
  import(new URL(MAIN, FOLDER).href).then(
    () => counter.addBytes(MAIN, Infinity),
    () => {},
  ); // early; Pyodide imports it too
  const [{ loadPyodide }, sources] = await Promise.all([
    import(new URL("pyodide.mjs", FOLDER).href),
    fetchTextsByName(modules),
  ]);
  const loaded = await loadPyodide({ indexURL: FOLDER.href, packages, stdout: () => {}, stderr: () => {} });
  const lacking = packages.filter((name) => !loaded.loadedPackages[name]); // Pyodide does not fail without them
  if (lacking.length) throw new Error(`not loaded: ${lacking}`);
  for (const [name, source] of Object.entries(sources)) loaded.FS.writeFile(`/lib/${name}.py`, source);
  loaded.runPython("import sys; sys.path.append('/lib')");
  for (const name of Object.keys(sources)) loaded.pyimport(name).destroy();
  return loaded;
}

/** Texts by name. @param {Record<string, string>} addresses @returns {Promise<Record<string, string>>} */
async function fetchTextsByName(addresses) {
  const found = Object.entries(addresses).map(async ([name, address]) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return [name, await response.text()];
  });
  return Object.fromEntries(await Promise.all(found));
}

/**
 * What the job's function returns, as plain data.
 * @param {{job: Job, takesReport: boolean}} request takesReport: `report` is its last argument
 * @param {(content: any) => void} report
 */
function callPythonFunction({ job, takesReport }, report) {
  try {
    const module = python.pyimport(job.module);
    const result = module[job.function](...job.given, ...(takesReport ? [report] : []));
    return result?.toJs ? result.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false }) : result;
  } catch (error) {
    throw runnerErrorForCall(error);
  }
}

answerRequests({
  start: async (settings, report) => {
    python = await loadPython(settings, report);
  },
  run: callPythonFunction,
});
