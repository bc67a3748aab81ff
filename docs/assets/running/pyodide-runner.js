/** Runs Python in Pyodide, which lives in a worker: a worker can be ended whatever its Python does. */
/** @import { Job, PyodideSettings, Runner, RunOptions } from "./types.js" */
import { RunnerError } from "./errors.js";
import { WorkerRunner } from "./worker-runner.js";

/** @implements {Runner} */
export class PyodideRunner extends WorkerRunner {
  /** @param {PyodideSettings} settings */
  constructor(settings) {
    super(new URL("../running/pyodide-worker.js", import.meta.url), settings);
  }

  /** Ends the worker when the job is canceled. @param {Job} job @param {RunOptions} [options] */
  async run(job, { signal, limit, onReport } = {}) {
    if (signal?.aborted) throw new RunnerError("stopped");
    const stop = () => this.stop();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await this.request("run", { job, takesReport: !!onReport }, { limit, onReport });
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }
}
