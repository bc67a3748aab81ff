/** Runs Python in Pyodide, which lives in a worker: a worker can be ended whatever its Python does. */
/** @import { Job, PyodideSettings, Runner, RunOptions } from "./types.js" */
import { WorkerRunner } from "./worker-runner.js";

/** @implements {Runner} */
export class PyodideRunner extends WorkerRunner {
  /** @param {PyodideSettings} settings */
  constructor(settings) {
    super(new URL("../running/pyodide-worker.js", import.meta.url), settings);
  }

  /** @param {Job} job @param {RunOptions} [options] */
  run(job, { limit, onReport } = {}) {
    return this.request("run", { job, takesReport: !!onReport }, { limit, onReport });
  }
}
