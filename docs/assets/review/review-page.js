/** <review-page>: choose a review, do it, and see how it went. All sentences stand in the page; this fills them in. */
/** @import { EventFacts } from "../record/types.js" */
/** @import { OpenReview, ReviewKind, SessionItem } from "./types.js" */
import { settingEventFacts } from "../record/settings.js";
import { setOrClearInvalidMark, reportFinishedDates, whyExamDateRefused } from "./exam-date-field.js";
import { showExamDateDueAndUnseen } from "./exam.js";
import {
  itemsOfTopicReview,
  markedItemIds,
  missedItemIds,
  sessionItemsThatFit,
  itemsOfTodaysReview,
} from "./choices.js";
import { describeLastAnswer } from "./last-answer.js";
import { setPartTexts, setPartVisibility, datePhrase } from "./parts.js";
import { Learner, currentTimeAndOffset } from "./learner.js";
import { readSavedOpenReview, saveOpenReview } from "./open-review.js";
import { ReviewSession } from "./review-session.js";
import { dueObjectiveIds, hasReviewOnDay } from "./schedule.js";
import {
  addedRepeatsClause,
  mistakesLeftSentence,
  questionCountText,
  questionsLeftSentence,
  repeatOrVariantSentence,
  repeatsToComeText,
  resultSentences,
  reviewSizeAndDurationSentence,
  unfinishedReviewText,
  whyForgotten,
} from "./sentences.js";
import { estimatedMinutes, topicOf } from "./session.js";
import { isoDateFromDay } from "./settings.js";

