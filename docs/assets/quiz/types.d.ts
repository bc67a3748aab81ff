import type { Confidence, Known } from "../record/types.js";
import type { Declaration, Response } from "../scoring/types.js";

export type Phase = "unseen" | "answering" | "invalid" | "correct" | "partly" | "wrong" | "revealed";

/** What an item shows. */
export interface View {
  phase: Phase;
  /** The response that was checked or begun; undefined: the form is left as it is. */
  response?: Response;
  /** Earlier responses, none of them right. */
  tried: Response[];
  /** Of the response. */
  confidence?: Confidence;
  seed: number;
  /** How many hints are open. */
  hints: number;
  marked: boolean;
  /** How often the item was opened again after it was not right at once. */
  retries: number;
}

export type ButtonActions = readonly [main: string, next: string, answer: string, reset: string];

/** What an interaction must say: how its form is read and filled. No interaction scores. */
export interface RequiredMembers {
  readResponse(form: HTMLFormElement, declaration: Declaration): Response;
  writeResponse(form: HTMLFormElement, response: Response): void;
  /** Whether a stored response can be one to this form. */
  canHoldResponse(form: HTMLFormElement, declaration: Declaration, response: Response): boolean;
  /** A sentence on what is missing or cannot be read; "" if the response can be checked. */
  validationMessage(form: HTMLFormElement, declaration: Declaration, triedResponses: Response[]): string;
  /** The feedback on a checked response, or what the key is once it is shown. The build wrote its texts into the answer part. */
  createFeedback(form: HTMLFormElement, answerPart: HTMLElement, declaration: Declaration, view: View): Node[];
}

/** What an interaction may say otherwise; interaction.js has the defaults. */
export interface DefaultMembers {
  /** What stays in the form for the next try. */
  responseForRetry(declaration: Declaration, response: Response): Response;
  /** Brings the form back to how the build wrote it. */
  resetForm(form: HTMLFormElement): void;
  /** The line at the right of the buttons. */
  progressText(form: HTMLFormElement, declaration: Declaration, view: View): string;
  /** A sentence for screen readers on what the reader has just changed, or "". */
  announcement(form: HTMLFormElement): string;
  /** Shows in the form what was right, wrong or tried, and what the key is once it is shown. */
  showVerdictsAndRevealedKey(form: HTMLFormElement, declaration: Declaration, view: View): void;
  /** How many parts of a response are right, and how many there are. */
  countRightAndAllParts(declaration: Declaration, response: Response): [right: number, all: number];
  /** The actions of the four buttons: the main one, the way on, the answer, starting over; "": no button. */
  actionPerButton(
    view: Pick<View, "phase" | "response">,
    known: Pick<Known, "nextAction" | "isSingleTry">,
  ): ButtonActions;
  /** Moves the row of a control that has been used; false: the row can't move there, and the response stays as it was. */
  moveRow(form: HTMLFormElement, control: HTMLElement): boolean;
  /** Called when a pointer comes down on the form. */
  startDrag(form: HTMLFormElement, event: PointerEvent): void;
  /** Adds or removes what can be dragged. */
  toggleDragTray(form: HTMLFormElement): void;
  /** Ids of what may be shown in any order, as they stand; none if the order is fixed. */
  idsToShuffle(form: HTMLFormElement): string[];
  /** Shows them in this order, as if the build had written it. */
  applyOrder(form: HTMLFormElement, ids: string[]): void;
  /** How much of an order would be solved before the reader starts; 0: nothing. */
  countFaults(declaration: Declaration, ids: string[]): number;

  /** Words for the verdict of each phase. */
  verdicts: Record<"correct" | "partly" | "wrong" | "revealed", string>;
  /** What countRightAndAllParts() counts, as in "2 of 3 rows"; "": keys, of which the others are missing. */
  partsName: string;
  /** Title of the fold with the rest of the answer's lines. */
  otherLinesTitle: string;
  /** Whether the lines of the key stand in that fold, because no feedback has shown them. */
  repeatsKeyLines: boolean;
}

/** One way to respond: what interactions/<name>.js exports as `interaction`, with the defaults. */
export type Interaction = RequiredMembers & DefaultMembers;
export type InteractionModule = RequiredMembers & Partial<DefaultMembers>;
