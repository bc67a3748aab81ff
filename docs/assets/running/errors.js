/** Why a job did not end well. The page has a sentence for each kind. */

/**
 * unsupported: this browser has no WebAssembly or no module workers
 * missing: a file of the engine did not arrive
 * memory: the engine ran out of memory
 * crashed: the engine itself broke
 * stopped: the job was canceled, or its engine was stopped
 * timeout: the job took longer than its limit
 * failed: the called function raised an exception
 * @typedef {"unsupported" | "missing" | "memory" | "crashed" | "stopped" | "timeout" | "failed"} Kind
 */

export class RunnerError extends Error {
  /** @param {Kind} kind @param {string} [message] */
  constructor(kind, message = kind) {
    super(message);
    this.name = "RunnerError";
    this.kind = kind;
  }
}

/**
 * The error for a call of Python that failed.
 * @param {any} callError that the engine threw, a Python exception or its own
 * @returns {RunnerError} of the kind memory, failed or crashed
 */
export function runnerErrorForCall(callError) {
  if (isOutOfMemory(callError)) return new RunnerError("memory", String(callError));
  return new RunnerError(callError?.name === "PythonError" ? "failed" : "crashed", String(callError));
}

/**
 * The error for an engine that could not be loaded.
 * @param {unknown} loadingError
 * @returns {RunnerError} of the kind memory or missing
 */
export const runnerErrorForLoading = (loadingError) =>
  new RunnerError(isOutOfMemory(loadingError) ? "memory" : "missing", String(loadingError));

/** @param {any} error that an engine threw */
const isOutOfMemory = (error) =>
  error?.type === "MemoryError" || /out of memory|cannot enlarge memory/i.test(String(error));
