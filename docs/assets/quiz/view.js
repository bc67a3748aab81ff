/** Pure: what is known of an item becomes what it shows and what its buttons do. */
/** @import { Declaration, Response } from "../scoring/types.js" */
/** @import { Draft, Known } from "../record/types.js" */
/** @import { Interaction, Phase, View } from "./types.js" */
import { score } from "../scoring/score.js";

/**
 * Scored again rather than taken from the log, so that marks and verdict always agree.
 * @param {Declaration} declaration
 * @param {Response} response
 * @param {Interaction["share"]} [share]
 * @returns {Phase}
 */
export function verdictOf(declaration, response, share) {
  const given = score(declaration, response);
  if (given === 1) return "correct";
  return given || share?.(declaration, response)[0] ? "partly" : "wrong";
}

/**
 * @param {Pick<Known, "declaration" | "state" | "draft">} known
 * @param {(response: Response) => boolean} fits what does not fit the form was not written by it
 * @param {Interaction["share"]} [share]
 * @returns {View}
 */
export function viewOf({ declaration, state, draft }, fits, share) {
  const tries = state.tries.filter((each) => fits(each.response));
  const responses = tries.map((each) => each.response);
  const { response, confidence } = tries.at(-1) ?? {};
  const phase = response === undefined ? "unseen" : verdictOf(declaration, response, share);
  const aside = { seed: state.seed, hints: state.hints, marked: state.marked };
  if (state.revealed) return { phase: "revealed", tried: responses, ...aside };
  if (draft && phase !== "correct" && draft.at > state.at && fits(draft.response))
    return { ...drafted(draft), ...aside, seed: draft.seed, tried: responses };
  return { phase, response, confidence, tried: responses.slice(0, -1), ...aside };
}

/** @param {Draft} draft */
const drafted = ({ invalid, response, confidence }) => ({
  phase: /** @type {Phase} */ (invalid ? "invalid" : "answering"),
  response,
  confidence,
});

/**
 * What the two buttons do; "" is no button. Both stay where they are, so that the one that was pressed keeps the focus.
 * @param {Pick<View, "phase" | "marked">} view
 * @param {boolean} next
 */
export function deedsOf({ phase, marked }, next) {
  if (phase === "correct") return /** @type {const} */ ([next ? "next" : "reset", marked ? "unmark" : "mark"]);
  if (phase === "revealed") return /** @type {const} */ ([next ? "next" : "", "reset"]);
  return /** @type {const} */ ([isChecked(phase) ? "retry" : "check", "show"]);
}

/** Whether the form is closed until a button opens it again. @param {Phase} phase */
export const isChecked = (phase) => !["unseen", "answering", "invalid"].includes(phase);
