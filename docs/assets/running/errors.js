/** Why a job did not end well. The page has a sentence for each kind. */

/**
 * unsupported: this browser has no WebAssembly or no module workers
 * missing: a file of the engine did not arrive
 * memory: the engine ran out of memory
 * crashed: the engine itself broke
 * stopped: the job was cancelled
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

/** Why a call of Python failed. @param {any} error that the engine threw @returns {Kind} */
export function pythonFailureKind(error) {
  if (isOutOfMemory(error)) return "memory";
  return error?.name === "PythonError" ? "failed" : "crashed";
}

/** @param {any} error that an engine threw */
export const isOutOfMemory = (error) =>
  error?.type === "MemoryError" || /out of memory|cannot enlarge memory/i.test(String(error));
