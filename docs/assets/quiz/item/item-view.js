/** Pure: what is known of an item becomes what it shows and what its buttons do. */
/** @import { Declaration, Response } from "../../scoring/types.js" */
/** @import { Known } from "../../record/types.js" */
/** @import { ButtonActions, Interaction, Phase, View } from "../types.js" */
import { scoreFraction } from "../../scoring/score.js";

/**
 * The phase after a response was checked. It is scored again rather than taken from the log, so that marks and verdict
 * always agree.
 * @param {Declaration} declaration
 * @param {Response} response
 * @param {Interaction["countRightAndAllParts"]} countRightAndAllParts
 * @returns {Phase}
 */
export function phaseAfterCheck(declaration, response, countRightAndAllParts) {
  const share = scoreFraction(declaration, response);
  if (share === 1) return "correct";
  return share || countRightAndAllParts(declaration, response)[0] ? "partly" : "wrong";
}

/**
 * @param {Pick<Known, "state" | "draft">} known
 * @param {(response: Response) => boolean} canFormHoldResponse false: the form did not write this response, so it is ignored
 * @param {(response: Response) => Phase} phaseAfterResponse of a response that was checked
 * @returns {View}
 */
export function viewOf({ state, draft }, canFormHoldResponse, phaseAfterResponse) {
  const tries = state.tries.filter((each) => canFormHoldResponse(each.response));
  const tried = tries.map((each) => each.response);
  const { response, confidence } = tries.at(-1) ?? {};
  const phase = response === undefined ? "unseen" : phaseAfterResponse(response);
  const others = { seed: state.seed, hints: state.hints, marked: state.marked, retries: state.retries };
  if (state.revealed) return { phase: "revealed", tried, ...others };
  if (draft && phase !== "correct" && canFormHoldResponse(draft.response)) {
    const draftPhase = draft.invalid ? "invalid" : "answering";
    const { response, confidence, seed } = draft;
    return { phase: draftPhase, response, confidence, tried, ...others, seed };
  }
  return { phase, response, confidence, tried: tried.slice(0, -1), ...others };
}

/**
 * What the buttons do; "" is no button. The one that was pressed stays, so that it keeps the focus, and starting over never
 * takes its place if there is another way on.
 * @param {Pick<View, "phase">} view
 * @param {Pick<Known, "nextAction" | "isSingleTry">} known
 * @returns {ButtonActions}
 */
export function actionPerButton({ phase }, { nextAction, isSingleTry }) {
  const reset = isSingleTry ? "" : "reset";
  if (phase === "correct") return nextAction ? [nextAction, "", "", reset] : [reset, "", "", ""];
  if (phase === "revealed") return [nextAction, "", "shown", reset];
  if (!isFormClosed(phase)) return ["check", "", "show", ""];
  return isSingleTry ? [nextAction, "", "show", ""] : ["retry", nextAction, "show", ""];
}

/** Whether the form is closed until a button opens it again. @param {Phase} phase */
export const isFormClosed = (phase) => !["unseen", "answering", "invalid"].includes(phase);
