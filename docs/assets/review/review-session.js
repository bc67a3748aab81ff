/**
 * A review session: it shows one question after the other, records the answers, and brings wrong ones back. What it asks
 * is decided before (session.js); it can be stopped anywhere, because every answer is in the log at once.
 */
/** @import { EventFacts } from "../record/types.js" */
/** @import { QuizItem } from "../quiz/item/quiz-item.js" */
/** @import { Learner } from "./learner.js" */
/** @import { SessionItem } from "./types.js" */
import { newItemState } from "../record/event-kinds.js";
import { loadReviewItemAndDeclaration } from "./item-loader.js";
import { markedItemIdsLatestFirst } from "./progress.js";
import { isCorrectAndNotGuessed } from "./schedule.js";
import { dropFirstOrRequeueTwice, replaceOrDropImmediateRepeat } from "./session.js";

/**
 * Sends "question" once a question is shown, "answer" with the event of the first answer and the repeats that it added,
 * "failed" if a question did not arrive, and "end" when none is left.
 */
export class ReviewSession extends EventTarget {
  #learner;
  #siteRootUrl;
  #box;
  /** The current question first. */
  #left;
  #startedAt = Date.now();
  /** The first answer to each question of this session. @type {Map<string, boolean>} item -> whether it was recalled */
  results = new Map();
  /** How many answers were given, those to repeats included. */
  answerCount = 0;
  /** @type {Set<string>} */
  #answeredItems = new Set();
  /** Which question is shown, from 1; those that come back count again. */
  place = 1;
  /** @type {QuizItem | undefined} */
  #element;
  #isAnswered = false;

  /**
   * @param {Learner} learner
   * @param {SessionItem[]} items at least one
   * @param {HTMLElement} box where questions are shown
   * @param {string} siteRootUrl URL of the site's root
   */
  constructor(learner, items, box, siteRootUrl) {
    super();
    this.#learner = learner;
    this.#left = items;
    this.#box = box;
    this.#siteRootUrl = siteRootUrl;
    for (const type of ["item-event", "item-next"]) box.addEventListener(type, this);
  }

  /** The question that is shown, or is on its way. */
  get currentQuestion() {
    return this.#left[0];
  }

  /** Questions until the end, the current one included. */
  get remainingCount() {
    return this.#left.length;
  }

  /** How many of the questions after the current one were asked before in this session. */
  get repeatCountAfterCurrent() {
    return this.#left.slice(1).filter(({ turn }) => turn > 0).length;
  }

  /** Questions without an answer, and the repeats that follow. */
  get itemsToAnswer() {
    return this.#left.slice(this.#isAnswered ? 1 : 0);
  }

  /** Loads and shows the current question; without one the session ends. */
  async showCurrentQuestion() {
    const current = this.currentQuestion;
    if (!current) return this.#emptyBoxAndDispatchEnd();
    try {
      const { content, item, declaration } = await loadReviewItemAndDeclaration(current.item, this.#siteRootUrl);
      if (current !== this.currentQuestion) return; // stopped meanwhile
      this.#box.replaceChildren(content);
      this.#element = item;
      this.#isAnswered = false;
      item.update({
        declaration,
        state: this.#newItemStateWithNextSeed(current.item),
        nextAction: "next",
        isSingleTry: true,
      });
      this.dispatchEvent(new Event("question"));
    } catch {
      if (current === this.currentQuestion) this.dispatchEvent(new Event("failed"));
    }
  }

  /** An item as if it was never answered, in an order that was not shown yet. @param {string} itemId */
  #newItemStateWithNextSeed(itemId) {
    const { events } = this.#learner;
    const seed = events.filter(({ kind, item }) => kind === "answered" && item === itemId).length;
    return { ...newItemState(), seed, marked: markedItemIdsLatestFirst(events).includes(itemId) };
  }

  /**
   * Records what the question reports, or goes on to the next one.
   * @param {CustomEvent & {type: "item-event" | "item-next"}} event
   */
  handleEvent({ type, target, detail }) {
    if (target !== this.#element) return;
    if (type !== "item-next") this.#recordAndUpdateQueue(detail);
    else if (this.#isAnswered) this.showNextQuestion(); // once, while the next question is on its way
  }

  /** @param {EventFacts} facts */
  #recordAndUpdateQueue(facts) {
    if (this.#isAnswered && facts.kind === "revealed") return; // looked up after a wrong answer, which is recorded
    this.#learner.recordEvent(facts);
    if (this.#isAnswered || !(facts.kind === "answered" || facts.kind === "revealed")) return;
    this.#isAnswered = true;
    const current = /** @type {SessionItem} */ (this.currentQuestion);
    const recalled = isCorrectAndNotGuessed(facts);
    this.answerCount += 1;
    this.#answeredItems.add(facts.item);
    if (!current.turn) this.results.set(facts.item, recalled);
    const before = new Set(this.#left);
    this.#left = [current, ...this.#replaceOrDropImmediateRepeat(dropFirstOrRequeueTwice(this.#left, recalled))];
    const addedRepeats = this.#left.filter((each) => !before.has(each));
    this.dispatchEvent(new CustomEvent("answer", { detail: { facts, addedRepeats } }));
  }

  /** What follows the current question, which is not asked twice in a row. @param {SessionItem[]} following */
  #replaceOrDropImmediateRepeat(following) {
    const { catalogue, events } = this.#learner;
    return replaceOrDropImmediateRepeat(following, this.currentQuestion?.item ?? "", catalogue, events);
  }

  /** Goes on to the next question. One that another tab asked since this session began is left out. */
  async showNextQuestion() {
    this.#isAnswered = false;
    this.place += 1;
    const following = this.#left.slice(1).filter((each) => each.turn > 0 || !this.#wasObjectiveAskedInOtherTab(each));
    this.#left = this.#replaceOrDropImmediateRepeat(following);
    await this.showCurrentQuestion();
  }

  /** @param {SessionItem} each */
  #wasObjectiveAskedInOtherTab({ item, objective }) {
    return this.#learner.events.some(
      (event) =>
        event.mode === "review" &&
        event.at >= this.#startedAt &&
        !this.#answeredItems.has(event.item) &&
        (event.item === item || event.objective === objective),
    );
  }

  /** The unanswered items when the session was stopped; none if it was not stopped. @type {SessionItem[]} */
  leftItems = [];

  /** Ends the session here; everything that was answered is in the log. */
  endEarly() {
    this.leftItems = this.itemsToAnswer;
    this.#left = [];
    this.#emptyBoxAndDispatchEnd();
  }

  #emptyBoxAndDispatchEnd() {
    for (const type of ["item-event", "item-next"]) this.#box.removeEventListener(type, this);
    this.#box.replaceChildren();
    this.dispatchEvent(new Event("end"));
  }
}
