/** The worker of a calculator: MicroPython, and what reads the reader's file. `CalculatorEngine` sends it requests. */
import { runnerErrorForCall } from "../running/errors.js";
import { answerRequests, waitForArrivedMessages } from "../running/messages.js";
import { runJobInSlices, startMicroPythonWithModules } from "../running/micropython.js";
import { CsvFile } from "./csv/csv-file.js";

/** @type {import("../running/types.js").PythonApi} */
let python;

/** @type {Record<string, import("../running/messages.js").Handler>} */
const handlers = {
  start: async ({ modules, firstJob }, report, signal) => {
    python = await startMicroPythonWithModules(modules);
    await runJobInSlices(python, firstJob, report, signal);
  },
  run: (job, report, signal) => runJobInSlices(python, job, report, signal),
  readFile: async ({ bytes, datasetName, choices }, report, signal) => {
    try {
      const file = new CsvFile(python, bytes, choices);
      while (!file.isRead) {
        report(file.parseNextPiece());
        await waitForArrivedMessages();
        signal.throwIfAborted();
      }
      return file.finishAndSummarize(datasetName);
    } catch (error) {
      throw runnerErrorForCall(error);
    }
  },
};

answerRequests(handlers);
