/** Runs one task at a time: a new task replaces the one before. Shows its progress, and why it failed. */
/** @import { Notices } from "./notices.js" */
/** @import { Progress } from "./types.js" */
import { RunnerError } from "../running/errors.js";
import { FileLostError } from "./engine.js";

const REPLACED = "replaced"; // reason of an abort

export class ReplaceableTask {
  #controller = new AbortController();
  #notices;

  /** @param {Notices} notices */
  constructor(notices) {
    this.#notices = notices;
  }

  /** Cancels the task, whose result is then ignored. */
  cancel() {
    this.#controller.abort();
    this.#notices.hideNoticeAndProgress();
  }

  /**
   * Runs a task in place of the one before, and shows notices while it runs and if it fails.
   * @template T
   * @param {(options: {signal: AbortSignal, onReport: (progress: Progress) => void}) => Promise<T>} task
   * @returns {Promise<T | undefined>} undefined if the task failed or was canceled. A task that was replaced may still
   *   have a result; results come in the order of their tasks.
   */
  async abortPreviousAndRunWithNotices(task) {
    this.#controller.abort(REPLACED);
    const { signal } = (this.#controller = new AbortController());
    this.#notices.startWaiting();
    try {
      const result = await task({
        signal,
        onReport: (progress) => signal.aborted || this.#notices.showWorkProgressAfterWait(progress),
      });
      if (!signal.aborted) this.#notices.hideNoticeAndProgress();
      return !signal.aborted || signal.reason === REPLACED ? result : undefined;
    } catch (error) {
      if (!signal.aborted) this.#showNoticeForError(error);
      return undefined;
    }
  }

  /** Shows the notice for an error. Errors that are our fault are also reported. @param {unknown} error */
  #showNoticeForError(error) {
    this.#notices.hideNoticeAndProgress();
    if (error instanceof FileLostError) return this.#notices.showNotice("file-lost");
    const kind = error instanceof RunnerError ? error.kind : "failed";
    if (["failed", "memory", "crashed"].includes(kind)) reportError(error);
    this.#notices.showNotice(kind === "crashed" ? "memory" : kind);
  }
}
