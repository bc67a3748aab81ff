/**
 * The session of a lesson page: it owns the store, tells each <quiz-item> what is known of it, stores what items report,
 * and keeps the page's counts, its summary and the notice on storage. The elements know nothing of it; a review or a mock
 * exam drives them in its own way.
 */
/** @import { Draft, EventFacts, NextAction, State } from "../../record/types.js" */
/** @import { Declaration } from "../../scoring/types.js" */
import { newItemState } from "../../record/event-kinds.js";
import { draftSinceLastAttempt, stateByItem } from "../../record/replay.js";
import { Store } from "../../record/store.js";
import { QuizItem } from "../item/quiz-item.js";
import { createElement, loadInteractions } from "../shared.js";

const NOT_SAVED = "This browser does not save your answers. They are lost when you leave the page.";
const OPEN_MS_AFTER_ACTION = 300; // how long an action of the reader waits for the store
const READER_ACTIONS = ["click", "submit", "input"];

/**
 * An item of the page. `shown` is what its element shows, as JSON: the element is updated only if something else is known.
 * @typedef {object} PageItem
 * @property {QuizItem} element
 * @property {string} id
 * @property {number} rev
 * @property {Declaration} declaration
 * @property {NextAction} actionAfterLastItem where the way on leads once no other question of the set is open
 * @property {boolean} isLast of its set
 * @property {string} shown
 */

/** @param {HTMLElement | undefined | null} item */
const focusFirstControl = (item) =>
  /** @type {HTMLElement | null | undefined} */ (
    item?.querySelector(":is(input, select, button):not([disabled])")
  )?.focus();

/** The module of the summary; undefined if it does not arrive, and then the page does without. */
const loadPageEnd = () => import("./page-end.js").catch(() => undefined);

export class PageSession {
  #page;
  #items;
  #store;
  #arePastAnswersHidden = false;

  /** @param {Document | HTMLElement} page */
  constructor(page = document) {
    this.#page = page;
    this.#items = readPageItems(page);
    this.#store = new Store(this.#items.map(({ id }) => id));
  }

  /**
   * Loads interactions, defines <quiz-item>, and resolves once every item shows what is known of it. A reader who acts
   * meanwhile does not wait for a slow database: what it holds is shown later.
   * @param {Parameters<typeof loadInteractions>[1]} importModule imports an interaction's module by its name
   * @param {boolean} [hasReaderActed] whether the reader has acted already, and now waits
   */
  async start(importModule, hasReaderActed = false) {
    await loadInteractions(
      this.#items.map(({ element }) => element.dataset.interaction ?? ""),
      importModule,
    );
    if (!customElements.get("quiz-item")) customElements.define("quiz-item", QuizItem);
    if (!this.#hasOnlySamples)
      await Promise.race([this.#store.openAndWaitForRows(), this.#waitForActionThenDelay(hasReaderActed)]);
    for (const type of ["item-event", "item-draft", "item-next", "click"]) this.#page.addEventListener(type, this);
    this.#store.addEventListener("change", () => this.#updateChangedItems());
    this.#updateChangedItems();
    const end = this.#endElement;
    if (end) end.dataset.ready = "";
  }

  /**
   * Whether all items here are samples. The store of such a page is never opened, so its answers are lost when the reader
   * leaves it. A page shows the items of one bank file: either all of them are samples, or none are.
   */
  get #hasOnlySamples() {
    return !this.#page.querySelector("quiz-set:not([data-sample])");
  }

  /** Ends the connection to the database and to other tabs. */
  closeDatabaseAndChannel() {
    this.#store.close();
  }

  /**
   * Resolves OPEN_MS_AFTER_ACTION after the reader acts, or after now.
   * @param {boolean} hasActed whether they have acted already
   */
  async #waitForActionThenDelay(hasActed) {
    if (!hasActed)
      await new Promise((resolve) => {
        for (const type of READER_ACTIONS) this.#page.addEventListener(type, resolve, { capture: true, once: true });
      });
    await new Promise((resolve) => void setTimeout(resolve, OPEN_MS_AFTER_ACTION));
  }

  /** @param {any} event */
  handleEvent(event) {
    const item = this.#items.find(({ element }) => element === event.target);
    if (event.type === "click") this.#onPageButton(event.target.dataset?.pageAction);
    else if (!item) return;
    else if (event.type === "item-event") this.#saveEventAndUpdatePage(item, event.detail);
    else if (event.type === "item-draft") this.#saveDraftAndUpdatePage(item, event.detail);
    else this.#goToWhatFollows(item);
  }

  // --- between the items and the store ---

  /** @param {PageItem} item @param {EventFacts} facts */
  #saveEventAndUpdatePage(item, facts) {
    const written = this.#store.append(facts);
    if (facts.kind === "answered") this.#offerPersistence(written);
    item.shown = this.#shownAsJson(item, this.#stateOf(item));
    this.#updateNotSavedNotice();
    this.#updateNextActionsAndSummary(true);
  }

