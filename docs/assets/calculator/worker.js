// @ts-check
/** The worker of a calculator: MicroPython, and what reads the reader's file. `CalculatorEngine` sends it requests. */
import { RunnerError, kindOfError } from "../running/errors.js";
import { answerRequests, waitForArrivedMessages } from "../running/messages.js";
import { runJob, startMicroPython } from "../running/micropython.js";
import { CsvFile } from "./csv/csv-file.js";

/** @type {any} MicroPython's API */
let python;

/** @type {Record<string, import("../running/messages.js").Handler>} */
const handlers = {
  start: async ({ modules, firstJob }, report, signal) => {
    python = await startMicroPython(modules);
    await runJob(python, firstJob, report, signal);
  },
  run: (job, report, signal) => runJob(python, job, report, signal),
  readFile: async ({ bytes, dataset, choices }, report, signal) => {
    try {
      const file = new CsvFile(python, bytes, choices);
      while (!file.isRead) {
        report(file.readPiece());
        await waitForArrivedMessages();
        signal.throwIfAborted();
      }
      return file.end(dataset);
    } catch (error) {
      throw new RunnerError(kindOfError(error), String(error));
    }
  },
};

answerRequests(handlers);
