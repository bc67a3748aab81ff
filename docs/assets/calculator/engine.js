/** A calculator's Python in its worker, and the data sets that Python needs. */
/** @import { RunOptions } from "../running/types.js" */
/** @import { Answer, FileChoices, FileReport } from "./types.js" */
import { RunnerError } from "../running/errors.js";
import { MicroPythonRunner } from "../running/micropython-runner.js";

const WORKER = new URL("./worker.js", import.meta.url);
const BUNDLES = new URL("../generated/live/", import.meta.url);
const EXAMPLES = new URL("../../data/", import.meta.url);
const OWN_FILE = /^own\d+$/;

/** Example files by name, each fetched once. @type {Map<string, Promise<Uint8Array>>} */
const exampleFiles = new Map();

/** Whether a data set comes from a file of the reader's. @param {string} datasetName */
export const isOwnFile = (datasetName) => OWN_FILE.test(datasetName);

/** Whether a field chooses data. @param {string} fieldName */
export const isDatasetField = (fieldName) => /^(data|pin\d)$/.test(fieldName);

/** Whether one of the chosen data sets is the reader's own. @param {Record<string, string>} texts of the fields */
export const usesOwnFile = (texts) =>
  Object.entries(texts).some(([field, text]) => isDatasetField(field) && isOwnFile(text));

export class CalculatorEngine {
  #runner;

  /** @param {string} calculator name of its Python module */
  constructor(calculator) {
    this.#runner = new MicroPythonRunner({
      worker: WORKER,
      modules: new URL(`${calculator}.bin`, BUNDLES).href,
      firstJob: { module: "worker", function: "open_calculator", given: [calculator] },
    });
  }

  /** Starts Python with the calculator. Rejects with a RunnerError; the next call tries again. */
  start() {
    return this.#runner.start();
  }

  /** Ends Python, with the data sets in it, and frees its memory. The next call starts it again. */
  terminate() {
    this.#runner.stop();
  }

  /**
   * Computes the answer to a job, both as macros/live/jobs.py describes them. Loads the examples that it needs.
   * @param {object} job
   * @param {RunOptions} options onReport gets {progress, words}
   * @returns {Promise<Answer>} rejects with a RunnerError or a FileLostError
   */
  async computeAnswer(job, options) {
    let answer = await this.#callPython("answer", [JSON.stringify(job)], options);
    while (answer.missing) {
      for (const datasetName of answer.missing) {
        if (isOwnFile(datasetName)) throw new FileLostError(datasetName);
        await this.#loadExampleDataset(datasetName, options);
      }
      answer = await this.#callPython("answer", [JSON.stringify(job)], options);
    }
    return answer;
  }

  /**
   * Reads a reader's file, whose bytes move to the worker.
   * @param {Uint8Array<ArrayBuffer>} bytes
   * @param {string} datasetName the name that useFileAsDataset will take
   * @param {FileChoices} choices answers to questions about the file
   * @param {RunOptions} options onReport gets {progress, words}
   * @returns {Promise<FileReport>} rejects with a RunnerError
   */
  readFile(bytes, datasetName, choices, options) {
    return this.#runner.request("readFile", { bytes, datasetName, choices }, { ...options, transfer: [bytes.buffer] });
  }

  /**
   * Turns a file read by readFile into a data set.
   * @param {string} datasetName given to readFile
   * @returns {Promise<void>} rejects with a RunnerError, or with a FileLostError if Python was started again since
   */
  async useFileAsDataset(datasetName) {
    if (!(await this.#callPython("use_file", [datasetName]))) throw new FileLostError(datasetName);
  }

  /** Loads everything that reading a file needs, so that no request follows. @param {string[]} exampleDatasetNames */
  async preloadWithExamples(exampleDatasetNames) {
    await Promise.all([this.start(), ...exampleDatasetNames.map(fetchExampleBytes)]);
  }

  /** Fetches an example file and makes it a data set. @param {string} datasetName @param {RunOptions} options */
  async #loadExampleDataset(datasetName, { signal }) {
    await this.#runner.request("readFile", { bytes: await fetchExampleBytes(datasetName), datasetName }, { signal });
    await this.useFileAsDataset(datasetName);
  }

  /**
   * Resolves to what the function returns.
   * @param {string} functionName in worker.py
   * @param {unknown[]} given
   * @param {RunOptions} [options]
   */
  #callPython(functionName, given, options) {
    return this.#runner.run({ module: "worker", function: functionName, given }, options);
  }
}

/** A file of the reader's ended with the worker that had read it. */
export class FileLostError extends Error {}

/** @param {string} datasetName @returns {Promise<Uint8Array>} rejects with a RunnerError; the next call tries again */
function fetchExampleBytes(datasetName) {
  const known = exampleFiles.get(datasetName) ?? fetchBytes(new URL(`${datasetName}.csv`, EXAMPLES));
  exampleFiles.set(datasetName, known);
  known.catch(() => exampleFiles.delete(datasetName));
  return known;
}

/** @param {URL} address */
async function fetchBytes(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new RunnerError("missing", String(error));
  }
}
