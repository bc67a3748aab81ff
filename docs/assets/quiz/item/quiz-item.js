/**
 * <quiz-item>: one question. The page calls update() with what is known of the item; until then it looks as it
 * does without scripts. It reports what the reader does by bubbling events, shows the result itself, and expects no reply:
 *
 *   item-event  EventFacts (record/types.d.ts)          something happened that belongs in the log
 *   item-draft  Draft without its time                  the answer that the reader has begun is now this
 *   item-next   {item}                                  the button was pressed that leads on (Known.nextAction)
 */
/** @import { EventFacts, EventKind, Known } from "../../record/types.js" */
/** @import { Response } from "../../scoring/types.js" */
/** @import { Interaction, View } from "../types.js" */
import { EVENT_KINDS } from "../../record/event-kinds.js";
import { interactionIfLoaded, isFormClosed, phaseAfterCheck, scoreFraction, shuffle, viewOf } from "../shared.js";
import { copyOrShowAddress } from "./actions.js";
import { nextHintText } from "./hints.js";
import {
  addEmptyResultAndReportLinks,
  announce,
  cacheButtonLabels,
  updateButtonsConfidenceHintsAndMark,
  showItem,
  updateHeadingAndButtons,
} from "./show-item.js";

const REPEAT_MS = 500; // a key that is pressed again within this time was meant for what the button did before
const DOM_EVENTS = ["submit", "click", "keydown", "input", "pointerdown"];

/**
 * When a button with a changing action last acted, in any item, in ms since the page opened: it may mean something else
 * since then.
 */
let lastButtonChangeTime = -Infinity;

/**
 * Whether a key is pressed again too soon after an action that changes its button. A click by mouse or finger has a
 * detail.
 * @param {UIEvent | SubmitEvent} event
 */
const isKeyTooSoonAfterButtonChange = (event) =>
  event.isTrusted && !("detail" in event && event.detail) && performance.now() - lastButtonChangeTime < REPEAT_MS;

/** Whether a button gets another action when it is pressed. @param {HTMLButtonElement} button */
const changesActionWhenPressed = (button) => button.matches(".item-buttons > button");

/**
 * Whether a click is the second one of a double click, or of a key that is pressed twice where the button has another meaning
 * after the first time.
 * @param {MouseEvent} click @param {HTMLButtonElement} button
 */
const isRepeatedPress = (click, button) =>
  click.detail > 1 || (changesActionWhenPressed(button) && isKeyTooSoonAfterButtonChange(click));

/** @param {HTMLElement} item @returns {number} from the top of the window */
const topOfButtons = (item) => item.querySelector(".item-buttons")?.getBoundingClientRect().top ?? 0;

/**
 * Brings feedback or a problem that is not in view there, without animation, but not so far that the button above it, which was
 * pressed, leaves the window.
 * @param {HTMLElement} item
 */