  /** @param {PageItem} item @param {Omit<Draft, "at">} draft */
  #saveDraftAndUpdatePage(item, draft) {
    this.#store.saveDraft(draft);
    item.shown = this.#shownAsJson(item, this.#stateOf(item));
    this.#updateNotSavedNotice();
    this.#updateNextActionsAndSummary(false);
  }

  /** Tells the items what is known of them, unless they show it already. The summary stays unless an item changes. */
  #updateChangedItems() {
    const states = this.#arePastAnswersHidden ? new Map() : this.#stateByItemId(this.#items);
    let isAnyChanged = false;
    for (const item of this.#items) {
      const state = states.get(item.id) ?? newItemState();
      const description = this.#shownAsJson(item, state);
      if (description === item.shown) continue;
      isAnyChanged = true;
      item.shown = description;
      item.element.update({
        declaration: item.declaration,
        state,
        draft: this.#draftOfCurrentAttempt(item, state),
        nextAction: item.actionAfterLastItem,
      });
    }
    this.#updateNotSavedNotice();
    if (isAnyChanged) this.#updateNextActionsAndSummary(false);
  }

  /** What is known of each item, by its id. @param {PageItem[]} items */
  #stateByItemId(items) {
    return stateByItem(this.#store.entries.values(), Object.fromEntries(items.map(({ id, rev }) => [id, rev])));
  }

  /** @param {PageItem} item @returns {State} */
  #stateOf(item) {
    return /** @type {State} */ (this.#stateByItemId([item]).get(item.id));
  }

  /** The stored draft, if it belongs to the current attempt. @param {PageItem} item @param {State} state */
  #draftOfCurrentAttempt(item, state) {
    if (this.#arePastAnswersHidden) return undefined;
    return draftSinceLastAttempt(this.#store.drafts.get(item.id), state, item.rev);
  }

  /** What an element shows, as JSON. @param {PageItem} item @param {State} state */
  #shownAsJson(item, state) {
    return JSON.stringify([state, this.#draftOfCurrentAttempt(item, state), this.#arePastAnswersHidden]);
  }

  // --- what the page shows of all items ---

  /**
   * The way on from each item, the counts and the summary, as far as answers are shown.
   * @param {boolean} isAnnounced whether the reader has just done something
   */
  #updateNextActionsAndSummary(isAnnounced) {
    for (const item of this.#items)
      item.element.updateNextActionAndRetryPosition({
        nextAction: this.#nextActionAfter(item),
        retryPosition: this.#positionAndCountAmongRetried(item),
      });
    if (this.#arePastAnswersHidden) return;
    this.#showCounts();
    this.#showOrClearSummary(isAnnounced);
  }

  /** Shows one line at the foot of the window while answers are not saved, and removes it otherwise. */
  #updateNotSavedNotice() {
    const shown = this.#page.querySelector(".storage-notice");
    const { isSaved } = this.#store;
    if (isSaved) shown?.remove();
    if (isSaved !== false || shown) return;
    const notice = createElement("p", "storage-notice");
    notice.role = "status";
    this.#items[0]?.element.closest("article")?.append(notice);
    setTimeout(() => notice.append(NOT_SAVED)); // a live region announces what is added to it later
  }

  /** The questions that the page counts: a question before the lesson is not one of them. */
  get #practiceItems() {
    return this.#items.filter(({ element }) => element.dataset.mode === "practice");
  }

  get #practiceItemElements() {
    return this.#practiceItems.map(({ element }) => element);
  }

  /** How many questions of the page are answered and how many are right, at its top. */
  #showCounts() {
    const strip = /** @type {HTMLElement | null} */ (this.#page.querySelector(".done-count"));
    const elements = this.#practiceItemElements;
    if (!strip || !elements.length) return;
    const answered = elements.filter(({ isTriedOrShown }) => isTriedOrShown).length;
    const right = elements.filter(({ isLastAnswerRight }) => isLastAnswerRight).length;
    const squares = elements.map(({ isLastAnswerRight, isTriedOrShown }) =>
      createElement("i", isLastAnswerRight ? "right" : isTriedOrShown ? "answered" : ""),
    );
    const count = createElement("b", "", `${answered} of ${elements.length}`);
    strip.replaceChildren(...squares, count, " answered, ", createElement("b", "", `${right}`), " right");
  }

  /** The practice items that were not right on the first try since they were last opened. */
  get #practiceItemsToRetry() {
    return this.#practiceItems.filter(({ element }) => !element.isRightOnFirstTrySinceReopened);
  }

  get #endElement() {
    return /** @type {HTMLElement | null} */ (this.#page.querySelector(".quiz-end"));
  }

  get #areAllTriedOrShown() {
    return this.#practiceItemElements.every(({ isTriedOrShown }) => isTriedOrShown);
  }

  /**
   * Shows the summary once every question is answered, and updates it as long as the summary is shown.
   * @param {boolean} isAnnounced
   */
  async #showOrClearSummary(isAnnounced) {
    const end = this.#endElement;
    if (!end || !(this.#areAllTriedOrShown || end.dataset.finished)) return;
    const pageEnd = await loadPageEnd(); // an answer may have changed meanwhile
    pageEnd?.showOrClearSummary(end, this.#areAllTriedOrShown ? this.#practiceItemElements : [], isAnnounced);
  }

  /** After an answer: the browser may be asked to keep what is stored. @param {Promise<void>} written */
  async #offerPersistence(written) {
    try {
      await written;
      if (!this.#store.isSaved) return;
      const { offerPersistence } = await import("./persistence-offer.js");
      await offerPersistence(this.#page, this.#store);
    } catch {
      // the module did not arrive: the next answer tries again
    }
  }

  /** Goes to the next question without an answer, to the end of the quiz, or to the text after it. @param {PageItem} item */
  #goToWhatFollows(item) {
    const nextAction = this.#nextActionAfter(item);
    if (nextAction === "result") this.#showOpenQuestionCountAndFocusEnd();
    else if (nextAction === "next") goToFirstControl(this.#otherUnansweredInSet(item)[0]?.element);
    else goToContent(item.element.closest(".quiz")?.nextElementSibling);
  }

  /** The last question of a set always leads out of it. @param {PageItem} item @returns {NextAction} */
  #nextActionAfter(item) {
    return !item.isLast && this.#otherUnansweredInSet(item).length ? "next" : item.actionAfterLastItem;
  }

  /**
   * The position of an item among those that were opened again with it, and their number; undefined if it was not opened
   * again.
   * @param {PageItem} item
   */
  #positionAndCountAmongRetried({ element: { retryCount, dataset }, id }) {
    if (!retryCount) return undefined;
    const retried = this.#items.filter(
      ({ element }) => element.retryCount === retryCount && element.dataset.mode === dataset.mode,
    );
    return { position: retried.findIndex((each) => each.id === id) + 1, count: retried.length };
  }

  /** The others of its set without an answer: those that follow the item, and then those before it. @param {PageItem} item */
  #otherUnansweredInSet(item) {
    const set = this.#items.filter((each) => closestQuizSet(each.element) === closestQuizSet(item.element));
    const at = set.indexOf(item);
    return [...set.slice(at + 1), ...set.slice(0, at)].filter(({ element }) => !element.isTriedOrShown);
  }

  /** Moves the focus to the end of the quiz. If questions are open, shows there how many. */
  async #showOpenQuestionCountAndFocusEnd() {
    const end = /** @type {HTMLElement} */ (this.#endElement);
    const pageEnd = await loadPageEnd();
    if (!this.#areAllTriedOrShown) pageEnd?.showOpenQuestionCountAndButton(end, this.#practiceItemElements);
    focusContent(end);
  }

  // --- the buttons at the end of the page ---

  /** @param {string} [action] */
  async #onPageButton(action) {
    if (!action) return;
    if (action === "start-over") this.#reopenAndGoToFirst(this.#items, "reset", "ALL_OPEN");
    if (action === "retry-missed") this.#reopenAndGoToFirst(this.#practiceItemsToRetry, "retried", "MISSED_OPEN");
    if (action === "open") goToFirstControl(this.#practiceItemElements.find(({ isTriedOrShown }) => !isTriedOrShown));
    if (action === "print")
      (await loadPageEnd())?.printWithoutAnswers((isHidden) => this.#setPastAnswersHidden(isHidden));
  }

  /**
   * Opens these questions again, says so and goes to the first.
   * @param {PageItem[]} items @param {"reset" | "retried"} eventKind @param {"ALL_OPEN" | "MISSED_OPEN"} messageName
   */
  async #reopenAndGoToFirst(items, eventKind, messageName) {
    const pageEnd = await loadPageEnd();
    this.#reopenItems(items, eventKind);
    pageEnd?.clearSummaryAndAnnounce(/** @type {HTMLElement} */ (this.#endElement), pageEnd[messageName]);
    goToFirstControl(items[0]?.element);
  }

  /**
   * Opens questions again. The log keeps the answers.
   * @param {PageItem[]} items
   * @param {"reset" | "retried"} eventKind retried: what was missed stays known
   */
  #reopenItems(items, eventKind) {
    const events = items.map(({ element: { dataset }, id, rev }) => ({
      kind: eventKind,
      item: id,
      rev,
      objective: dataset.objective ?? "",
      mode: /** @type {EventFacts["mode"]} */ (dataset.mode),
    }));
    this.#store.append(...events);
    this.#updateChangedItems();
  }

  /** Shows every item as if nothing were known of it, or what is known again. @param {boolean} isHidden */
  #setPastAnswersHidden(isHidden) {
    this.#arePastAnswersHidden = isHidden;
    this.#updateChangedItems();
  }
}

