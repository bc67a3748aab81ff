import type { Confidence } from "../record/types.js";
import type { Declaration, Response } from "../scoring/types.js";

export type Phase = "unseen" | "answering" | "invalid" | "correct" | "partly" | "wrong" | "revealed";

/** What an item shows. */
export interface View {
  phase: Phase;
  /** Checked, or begun; undefined: the form is left as it is. */
  response?: Response;
  /** Earlier tries, all of them not right. */
  tried: Response[];
  /** Of the response. */
  confidence?: Confidence;
  seed: number;
  /** How many are open. */
  hints: number;
  marked: boolean;
}

/** Brings an interaction by its name. */
export type Load = (kind: string) => Promise<Interaction>;

/** What may stand in any order. */
export interface Shuffle {
  /** Ids as they stand; none: the order is fixed. */
  ids(form: HTMLFormElement): string[];
  /** Puts them into an order, as if the build had written it. */
  deal(form: HTMLFormElement, ids: string[]): void;
  /** How much of an order is solved already. */
  misfit?(declaration: Declaration, ids: string[]): number;
}

/** How readers respond: one module an interaction, in interactions/. None of them scores. */
export interface Interaction {
  /** What stands in the form. */
  read(form: HTMLFormElement, declaration: Declaration): Response;
  write(form: HTMLFormElement, response: Response): void;
  /** Whether a stored response can be one to this form. */
  fits(form: HTMLFormElement, declaration: Declaration, response: Response): boolean;
  /** A sentence on what is missing or cannot be read; "" if the response is complete. */
  problem(form: HTMLFormElement, declaration: Declaration, tried: Response[]): string;
  /** The line at the right of the buttons. */
  count(form: HTMLFormElement, declaration: Declaration, view: View): string;
  /** What the two buttons do, where that is not as view.js says. */
  deeds?(view: View, next: boolean): readonly [string, string] | undefined;
  shuffle?: Shuffle;
  /** The reader's own word is the response: how sure they are is asked of nobody. */
  unsure?: boolean;
  /** Words for a verdict, where they are not as show.js says. */
  verdicts?: Partial<Record<Phase, string>>;
  /** Brings the form back to how it was written, where resetting its fields does not. */
  reset?(form: HTMLFormElement): void;
  /** What a control of the form does besides holding a value; false: nothing; words: say them. */
  act?(form: HTMLFormElement, target: HTMLElement): boolean | string;
  /** A pointer came down on the form, or Drag was pressed: an extra, which the controls do without. */
  drag?(form: HTMLFormElement, event: PointerEvent | MouseEvent): void;
  /** What is dragged has to be brought out first. */
  tray?: true;
  /** What act() did, to be announced; "" if nothing. */
  heard?(form: HTMLFormElement): string;
  /** Marks what was chosen, tried or shown. */
  mark?(form: HTMLFormElement, declaration: Declaration, view: View): void;
  /** What the response gives away about the reader's thinking, or what the key is, once it is shown. */
  said(form: HTMLFormElement, answer: HTMLElement, declaration: Declaration, view: View): Node[];
  /** What of a response that was not right stays in the form for the next try. */
  kept(declaration: Declaration, response: Response): Response;
  /** How far a response is right in part: [hits, keys]. */
  share?(declaration: Declaration, response: Response): [number, number];
  /** Name of the fold with everything else that the item has to say. */
  rest: string;
  /** That fold repeats the key's lines too: they were not said before. */
  whole?: boolean;
  /** What share() counts, where its rest is not something that is missing: " rows". */
  unit?: string;
}