export class ReviewPage extends HTMLElement {
  /** Loaded before anything else uses it. */
  #learner = /** @type {Learner} */ (/** @type {unknown} */ (undefined));
  /** @type {ReviewSession | undefined} */
  #session;
  /** The last review of this tab, with the questions and repeats that it has left. @type {OpenReview} */
  #openReview = { kind: "today", day: 0, items: [] };
  /**
   * Resolves once the last setting is written or refused; undefined: the status tells of something else.
   * @type {Promise<void> | undefined}
   */
  #settingWrite;
  /** All topics of the site. @type {HTMLOptionElement[]} */
  #topicOptions = [];

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    this.addEventListener("submit", (event) => event.preventDefault());
    this.#loadLearnerAndShowChoice();
  }

  get #siteRootUrl() {
    return new URL(this.dataset.root ?? "", location.href).href;
  }

  async #loadLearnerAndShowChoice() {
    try {
      this.#learner = await Learner.load(this.#siteRootUrl);
      this.#learner.addEventListener("change", () => {
        this.#updateUnsavedNotice();
        this.#showNotSavedWhilePending();
        this.#refreshChoiceIfShown();
      });
      reportFinishedDates(this.#settingField("exam-day"), () => this.#saveExamDateOrShowRefusal());
      this.#openReview = readSavedOpenReview(this.#learner.catalogue) ?? this.#openReview;
      this.#showChoice();
    } catch {
      setPartVisibility(this, { choice: false, session: false, result: false, unloaded: true });
    }
    this.hidden = false;
  }

  /** What is pressed in a question is the question's own. @param {Event} event */
  handleEvent({ type, target }) {
    const { dataset, value } = /** @type {HTMLInputElement} */ (target);
    if (/** @type {Element} */ (target).closest("quiz-item")) return;
    if (type === "change" && dataset.setting === "session-items") this.#saveSetting("session-items", value);
    if (type !== "click") return;
    const button = /** @type {Element} */ (target).closest("button"); // a number in a button can be what was pressed
    this.#actions[button?.dataset.do ?? ""]?.();
  }

  /** What the buttons do, by their `data-do`. @type {Record<string, () => void>} */
  #actions = {
    reload: () => location.reload(),
    today: () => this.#startSession("today"),
    mistakes: () => this.#startSession("mistakes"),
    marked: () => this.#startSession("marked"),
    topic: () => this.#startSession("topic"),
    continue: () => this.#startFollowUpReview(),
    "clear-exam": () => this.#clearExamDate(),
    away: () => this.#recordAbsenceAndShowChoice(),
    stop: () => this.#session?.endEarly(),
    retry: () => this.#session?.showCurrentQuestion(),
    skip: () => this.#session?.showNextQuestion(),
    back: () => this.#showChoice(true),
  };

  // --- what can be reviewed ---

  /** What each review would ask, by its kind. @type {Record<ReviewKind, () => SessionItem[]>} */
  #itemsByKind = {
    today: () => itemsOfTodaysReview(this.#learner, this.#openReview),
    mistakes: () => sessionItemsThatFit(missedItemIds(this.#learner), this.#learner),
    marked: () => sessionItemsThatFit(markedItemIds(this.#learner), this.#learner),
    topic: () => itemsOfTopicReview(this.#topicSelect.value, this.#learner),
  };

  get #topicSelect() {
    return /** @type {HTMLSelectElement} */ (this.querySelector("[data-part=topic]"));
  }

  /** Whether a review of another kind than that of today was begun today and is not finished. */
  get #hasOtherUnfinishedReview() {
    const { kind, day, items } = this.#openReview;
    const { events, objectiveSchedule } = this.#learner;
    const isOfToday = day === objectiveSchedule.today && hasReviewOnDay(events, day, currentTimeAndOffset());
    return kind !== "today" && isOfToday && items.length > 0;
  }

  /**
   * How many of the available questions a review asks, and how long it takes.
   * @param {ReviewKind} kind
   * @param {number} availableCount
   */
  #reviewSizeAndDurationSentence(kind, availableCount) {
    const items = this.#itemsByKind[kind]();
    return reviewSizeAndDurationSentence(
      items.length,
      availableCount,
      estimatedMinutes(items, this.#learner.catalogue),
    );
  }

  /** @param {boolean} [isFocused] whether the reader came back to it */
  #showChoice(isFocused = false) {
    const { events, objectiveSchedule: schedule, catalogue } = this.#learner;
    const today = this.#itemsByKind.today();
    const missedCount = missedItemIds(this.#learner).length;
    const markedCount = markedItemIds(this.#learner).length;
    const hasReviewed = schedule.states.size > 0;
    const isBegun = hasReviewOnDay(events, schedule.today, currentTimeAndOffset());
    setPartTexts(this, {
      "today-count": questionCountText(today.length),
      "today-minutes": estimatedMinutes(today, catalogue),
      "today-left": isBegun ? " left" : "",
      "today-button": isBegun ? "Continue the review" : "Start the review",
      "mistakes-count": missedCount,
      "mistakes-size": this.#reviewSizeAndDurationSentence("mistakes", missedCount),
      "marked-count": markedCount,
      "marked-size": this.#reviewSizeAndDurationSentence("marked", markedCount),
      "open-text": unfinishedReviewText(this.#openReview),
      "next-day": this.#nextDueDayText(),
    });
    setPartVisibility(this, {
      choice: true,
      session: false,
      result: false,
      unloaded: false,
      unsaved: !this.#learner.isSaved,
      due: today.length > 0,
      open: this.#hasOtherUnfinishedReview,
      "none-due": hasReviewed && !today.length,
      "nothing-yet": !hasReviewed,
      mistakes: missedCount > 0,
      marked: markedCount > 0,
      topics: hasReviewed,
      away: dueObjectiveIds(schedule).length > 2 * schedule.settings.sessionItems,
    });
    showExamDateDueAndUnseen(this, schedule, catalogue);
    this.#offerOnlyReviewedTopics();
    this.#fillSettingFields();
    if (isFocused) this.#focusPart("choice");
  }

  /** When something is due again, such as "tomorrow". */
  #nextDueDayText() {
    const { states, today } = this.#learner.objectiveSchedule;
    const days = [...states.values()].map(({ dueDay }) => dueDay).filter((day) => day > today);
    return days.length ? datePhrase(Math.min(...days), today) : "";
  }

  /** Offers only the topics in which something was reviewed, and says if others are missing. */
  #offerOnlyReviewedTopics() {
    const { objectiveSchedule: schedule, catalogue } = this.#learner;
    const topics = new Set([...schedule.states.keys()].map((objective) => topicOf(objective, catalogue)));
    const select = this.#topicSelect;
    const { value } = select;
    if (!this.#topicOptions.length) this.#topicOptions = [...select.options];
    const offered = this.#topicOptions.filter((option) => topics.has(option.value));
    select.replaceChildren(...offered); // not every browser hides options of a list
    if (topics.has(value)) select.value = value;
    setPartVisibility(this, { "topics-missing": offered.length < this.#topicOptions.length });
  }

  // --- a session ---

  /** @param {ReviewKind} kind @param {SessionItem[]} [items] */
  #startSession(kind, items = this.#itemsByKind[kind]()) {
    if (!items.length) return this.#showChoice();
    const box = /** @type {HTMLElement} */ (this.querySelector("[data-part=question]"));
    this.#session = new ReviewSession(this.#learner, items, box, this.#siteRootUrl);
    const saveItemsToAnswer = () => this.#setAndSaveOpenReview(kind, this.#session?.itemsToAnswer ?? []);
    for (const type of ["question", "answer"]) this.#session.addEventListener(type, saveItemsToAnswer);
    this.#session.addEventListener("question", () => {
      this.#showQuestionHeader();
      this.#focusPart("place");
    });
    this.#session.addEventListener("answer", (event) => {
      this.#showQuestionNumberAndRepeatSentences();
      this.#showWhyReviewGrew(/** @type {CustomEvent} */ (event).detail);
    });
    this.#session.addEventListener("failed", () => setPartVisibility(this, { failed: true, stuck: false }));
    this.#session.addEventListener("end", () => this.#endSessionAndShowResult());
    setPartVisibility(this, { choice: false, session: true, result: false, failed: false, stuck: false });
    this.#setAndSaveOpenReview(kind, items);
    this.#session.showCurrentQuestion();
  }

  /** @param {ReviewKind} kind @param {SessionItem[]} items questions and repeats that are left */
  #setAndSaveOpenReview(kind, items) {
    this.#openReview = { kind, day: this.#learner.objectiveSchedule.today, items };
    saveOpenReview(this.#openReview);
  }

  /** Shows what stands above the question: its number, and the lesson if the objective keeps being forgotten. */
  #showQuestionHeader() {
    const { currentQuestion } = /** @type {ReviewSession} */ (this.#session);
    this.#showQuestionNumberAndRepeatSentences();
    this.#showWhenQuestionLastAnswered();
    setPartTexts(this, { "comes-back": "" });
    setPartVisibility(this, { failed: false, stuck: false });
    if (currentQuestion?.isStuck) this.#showStuckNotice(currentQuestion.objective);
  }

  /** Says above the question when it was answered last. */
  #showWhenQuestionLastAnswered() {
    const { currentQuestion } = /** @type {ReviewSession} */ (this.#session);
    const { events } = this.#learner;
    const text = currentQuestion ? describeLastAnswer(currentQuestion, events, currentTimeAndOffset()) : "";
    setPartTexts(this, { "last-answer": text });
    setPartVisibility(this, { "last-answer": !!text });
  }

  /** The lesson comes before the question. @param {string} objective */
  #showStuckNotice(objective) {
    const { title, url } = this.#lessonOf(objective);
    const lapses = this.#learner.objectiveSchedule.states.get(objective)?.lapses ?? 0;
    setPartTexts(this, { lapses, "stuck-lesson": title });
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector("[data-part=stuck-lesson]"));
    link.href = new URL(`${url}#${objective}`, this.#siteRootUrl).href;
    setPartVisibility(this, { stuck: true });
  }

  /** @param {string} partName */
  #focusPart(partName) {
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${partName}"]`))?.focus();
  }

  /** Says why the review has become longer, if it has. @param {{facts: EventFacts, addedRepeats: SessionItem[]}} answer */
  #showWhyReviewGrew({ facts, addedRepeats }) {
    if (!addedRepeats.length) return;
    const total = this.#questionTotalWithRepeats;
    setPartTexts(this, {
      "comes-back": `${addedRepeatsClause(addedRepeats)}, because ${whyForgotten(facts)}. The review now has ${total} questions.`,
    });
  }

  /** Questions of the session with those that come back. */
  get #questionTotalWithRepeats() {
    const { place, remainingCount } = /** @type {ReviewSession} */ (this.#session);
    return place + remainingCount - 1;
  }

  #showQuestionNumberAndRepeatSentences() {
    const { place, currentQuestion, repeatCountAfterCurrent } = /** @type {ReviewSession} */ (this.#session);
    const repeats = [repeatOrVariantSentence(currentQuestion), repeatsToComeText(repeatCountAfterCurrent)]
      .filter(Boolean)
      .join(" ");
    setPartTexts(this, { place: `Question ${place} of ${this.#questionTotalWithRepeats}`, repeats });
    setPartVisibility(this, { repeats: !!repeats });
  }

  /** @param {string} objective */
  #lessonOf(objective) {
    const { objectives, lessons } = this.#learner.catalogue;
    return lessons[objectives[objective]?.lesson ?? ""] ?? { title: "", url: "", topic: "" };
  }

  #endSessionAndShowResult() {
    const { results, answerCount = 0, leftItems = [] } = this.#session ?? {};
    const firstAnswers = [...(results ?? [])];
    const forgotten = firstAnswers.filter(([, isRecalled]) => !isRecalled).map(([item]) => item);
    this.#session = undefined;
    this.#setAndSaveOpenReview(this.#openReview.kind, leftItems);
    if (!answerCount) return this.#showChoice(true);
    const recalled = firstAnswers.length - forgotten.length;
    setPartTexts(this, { "result-counts": resultSentences(firstAnswers.length, answerCount, recalled) });
    this.#listForgottenObjectives(forgotten);
    this.#showFollowUpAndNextDueDay();
    setPartVisibility(this, { session: false, result: true, forgotten: forgotten.length > 0 });
    this.#focusPart("result");
  }

  /** What Continue starts after a review: what it has left, or else the mistakes that are left, or else what is due today. */
  get #followUpReview() {
    const { kind, items } = this.#openReview;
    const missedCount = kind === "mistakes" ? missedItemIds(this.#learner).length : 0;
    if (items.length) return { kind, items, text: questionsLeftSentence(items.length, "left in this review") };
    if (missedCount) return { kind, items: this.#itemsByKind[kind](), text: mistakesLeftSentence(missedCount) };
    const due = this.#itemsByKind.today();
    return { kind: /** @type {const} */ ("today"), items: due, text: questionsLeftSentence(due.length, "due today") };
  }

  #showFollowUpAndNextDueDay() {
    const { items, text } = this.#followUpReview;
    const nextDay = this.#nextDueDayText();
    setPartTexts(this, { "more-text": text, "result-next": nextDay });
    setPartVisibility(this, {
      more: items.length > 0,
      "result-next-line": !this.#itemsByKind.today().length && nextDay !== "",
    });
  }

  #startFollowUpReview() {
    const { kind, items } = this.#followUpReview;
    this.#startSession(kind, items);
  }

  /** What was forgotten, each objective with a link to its place in the lesson. @param {string[]} itemIds */
  #listForgottenObjectives(itemIds) {
    const { catalogue } = this.#learner;
    const objectives = new Set(
      catalogue.items.filter(({ id }) => itemIds.includes(id)).map(({ objective }) => objective),
    );
    const rows = [...objectives].map((objective) => {
      const { title, url } = this.#lessonOf(objective);
      const link = Object.assign(document.createElement("a"), {
        href: new URL(`${url}#${objective}`, this.#siteRootUrl).href,
        textContent: title,
      });
      const row = document.createElement("li");
      row.append(link, `: ${catalogue.objectives[objective]?.statement ?? ""}`);
      return row;
    });
    this.querySelector("[data-part=forgotten-list]")?.replaceChildren(...rows);
  }

  #updateUnsavedNotice() {
    setPartVisibility(this, { unsaved: !this.#learner.isSaved });
  }

  /** Shows what can be reviewed after another tab answered something; a running session goes on. */
  #refreshChoiceIfShown() {
    const choice = /** @type {HTMLElement | null} */ (this.querySelector("[data-part=choice]"));
    if (!this.#session && choice && !choice.hidden) this.#showChoice();
  }

  // --- settings ---

  #fillSettingFields() {
    const { sessionItems } = this.#learner.objectiveSchedule.settings;
    const values = { "exam-day": this.#isoExamDateOrEmpty, "session-items": `${sessionItems}` };
    for (const [name, value] of Object.entries(values)) {
      const field = this.#settingField(name);
      if (document.activeElement !== field && field.ariaInvalid !== "true") field.value = value;
    }
  }

  /** The date of the exam, such as "2027-01-31"; "" if none is set. */
  get #isoExamDateOrEmpty() {
    const { examDay } = this.#learner.objectiveSchedule.settings;
    return examDay === undefined ? "" : isoDateFromDay(examDay);
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #settingField(name) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`[data-setting=${name}]`));
  }

  /** @param {"exam-day" | "session-items"} name @param {string} value */
  async #saveSetting(name, value) {
    setPartTexts(this, { "setting-status": "" }); // so that the same words are announced again
    const written = this.#learner.recordEvent(settingEventFacts(name, value));
    this.#settingWrite = written;
    this.#showChoice();
    this.#showNotSavedWhilePending();
    await written;
    if (this.#settingWrite !== written) return; // the status tells of something later
    this.#settingWrite = undefined;
    setPartTexts(this, { "setting-status": this.#learner.isSaved ? "Saved." : "Not saved." });
  }

  /** Says that the last setting is not saved, as long as it waits for a database that may still open. */
  #showNotSavedWhilePending() {
    if (this.#settingWrite && !this.#learner.isSaved) setPartTexts(this, { "setting-status": "Not saved." });
  }

  /** Saves the date in the field if it is not the saved one, or says why it cannot be saved. */
  #saveExamDateOrShowRefusal() {
    const field = this.#settingField("exam-day");
    const refusal = whyExamDateRefused(field, this.#learner.objectiveSchedule.today);
    setOrClearInvalidMark(field, refusal && "setting-status");
    if (refusal) this.#settingWrite = undefined;
    setPartTexts(this, { "setting-status": refusal });
    this.#showNotSavedWhilePending();
    if (!refusal && field.value !== this.#isoExamDateOrEmpty) this.#saveSetting("exam-day", field.value);
  }

  #clearExamDate() {
    setOrClearInvalidMark(this.#settingField("exam-day"), "");
    this.#saveSetting("exam-day", "");
    this.#focusPart("choice"); // the button is gone
  }

  /** Records that the learner was away, which spreads what is overdue. */
  #recordAbsenceAndShowChoice() {
    this.#learner.recordEvent(settingEventFacts("away", ""));
    this.#showChoice(true);
  }
}
