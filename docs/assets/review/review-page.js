/** <review-page>: choose a review, do it, and see how it went. All sentences stand in the page; this fills them in. */
/** @import { EventFacts } from "../record/types.js" */
/** @import { SessionItem } from "./types.js" */
import { setPartTexts, setPartVisibility, sentenceDate } from "./parts.js";
import { Learner, currentTimeAndOffset } from "./learner.js";
import { markedItemIds, mistakenItemIds } from "./progress.js";
import { ReviewSession } from "./review-session.js";
import { dueObjectiveIds, hasReviewOnDay } from "./schedule.js";
import { estimatedMinutes, chooseItemsById, chooseDueItems, topicOf } from "./session.js";
import { isoDateFromDay, settingEvent } from "./settings.js";

/** Why an answer counts as not remembered, as a clause. @param {EventFacts} facts */
function whyNotRemembered({ kind, score }) {
  if (kind === "revealed") return "you asked for the answer";
  return score === 1 ? "you guessed" : "your answer was not correct";
}

/** @param {number} count of repeats that follow */
function repeatsToComeText(count) {
  if (!count) return "";
  return count === 1 ? "1 repeat is still to come." : `${count} repeats are still to come.`;
}

export class ReviewPage extends HTMLElement {
  /** @type {Learner | undefined} */
  #learner;
  /** @type {ReviewSession | undefined} */
  #session;

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    this.addEventListener("submit", (event) => event.preventDefault());
    this.#loadLearner();
  }

  get #siteRoot() {
    return new URL(this.dataset.root ?? "", location.href).href;
  }

  async #loadLearner() {
    try {
      this.#learner = await Learner.load(this.#siteRoot);
      this.#learner.addEventListener("change", () => this.#updateAfterOtherTab());
      this.#showChoice();
    } catch {
      setPartVisibility(this, { choice: false, session: false, result: false, unloaded: true });
    }
    this.hidden = false;
  }

  get #loadedLearner() {
    return /** @type {Learner} */ (this.#learner);
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    const { dataset, value } = /** @type {HTMLInputElement} */ (target);
    if (type === "change") return void this.#saveSetting(dataset.setting, value);
    const button = /** @type {Element} */ (target).closest("button"); // a number in a button can be what was pressed
    this.#actions[button?.dataset.do ?? ""]?.();
  }

  /** What the buttons do, by their `data-do`. @type {Record<string, () => void>} */
  #actions = {
    reload: () => location.reload(),
    today: () => this.#startSession(this.#chooseDueItems()),
    mistakes: () => this.#startSession(this.#chooseItemsById(mistakenItemIds(this.#loadedLearner.events))),
    marked: () => this.#startSession(this.#chooseItemsById(markedItemIds(this.#loadedLearner.events))),
    topic: () => this.#startSession(this.#chooseItemsOfTopic()),
    away: () => this.#recordAway(),
    stop: () => this.#session?.stop(),
    retry: () => this.#session?.showCurrentQuestion(),
    skip: () => this.#session?.showNextQuestion(),
    back: () => this.#showChoice(true),
  };

  // --- what can be reviewed ---

  #chooseDueItems() {
    const { schedule, catalogue, events } = this.#loadedLearner;
    return chooseDueItems(schedule, catalogue, events);
  }

  /** @param {string[]} itemIds */
  #chooseItemsById(itemIds) {
    const { schedule, catalogue } = this.#loadedLearner;
    return chooseItemsById(itemIds, catalogue, schedule.settings.sessionItems);
  }

  /** Due objectives of the topic; if there are none, all that were reviewed before. */
  #chooseItemsOfTopic() {
    const { schedule, catalogue, events } = this.#loadedLearner;
    const topic = /** @type {HTMLSelectElement} */ (this.querySelector("[data-part=topic]")).value;
    const isOfChosenTopic = (/** @type {string} */ objective) => topicOf(objective, catalogue) === topic;
    const due = chooseDueItems(schedule, catalogue, events, isOfChosenTopic);
    if (due.length) return due;
    const states = new Map([...schedule.states].map(([id, state]) => [id, { ...state, dueDay: schedule.today }]));
    return chooseDueItems({ ...schedule, states }, catalogue, events, isOfChosenTopic);
  }

  /** @param {boolean} [isFocused] whether the reader came back to it */
  #showChoice(isFocused = false) {
    const { events, schedule, catalogue } = this.#loadedLearner;
    const today = this.#chooseDueItems();
    const mistakes = this.#countExistingItems(mistakenItemIds(events));
    const marked = this.#countExistingItems(markedItemIds(events));
    const hasReviewed = schedule.states.size > 0;
    const isBegun = hasReviewOnDay(events, schedule.today, currentTimeAndOffset());
    setPartTexts(this, {
      "today-count": today.length === 1 ? "1 question" : `${today.length} questions`,
      "today-minutes": estimatedMinutes(today, catalogue),
      "today-left": isBegun ? " left" : "",
      "today-button": isBegun ? "Continue the review" : "Start the review",
      "mistakes-count": mistakes,
      "marked-count": marked,
      "next-day": this.#nextDueDayText(),
    });
    setPartVisibility(this, {
      choice: true,
      session: false,
      result: false,
      unloaded: false,
      unsaved: !this.#loadedLearner.isSaved,
      due: today.length > 0,
      "none-due": hasReviewed && !today.length,
      "nothing-yet": !hasReviewed,
      mistakes: mistakes > 0,
      marked: marked > 0,
      topics: hasReviewed,
      away: dueObjectiveIds(schedule).length > 2 * schedule.settings.sessionItems,
    });
    this.#showReviewedTopicOptions();
    this.#fillSettingFields();
    if (isFocused) this.#focusPart("choice");
  }

  /** How many of the items are still in the bank. @param {string[]} itemIds */
  #countExistingItems(itemIds) {
    const existing = new Set(this.#loadedLearner.catalogue.items.map(({ id }) => id));
    return itemIds.filter((id) => existing.has(id)).length;
  }

  /** When something is due again, such as "tomorrow". */
  #nextDueDayText() {
    const { states, today } = this.#loadedLearner.schedule;
    const days = [...states.values()].map(({ dueDay }) => dueDay).filter((day) => day > today);
    return days.length ? sentenceDate(Math.min(...days), today) : "";
  }

  /** Offers only the topics in which something was reviewed. */
  #showReviewedTopicOptions() {
    const { schedule, catalogue } = this.#loadedLearner;
    const topics = new Set([...schedule.states.keys()].map((objective) => topicOf(objective, catalogue)));
    const select = /** @type {HTMLSelectElement} */ (this.querySelector("[data-part=topic]"));
    const options = [...select.options];
    for (const option of options) option.hidden = !topics.has(option.value);
    const firstShown = options.find(({ hidden }) => !hidden);
    if (firstShown && select.selectedOptions[0]?.hidden) firstShown.selected = true;
  }

  // --- a session ---

  /** @param {SessionItem[]} items */
  #startSession(items) {
    if (!items.length) return this.#showChoice();
    const box = /** @type {HTMLElement} */ (this.querySelector("[data-part=question]"));
    this.#session = new ReviewSession(this.#loadedLearner, items, box, this.#siteRoot);
    this.#session.addEventListener("question", () => this.#onQuestionShown());
    this.#session.addEventListener("answer", (event) => this.#onAnswer(/** @type {CustomEvent} */ (event).detail));
    this.#session.addEventListener("failed", () => setPartVisibility(this, { failed: true, stuck: false }));
    this.#session.addEventListener("end", () => this.#showResult());
    setPartVisibility(this, { choice: false, session: true, result: false, failed: false, stuck: false });
    this.#session.showCurrentQuestion();
  }

  /** Shows what stands above the question: its number, and the lesson if the objective keeps being forgotten. */
  #onQuestionShown() {
    const { currentQuestion } = /** @type {ReviewSession} */ (this.#session);
    this.#showQuestionNumber();
    setPartTexts(this, { "comes-back": "" });
    setPartVisibility(this, { failed: false, stuck: false });
    if (currentQuestion?.isStuck) this.#showLessonBeforeQuestion(currentQuestion.objective);
    this.#focusPart("place");
  }

  /** The lesson comes before the question. @param {string} objective */
  #showLessonBeforeQuestion(objective) {
    const { title, url } = this.#lessonOf(objective);
    const lapses = this.#loadedLearner.schedule.states.get(objective)?.lapses ?? 0;
    setPartTexts(this, { lapses, "stuck-lesson": title });
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector("[data-part=stuck-lesson]"));
    link.href = new URL(`${url}#${objective}`, this.#siteRoot).href;
    setPartVisibility(this, { stuck: true });
  }

  /** @param {string} partName */
  #focusPart(partName) {
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${partName}"]`))?.focus();
  }

  /** Says why the review has become longer, if it has. @param {{facts: EventFacts, addedCount: number}} answer */
  #onAnswer({ facts, addedCount }) {
    this.#showQuestionNumber();
    if (!addedCount) return;
    const times = addedCount === 1 ? "once more" : "twice more";
    const total = this.#questionTotal;
    setPartTexts(this, {
      "comes-back": `You will see this question ${times}, because ${whyNotRemembered(facts)}. The review now has ${total} questions.`,
    });
  }

  /** Questions of the session with those that come back. */
  get #questionTotal() {
    const { place, remainingCount } = /** @type {ReviewSession} */ (this.#session);
    return place + remainingCount - 1;
  }

  #showQuestionNumber() {
    const { place, currentQuestion, remainingRepeatCount } = /** @type {ReviewSession} */ (this.#session);
    const isRepeat = !!currentQuestion?.turn;
    setPartTexts(this, {
      place: `Question ${place} of ${this.#questionTotal}`,
      repeats: [isRepeat && "This is a repeat.", repeatsToComeText(remainingRepeatCount)].filter(Boolean).join(" "),
    });
    setPartVisibility(this, { repeats: isRepeat || remainingRepeatCount > 0 });
  }

  /** @param {string} objective */
  #lessonOf(objective) {
    const { objectives, lessons } = this.#loadedLearner.catalogue;
    return lessons[objectives[objective]?.lesson ?? ""] ?? { title: "", url: "", topic: "" };
  }

  #showResult() {
    const results = [...(this.#session?.results ?? [])];
    const forgotten = results.filter(([, isRecalled]) => !isRecalled).map(([item]) => item);
    this.#session = undefined;
    if (!results.length) return this.#showChoice(true);
    setPartTexts(this, {
      "result-count": results.length === 1 ? "1 question" : `${results.length} questions`,
      "result-recalled": results.length - forgotten.length,
      "result-next": this.#nextDueDayText(),
    });
    this.#listLessonsOfForgotten(forgotten);
    const more = this.#chooseDueItems().length;
    setPartTexts(this, { "more-count": more === 1 ? "1 more question is" : `${more} more questions are` });
    setPartVisibility(this, { session: false, result: true, forgotten: forgotten.length > 0, more: more > 0 });
    this.#focusPart("result");
  }

  /** Lessons to read again, each with the statements of what was forgotten. @param {string[]} itemIds */
  #listLessonsOfForgotten(itemIds) {
    const { catalogue } = this.#loadedLearner;
    const objectives = new Set(
      catalogue.items.filter(({ id }) => itemIds.includes(id)).map(({ objective }) => objective),
    );
    const rows = [...objectives].map((objective) => {
      const { title, url } = this.#lessonOf(objective);
      const link = Object.assign(document.createElement("a"), {
        href: new URL(`${url}#${objective}`, this.#siteRoot).href,
        textContent: title,
      });
      const row = document.createElement("li");
      row.append(link, `: ${catalogue.objectives[objective]?.statement ?? ""}`);
      return row;
    });
    this.querySelector("[data-part=forgotten-list]")?.replaceChildren(...rows);
  }

  /** Another tab answered something: what is offered changes, a running session goes on. */
  #updateAfterOtherTab() {
    setPartVisibility(this, { unsaved: !this.#loadedLearner.isSaved });
    const choice = /** @type {HTMLElement | null} */ (this.querySelector("[data-part=choice]"));
    if (!this.#session && choice && !choice.hidden) this.#showChoice();
  }

  // --- settings ---

  #fillSettingFields() {
    const { examDay, sessionItems } = this.#loadedLearner.schedule.settings;
    const values = {
      "exam-day": examDay === undefined ? "" : isoDateFromDay(examDay),
      "session-items": `${sessionItems}`,
    };
    for (const [name, value] of Object.entries(values)) {
      const field = /** @type {HTMLInputElement} */ (this.querySelector(`[data-setting=${name}]`));
      if (document.activeElement !== field) field.value = value;
    }
  }

  /** @param {string | undefined} name @param {string} value */
  async #saveSetting(name, value) {
    if (name !== "exam-day" && name !== "session-items") return;
    setPartTexts(this, { "setting-status": "" }); // so that the same words are announced again
    await this.#loadedLearner.recordEvent(settingEvent(name, value));
    this.#showChoice();
    setPartTexts(this, { "setting-status": this.#loadedLearner.isSaved ? "Saved." : "Not saved." });
  }

  async #recordAway() {
    await this.#loadedLearner.recordEvent(settingEvent("away", ""));
    this.#showChoice(true);
  }
}