/** @param {Element} element */
const closestQuizSet = (element) => /** @type {HTMLElement | null} */ (element.closest("quiz-set"));

/** @param {HTMLElement | undefined} item */
function goToFirstControl(item) {
  item?.scrollIntoView({ block: "nearest" });
  focusFirstControl(item);
}

/**
 * Puts a part of the page, which need not be a control, at the top of the window, with the focus.
 * @param {Element | null | undefined} element
 */
function goToContent(element) {
  element?.scrollIntoView();
  focusContent(element);
}

/** Moves the focus to a part of the page, which need not be a control. @param {Element | null | undefined} element */
function focusContent(element) {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus();
}

/** @param {ParentNode} page @returns {PageItem[]} */
function readPageItems(page) {
  return [...page.querySelectorAll("quiz-set")].flatMap((set) => {
    const { items: declarations } = JSON.parse(set.querySelector("script")?.textContent ?? "");
    const elements = /** @type {QuizItem[]} */ ([...set.querySelectorAll("quiz-item")]);
    return elements.map((element, at) => {
      const id = element.id.slice("item-".length);
      return {
        element,
        id,
        rev: Number(element.dataset.rev),
        declaration: declarations[id],
        actionAfterLastItem: actionAfterLastItemOf(set, elements),
        isLast: at === elements.length - 1,
        shown: "",
      };
    });
  });
}

/**
 * Only a question before the lesson has a text to go on with.
 * @param {Element} quizSet
 * @param {QuizItem[]} quizItems of the set
 * @returns {NextAction}
 */
function actionAfterLastItemOf(quizSet, quizItems) {
  if (quizSet.querySelector(".quiz-end")) return "result";
  return quizItems.at(-1)?.dataset.mode === "pretest" ? "continue" : "";
}