function scrollResultIntoView(item) {
  for (const part of [".item-result", ".item-buttons button"])
    item.querySelector(part)?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/**
 * Scrolls at once, without animation, so that what appears or goes above the buttons moves the text above them, and not the
 * buttons. At the top of the page, where nothing is left to scroll, the whole item moves down.
 * @param {HTMLElement} item
 * @param {number} top where the buttons were, from the top of the window
 */
function scrollButtonsTo(item, top) {
  item.style.marginTop = "";
  scrollBy({ top: topOfButtons(item) - top, behavior: "instant" });
  const missing = Math.round(top - topOfButtons(item));
  if (missing > 0) item.style.marginTop = `calc(1.4rem + ${missing}px)`;
}

export class QuizItem extends HTMLElement {
  /** @type {Known | undefined} */
  #known;
  /** @type {Interaction | undefined} */
  #interaction;
  /** @type {View} */
  #view = { phase: "unseen", tried: [], seed: 0, hints: 0, marked: false, retries: 0 };
  /** The ids in the order of the build, once they have been shuffled. @type {string[] | undefined} */
  #initialOrder;
  #shownSeed = 0;

  connectedCallback() {
    cacheButtonLabels(this);
    addEmptyResultAndReportLinks(this);
    for (const type of DOM_EVENTS) this.addEventListener(type, this);
    this.#interaction ??= interactionIfLoaded(this.dataset.interaction ?? "");
    if (!this.#interaction) this.removeAttribute("data-state"); // it stays as without scripts
  }

  /** Shows what is known of the item, without announcing it. @param {Known} known */
  update(known) {
    const isFirst = !this.#known;
    this.#known = known;
    if (!this.#interaction) return;
    const view = this.#viewFromKnown();
    // what was typed before scripts came stays
    const keepsForm = isFirst && view.response === undefined && view.phase !== "revealed";
    this.#showView(view, { keepsForm, announcesAndScrolls: false });
  }

  /** The elements and what the item needs to show them; only once both are there. */
  get #renderContext() {
    return {
      item: this,
      form: /** @type {HTMLFormElement} */ (this.querySelector("form")),
      interaction: /** @type {Interaction} */ (this.#interaction),
      known: /** @type {Known} */ (this.#known),
      view: this.#view,
    };
  }

  /** Whether the reader has answered since the item was last started over, or has had the answer shown. */
  get isTriedOrShown() {
    return isFormClosed(this.#view.phase) || this.#view.tried.length > 0;
  }

  /** Whether the last answer is right. */
  get isLastAnswerRight() {
    return this.#view.phase === "correct";
  }

  /** Whether the first answer is right, and the item was not opened again after a miss. */
  get isRightOnFirstTry() {
    return this.isRightOnFirstTrySinceReopened && !this.#view.retries;
  }

  /** Whether the first answer is right since the item was last opened, also if that was to retry it. */
  get isRightOnFirstTrySinceReopened() {
    return this.isLastAnswerRight && !this.#view.tried.length;
  }

  /** How often the item was opened again after it was not right at once. */
  get retryCount() {
    return this.#view.retries;
  }

  /** Changes what depends on other questions, and nothing else. @param {Pick<Known, "nextAction" | "retryPosition">} changes */
  updateNextActionAndRetryPosition({ nextAction, retryPosition }) {
    const { nextAction: shownAction, retryPosition: shownPosition } = this.#known ?? {};
    if (!this.#known || JSON.stringify([nextAction, retryPosition]) === JSON.stringify([shownAction, shownPosition]))
      return;
    this.#known = { ...this.#known, nextAction, retryPosition };
    if (this.#interaction) updateHeadingAndButtons(this.#renderContext);
  }

  /** Whether update() was called and the interaction is loaded. */
  get #isReadyForActions() {
    return !!this.#known && !!this.#interaction;
  }

  /** The view that follows from what is known of the item, whatever is shown now. */
  #viewFromKnown() {
    const { form, interaction, known } = this.#renderContext;
    return viewOf(
      known,
      (response) => interaction.canHoldResponse(form, known.declaration, response),
      (response) => phaseAfterCheck(known.declaration, response, interaction.countRightAndAllParts),
    );
  }

  /** @param {View} view @param {{keepsForm: boolean, announcesAndScrolls: boolean}} options */
  #showView(view, { keepsForm, announcesAndScrolls }) {
    const { form, interaction } = this.#renderContext;
    const [phaseBefore, buttonsTopBefore] = [this.#view.phase, topOfButtons(this)];
    this.#view = view;
    this.#showOrder(view.seed);
    if (view.response !== undefined && !keepsForm) interaction.writeResponse(form, view.response);
    else if (!keepsForm) interaction.resetForm(form);
    showItem(this.#renderContext, announcesAndScrolls);
    if (!announcesAndScrolls) return;
    const isClosed = isFormClosed(view.phase);
    if (isClosed !== isFormClosed(phaseBefore)) scrollButtonsTo(this, buttonsTopBefore);
    if (isClosed || view.phase === "invalid") scrollResultIntoView(this);
  }

  /** @param {number} seed */
  #showOrder(seed) {
    if (seed === this.#shownSeed) return;
    const { form, interaction, known } = this.#renderContext;
    this.#initialOrder ??= interaction.idsToShuffle(form);
    this.#shownSeed = seed;
    if (!this.#initialOrder.length) return;
    const order = seed
      ? shuffle(this.#initialOrder, `${this.id} ${seed}`, (ids) => interaction.countFaults(known.declaration, ids))
      : this.#initialOrder;
    interaction.applyOrder(form, order);
  }

  // --- what the reader does ---

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "submit") this.#runEnterAction(event);
    else if (event.type === "click") this.#onClick(event);
    else if (event.type === "input") this.#updateConfidenceOrMoveRow(event.target);
    else if (event.type === "pointerdown") this.#onPointerDown(event);
    else if (event.repeat && event.key === "Enter") event.preventDefault(); // a key that is held down counts once
  }

  /** Does what Enter means now, unless the key is repeated too soon. @param {SubmitEvent} submitEvent */
  #runEnterAction(submitEvent) {
    submitEvent.preventDefault();
    if (!submitEvent.submitter && isKeyTooSoonAfterButtonChange(submitEvent)) return;
    this.#recordButtonChangeTime();
    this.#runAction(this.#enterAction);
  }

  /** What Enter in a field does. */
  get #enterAction() {
    const { phase } = this.#view;
    if (!isFormClosed(phase)) return "check";
    if (this.#known?.isSingleTry) return "next";
    return phase === "correct" || phase === "revealed" ? "" : "retry";
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLButtonElement | null} */ (target.closest("button"));
    if (button) this.#onButtonClick(event, button);
    else if (target.matches("[name=response]") && isFormClosed(this.#view.phase)) event.preventDefault();
  }

  /**
   * A double click counts once, except on the buttons that move a row.
   * @param {MouseEvent} event
   * @param {HTMLButtonElement} button
   */
  #onButtonClick(event, button) {
    if (button.dataset.move) this.#updateConfidenceOrMoveRow(button);
    else if (isRepeatedPress(event, button)) event.preventDefault();
    else if (button.type === "button") {
      event.preventDefault(); // the action may turn the same button into a submit button
      if (changesActionWhenPressed(button)) this.#recordButtonChangeTime();
      this.#runAction(button.dataset.do ?? "");
    }
  }

  /** @param {HTMLElement} control */
  #updateConfidenceOrMoveRow(control) {
    if (!this.#isReadyForActions) return;
    const { form, interaction, known } = this.#renderContext;
    if (control.matches("[name=confidence]"))
      this.#setConfidenceAndReportDraft(
        /** @type {View["confidence"]} */ (/** @type {HTMLInputElement} */ (control).value),
      );
    else if (interaction.moveRow(form, control))
      this.#reportAndShowDraft("answering", interaction.readResponse(form, known.declaration));
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    if (!this.#isReadyForActions || isFormClosed(this.#view.phase)) return;
    const { form, interaction } = this.#renderContext;
    interaction.startDrag(form, event);
  }

  /** What buttons do, by the action that item-view.js or an interaction offers. @type {Record<string, () => void>} */
  #actions = {
    check: () => this.#checkResponse(),
    retry: () => this.#reopenForRetry(),
    show: () => this.#applyAndReportAttemptEvent("revealed"),
    reset: () => this.#applyAndReportAttemptEvent("retried"),
    next: () => this.#dispatchItemNext(),
    result: () => this.#dispatchItemNext(),
    continue: () => this.#dispatchItemNext(),
    turn: () => this.#reportAndShowDraft("answering", "back"),
    forgot: () => this.#scoreAndReportAnswer("forgot"),
    remembered: () => this.#scoreAndReportAnswer("remembered"),
    hint: () => this.#openNextHint(),
    mark: () => this.#applyAndReportHintOrMark("marked", "Marked."),
    unmark: () => this.#applyAndReportHintOrMark("unmarked", "No longer marked."),
    copy: async () => announce(this, await copyOrShowAddress(this)),
    drag: () => this.#renderContext.interaction.toggleDragTray(this.#renderContext.form),
  };

  /** @param {string} action */
  #runAction(action) {
    if (this.#isReadyForActions) this.#actions[action]?.();
  }

  /** Called before an action after which the buttons mean something else: the same key is ignored for REPEAT_MS. */
  #recordButtonChangeTime() {
    if (this.#isReadyForActions) lastButtonChangeTime = performance.now();
  }

  #checkResponse() {
    const { form, interaction, known, view } = this.#renderContext;
    const response = interaction.readResponse(form, known.declaration);
    if (interaction.validationMessage(form, known.declaration, view.tried))
      this.#reportAndShowDraft("invalid", response);
    else this.#scoreAndReportAnswer(response);
  }

  /** @param {Response} response */
  #scoreAndReportAnswer(response) {
    const { known, view } = this.#renderContext;
    this.#applyAndReportAttemptEvent("answered", {
      response,
      score: scoreFraction(known.declaration, response),
      ...(view.confidence && { confidence: view.confidence }),
    });
  }

  /** Opens the item for another try with what stays in the form, and goes to its first field. */
  #reopenForRetry() {
    const { interaction, known, view } = this.#renderContext;
    const response = interaction.responseForRetry(known.declaration, view.response ?? "");
    this.#reportDraft({ response, invalid: false });
    this.#showView(this.#viewFromKnown(), { keepsForm: false, announcesAndScrolls: true });
    /** @type {HTMLElement | null} */ (this.querySelector("form :is(input, select):enabled"))?.focus();
  }

  /**
   * Reports what the form shows, and shows the rest of the item.
   * @param {"answering" | "invalid"} phase
   * @param {Response} response
   */
  #reportAndShowDraft(phase, response) {
    const view = { ...this.#view, phase, response };
    const { confidence } = view;
    this.#reportDraft({ response, invalid: phase === "invalid", ...(confidence && { confidence }) });
    this.#showView(view, { keepsForm: true, announcesAndScrolls: true });
  }

  /** Takes over how sure the reader is and reports the draft with it; shows nothing. @param {View["confidence"]} confidence */
  #setConfidenceAndReportDraft(confidence) {
    this.#view = { ...this.#view, confidence };
    const { form, interaction, known } = this.#renderContext;
    const { response = interaction.readResponse(form, known.declaration), phase } = this.#view;
    this.#reportDraft({ response, invalid: phase === "invalid", ...(confidence && { confidence }) });
  }

  /** Opens the next hint, if one is left. */
  #openNextHint() {
    const text = nextHintText(/** @type {Element} */ (this.querySelector(".hints")), this.#view.hints);
    if (text) this.#applyAndReportHintOrMark("hinted", text);
  }

  #dispatchItemNext() {
    this.#dispatch("item-next", { item: this.#commonEventFields.item });
  }

  // --- what the item reports ---

  /**
   * Applies an event of an attempt, shows the item as it is then, and reports the event.
   * @param {EventKind} kind
   * @param {Partial<EventFacts>} [fields]
   */
  #applyAndReportAttemptEvent(kind, fields = {}) {
    const event = this.#createEvent(kind, fields);
    this.#applyEventToStateAndDraft(event);
    this.#showView(this.#viewFromKnown(), { keepsForm: false, announcesAndScrolls: true });
    this.#dispatch("item-event", event);
  }

  /** Applies an event beside the attempt: the answer stays as it is. @param {EventKind} kind @param {string} announcement */
  #applyAndReportHintOrMark(kind, announcement) {
    const event = this.#createEvent(kind);
    this.#applyEventToStateAndDraft(event);
    const { hints, marked } = this.#renderContext.known.state;
    this.#view = { ...this.#view, hints, marked };
    updateButtonsConfidenceHintsAndMark(this.#renderContext);
    announce(this, announcement);
    this.#dispatch("item-event", event);
  }

  /** @param {EventKind} kind @param {Partial<EventFacts>} [fields] @returns {EventFacts & {seed: number}} */
  #createEvent(kind, fields) {
    return { kind, ...this.#commonEventFields, seed: this.#view.seed, ...fields };
  }

  /**
   * Applies an event to the state and the draft in memory; shows and reports nothing.
   * @param {EventFacts & {seed: number}} event
   */
  #applyEventToStateAndDraft(event) {
    const { known } = this.#renderContext;
    const { apply, endsDraft } = EVENT_KINDS[event.kind];
    const state = structuredClone(known.state);
    apply(state, event);
    this.#known = { ...known, state, draft: endsDraft ? undefined : known.draft };
  }

  /** @param {{response: Response, invalid: boolean, confidence?: View["confidence"]}} fields */
  #reportDraft(fields) {
    const { item, rev } = this.#commonEventFields;
    const { seed, hints } = this.#view;
    const draft = { item, rev, seed, hints, ...fields };
    this.#known = { ...this.#renderContext.known, draft };
    this.#dispatch("item-draft", draft);
  }

  /** What all events and drafts of the item have in common. */
  get #commonEventFields() {
    const { rev, objective = "", mode } = this.dataset;
    const item = this.id.slice("item-".length);
    return { item, rev: Number(rev), objective, mode: /** @type {EventFacts["mode"]} */ (mode) };
  }

  /** @param {string} type @param {object} detail */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
