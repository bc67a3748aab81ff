/** Runs Python through PyScript, in a worker that PyScript starts and that this page can end. */
/** @import { Job, Progress, PyScriptSettings, Runner, RunOptions } from "./types.js" */
import { RunnerError } from "./errors.js";

const FOLDER = new URL("../generated/pyscript/", import.meta.url);
const INTERPRETER = new URL("../running/pyscript-worker.js", import.meta.url);

/** @type {Promise<never>} */
const NEVER = new Promise(() => {});

/** @type {Promise<any> | undefined} PyScript, once it is asked for */
let pyScript;
/** Called with each worker as PyScript makes it, long before PyScript hands it over. @type {(worker: any) => void} */
let onWorkerMade = () => {};

/**
 * Imports PyScript once, and has it call onWorkerMade with each worker, which can call no function of the page.
 * @param {string[]} entryThenOtherScripts PyScript's entry, then those that it loads by itself, and waits for without end
 */
function importPyScriptAndHookWorkers(entryThenOtherScripts) {
  pyScript ??= Promise.all(entryThenOtherScripts.map((name) => import(new URL(name, FOLDER).href))).then(([loaded]) => {
    loaded.hooks.main.onWorker.add((/** @type {unknown} */ _, /** @type {any} */ worker) => {
      deletePageFunctionsForWorker(worker.sync);
      onWorkerMade(worker);
    });
    return loaded;
  });
  return pyScript;
}

/**
 * Python in the worker could call these functions of the page, and one of them evaluates any script: it could open an
 * address of another host, which no policy refuses.
 * @param {object} functionsByName of PyScript, which the worker may call; all are deleted
 */
function deletePageFunctionsForWorker(functionsByName) {
  for (const name of Reflect.ownKeys(functionsByName)) Reflect.deleteProperty(functionsByName, name);
}

/** @implements {Runner} */
export class PyScriptRunner {
  #settings;
  /** @type {any} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #starting;
  /** Rejects whatever waits for the worker that there is. @type {(reason: RunnerError) => void} */
  #rejectEnded = () => {};
  /** Rejects when the worker that starts or runs is ended; without one NEVER. @type {Promise<never>} */
  #ended = NEVER;
  /** Gets what the job prints. @type {(output: string) => void} */
  #outputCallback = () => {};
  isReady = false;
  /** The Python that runs, such as "Python 3.14.2". */
  version = "";

  /** @param {PyScriptSettings} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  /** @param {(progress: Progress) => void} [onProgress] */
  start(onProgress = () => {}) {
    this.#starting ??= this.#startOrFail(onProgress);
    return this.#starting;
  }

  /** @param {(progress: Progress) => void} onProgress */
  async #startOrFail(onProgress) {
    if (typeof WebAssembly === "undefined") throw new RunnerError("unsupported");
    /** @type {Promise<never>} */
    const ended = new Promise((_, reject) => void (this.#rejectEnded = reject));
    ended.catch(() => {}); // without a job nothing waits for it
    this.#ended = ended;
    try {
      await Promise.race([this.#startWorker(onProgress), ended]);
      this.isReady = true;
    } catch (error) {
      if (this.#ended === ended) this.stop();
      throw error instanceof RunnerError ? error : new RunnerError("missing", String(error));
    }
  }

  /** @param {(progress: Progress) => void} onProgress */
  async #startWorker(onProgress) {
    const ended = this.#ended;
    const { scripts, program, files, type, sizes, others } = this.#settings;
    const { MPWorker, PyWorker } = await importPyScriptAndHookWorkers(scripts);
    await customElements.whenDefined(`${type}-script`); // a worker that is made earlier lacks the package pyscript
    // PyScript itself would wait for a missing file without end
    for (const address of [program, files]) if (!(await fetch(address)).ok) throw new RunnerError("missing", address);
    if (this.#ended !== ended) return;
    onWorkerMade = (worker) => {
      if (this.#ended !== ended) return worker.terminate(); // stopped while PyScript made it
      this.#worker = worker;
      this.#forwardProgressAndOutput(worker, ({ loaded, total }) =>
        onProgress({ loaded: loaded + others, total: total + others }),
      );
    };
    const version = `${INTERPRETER.href}#${encodeURIComponent(JSON.stringify(sizes))}`;
    const make = type === "mpy" ? MPWorker : PyWorker;
    const worker = await make(program, { version, async: true, config: { files: { [files]: "./files.json" } } });
    const { error, version: python } = JSON.parse(await worker.sync.start());
    if (error) throw new RunnerError("missing", error);
    this.version = python;
  }

  /** @param {any} worker @param {(progress: Progress) => void} onProgress */
  #forwardProgressAndOutput(worker, onProgress) {
    worker.onerror = () => {}; // `ready` rejects, too
    worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
      if (data?.progress) onProgress(data.progress);
      else if (data?.output) this.#outputCallback(data.output);
    });
  }

  /** @param {Job} job whose function is one of the program's @param {RunOptions} [options] */
  async run(job, { onReport = () => {} } = {}) {
    await this.start();
    if (!this.#worker) throw new RunnerError("stopped");
    this.#outputCallback = onReport;
    try {
      return JSON.parse(await Promise.race([this.#worker.sync[job.function](...job.given), this.#ended]));
    } catch (error) {
      if (error instanceof RunnerError) throw error;
      this.stop();
      throw new RunnerError("crashed", String(error));
    }
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = this.#starting = undefined;
    this.#ended = NEVER;
    this.isReady = false;
    this.#rejectEnded(new RunnerError("stopped"));
  }
}
