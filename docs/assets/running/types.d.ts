/** Bytes as sent: what has arrived of an engine's files, and all of them. */
export interface Progress {
  loaded: number;
  total: number;
}

/**
 * A call of one Python function. Arguments, reports and the result are plain data, as JSON has it. For MicroPython and
 * PyScript the function returns JSON text.
 */
export interface Job {
  module: string;
  function: string;
  given: unknown[];
}

export interface RunOptions {
  /** Cancels the job. Only in MicroPython: a job of the other engines ends with `stop`. */
  signal?: AbortSignal;
  /** Milliseconds that the job may take, counted from the moment the engine is ready. Only in Pyodide. */
  limit?: number;
  /**
   * Gets what the job says on its way. In Pyodide, the function is called with one more argument, a function for this.
   * In MicroPython, it gets results with `progress`, and in PyScript what the program prints.
   */
  onReport?: (report: any) => void;
}

/**
 * Runs Python somewhere. Every rejection is a RunnerError (errors.js), whose `kind` says what happened.
 * After `stop` or a crash the next `start` or `run` starts the engine again. A canceled job ends between two slices and
 * leaves the engine as it is.
 */
export interface Runner {
  readonly isReady: boolean;
  /** Loads the engine once; resolves when it can run jobs. */
  start(onProgress?: (progress: Progress) => void): Promise<void>;
  /** Starts the engine if necessary, and runs one job. */
  run(job: Job, options?: RunOptions): Promise<any>;
  /** Ends whatever runs and frees the engine's memory. */
  stop(): void;
}

/** What the site uses of the API of MicroPython. */
export interface PythonApi {
  /** The files that Python finds. */
  FS: {
    mkdirTree(path: string): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
    writeFile(path: string, content: Uint8Array): void;
  };
  /** The module of this name, with its functions. */
  pyimport(module: string): any;
}

/** What the worker must know to start Pyodide. */
export interface PyodideSettings {
  /** Size as stored and as sent of each file of the engine, by name. */
  files: Record<string, [size: number, compressed: number]>;
  /** Packages of the lock file. */
  packages: string[];
  /** Python modules of the site by name: addresses of their sources. */
  modules: Record<string, string>;
}

/** What MicroPython's worker must know. */
export interface MicroPythonSettings {
  /** Address of the worker's script, which calls startMicroPythonWithModules and runJobInSlices of micropython.js. */
  worker: URL;
  /** Address of the file with the Python modules. */
  modules: string;
  /** Runs as the last part of the start. */
  firstJob: Job;
}

/** What PyScript must know to start Python. */
export interface PyScriptSettings {
  /** MicroPython or Pyodide, as PyScript calls them. */
  type: "mpy" | "py";
  /** Names of PyScript's scripts, its entry first. */
  scripts: string[];
  /** Address of the Python program that the worker runs; its functions return JSON. `start` says {version} or {error}. */
  program: string;
  /** Address of the JSON file with the files that the program unpacks. */
  files: string;
  /** Size as stored and as sent of each file of the interpreter, by name. */
  sizes: Record<string, [size: number, compressed: number]>;
  /** Bytes as sent of all else. */
  others: number;
}
