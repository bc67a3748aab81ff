/** <review-page>: choose a review, do it, and see how it went. All sentences stand in the page; this fills them in. */
/** @import { EventFacts } from "../record/types.js" */
/** @import { SessionItem } from "./types.js" */
import { markInvalidOrValid, reportFinishedDates, whyExamDateRefused } from "./exam-date-field.js";
import { showExamDateDueAndUnseen } from "./exam.js";
import { describeLastAnswer } from "./last-answer.js";
import { setPartTexts, setPartVisibility, sentenceDate } from "./parts.js";
import { Learner, currentTimeAndOffset } from "./learner.js";
import { markedItemIdsLatestFirst, itemIdsMissedLastTime } from "./progress.js";
import { ReviewSession } from "./review-session.js";
import { dueObjectiveIds, hasReviewOnDay } from "./schedule.js";
import { estimatedMinutes, createSessionFromIds, chooseDueSessionItems, scheduleOfTopic, topicOf } from "./session.js";
import { isoDateFromDay, settingEvent } from "./settings.js";

/** @param {number} questions @param {number} answers @param {number} recalled */
function resultSentences(questions, answers, recalled) {
  if (!questions) return answers === 1 ? "You answered 1 repeat." : `You answered ${answers} repeats.`;
  const counted = questions === 1 ? "1 question" : `${questions} questions`;
  const repeated = answers > questions ? ` and gave ${answers} answers, including repeats` : "";
  return `You reviewed ${counted}${repeated}. You remembered ${recalled} of ${questions} on the first try.`;
}

/** "3 more questions are due today." @param {number} count @param {string} end of the sentence */
const questionsLeftSentence = (count, end) =>
  `${count === 1 ? "1 more question is" : `${count} more questions are`} ${end}.`;

/** Why an answer counts as not remembered, as a clause. @param {EventFacts} facts */
function whyForgotten({ kind, score }) {
  if (kind === "revealed") return "you asked to see the answer";
  return score === 1 ? "you guessed" : "your answer was not correct";
}

/** @param {SessionItem[]} added repeats of a question */
function howQuestionComesBack(added) {
  if (added.some(({ isVariant }) => isVariant)) return "You will see another question about this objective";
  return `You will see this question ${added.length === 1 ? "once" : "twice"} more`;
}

/** @param {SessionItem | undefined} question */
function repeatSentence(question) {
  if (!question?.turn) return "";
  return question.isVariant ? "This is another question about the same objective." : "This is a repeat.";
}

/** @param {number} count of repeats that follow */
function repeatsToComeText(count) {
  if (!count) return "";
  return count === 1 ? "1 repeat is still to come." : `${count} repeats are still to come.`;
}

export class ReviewPage extends HTMLElement {
  /** Loaded before anything else uses it. */
  #learner = /** @type {Learner} */ (/** @type {unknown} */ (undefined));
  /** @type {ReviewSession | undefined} */
  #session;
  /** Questions and repeats that a stopped review has left. @type {SessionItem[]} */
  #leftItems = [];
  #isForToday = false;
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
        this.#refreshChoiceIfShown();
      });
      reportFinishedDates(this.#settingField("exam-day"), () => this.#saveExamDateOrShowRefusal());
      this.#showChoice();
    } catch {
      setPartVisibility(this, { choice: false, session: false, result: false, unloaded: true });
    }
    this.hidden = false;
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    const { dataset, value } = /** @type {HTMLInputElement} */ (target);
    if (type === "change" && dataset.setting === "session-items") this.#saveSetting("session-items", value);
    if (type !== "click") return;
    const button = /** @type {Element} */ (target).closest("button"); // a number in a button can be what was pressed
    this.#actions[button?.dataset.do ?? ""]?.();
  }

  /** What the buttons do, by their `data-do`. @type {Record<string, () => void>} */
  #actions = {
    reload: () => location.reload(),
    today: () => this.#startSession(this.#dueSessionItems, true),
    continue: () => this.#resumeOrStartDueSession(),
    "clear-exam": () => this.#clearExamDate(),
    mistakes: () => this.#startSessionFromCandidates(itemIdsMissedLastTime(this.#learner.events)),
    marked: () => this.#startSessionFromCandidates(markedItemIdsLatestFirst(this.#learner.events)),
    topic: () => this.#startSession(this.#dueElseReviewedItemsOfTopic),
    away: () => this.#spreadOverdueAndShowChoice(),
    stop: () => this.#session?.endEarly(),
    retry: () => this.#session?.showCurrentQuestion(),
    skip: () => this.#session?.showNextQuestion(),
    back: () => this.#showChoice(true),
  };

  // --- what can be reviewed ---

  /** The questions of a session of what is due today. */
  get #dueSessionItems() {
    const { objectiveSchedule: schedule, catalogue, events } = this.#learner;
    return chooseDueSessionItems(schedule, catalogue, events);
  }

  /** The questions of a session of what is due in the topic that is chosen in the form; if nothing is, of all that was reviewed before. */
  get #dueElseReviewedItemsOfTopic() {
    const { catalogue, events } = this.#learner;
    const topic = /** @type {HTMLSelectElement} */ (this.querySelector("[data-part=topic]")).value;
    const schedule = scheduleOfTopic(this.#learner.objectiveSchedule, topic, catalogue);
    const due = chooseDueSessionItems(schedule, catalogue, events);
    if (due.length) return due;
    const states = new Map([...schedule.states].map(([id, state]) => [id, { ...state, dueDay: schedule.today }]));
    return chooseDueSessionItems({ ...schedule, states }, catalogue, events);
  }

  /** @param {boolean} [isFocused] whether the reader came back to it */
  #showChoice(isFocused = false) {
    const { events, objectiveSchedule: schedule, catalogue } = this.#learner;
    const today = this.#dueSessionItems;
    const mistakes = this.#countExistingItems(itemIdsMissedLastTime(events));
    const marked = this.#countExistingItems(markedItemIdsLatestFirst(events));
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
      unsaved: !this.#learner.isSaved,
      due: today.length > 0,
      "none-due": hasReviewed && !today.length,
      "nothing-yet": !hasReviewed,
      mistakes: mistakes > 0,
      marked: marked > 0,
      topics: hasReviewed,
      away: dueObjectiveIds(schedule).length > 2 * schedule.settings.sessionItems,
    });
    showExamDateDueAndUnseen(this, schedule, catalogue);
    this.#showReviewedTopicOptions();
    this.#fillSettingFields();
    if (isFocused) this.#focusPart("choice");
  }

  /** How many of the items are still in the bank. @param {string[]} itemIds */
  #countExistingItems(itemIds) {
    const existing = new Set(this.#learner.catalogue.items.map(({ id }) => id));
    return itemIds.filter((id) => existing.has(id)).length;
  }

  /** When something is due again, such as "tomorrow". */
  #nextDueDayText() {
    const { states, today } = this.#learner.objectiveSchedule;
    const days = [...states.values()].map(({ dueDay }) => dueDay).filter((day) => day > today);
    return days.length ? sentenceDate(Math.min(...days), today) : "";
  }

  /** Offers only the topics in which something was reviewed, and says if others are missing. */
  #showReviewedTopicOptions() {
    const { objectiveSchedule: schedule, catalogue } = this.#learner;
    const topics = new Set([...schedule.states.keys()].map((objective) => topicOf(objective, catalogue)));
    const select = /** @type {HTMLSelectElement} */ (this.querySelector("[data-part=topic]"));
    const { value } = select;
    if (!this.#topicOptions.length) this.#topicOptions = [...select.options];
    const offered = this.#topicOptions.filter((option) => topics.has(option.value));
    select.replaceChildren(...offered); // not every browser hides options of a list
    if (topics.has(value)) select.value = value;
    setPartVisibility(this, { "topics-missing": offered.length < this.#topicOptions.length });
  }

  // --- a session ---

  /** @param {SessionItem[]} items @param {boolean} [isForToday] whether they are what is due */
  #startSession(items, isForToday = false) {
    if (!items.length) return this.#showChoice();
    this.#isForToday = isForToday;
    const box = /** @type {HTMLElement} */ (this.querySelector("[data-part=question]"));
    this.#session = new ReviewSession(this.#learner, items, box, this.#siteRootUrl);
    this.#session.addEventListener("question", () => {
      this.#showQuestionNumberAndHistory();
      this.#focusPart("place");
    });
    this.#session.addEventListener("answer", (event) => {
      this.#showQuestionNumberAndRepeats();
      this.#showWhyQuestionComesBack(/** @type {CustomEvent} */ (event).detail);
    });
    this.#session.addEventListener("failed", () => setPartVisibility(this, { failed: true, stuck: false }));
    this.#session.addEventListener("end", () => this.#endSessionAndShowResult());
    setPartVisibility(this, { choice: false, session: true, result: false, failed: false, stuck: false });
    this.#session.showCurrentQuestion();
  }

  /** Starts a session of as many of the items as fit. @param {string[]} candidateIds */
  #startSessionFromCandidates(candidateIds) {
    const { objectiveSchedule, catalogue } = this.#learner;
    this.#startSession(createSessionFromIds(candidateIds, catalogue, objectiveSchedule.settings.sessionItems));
  }

  /** Shows what stands above the question: its number, and the lesson if the objective keeps being forgotten. */
  #showQuestionNumberAndHistory() {
    const { currentQuestion } = /** @type {ReviewSession} */ (this.#session);
    this.#showQuestionNumberAndRepeats();
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

  /** Says why the review has become longer, if it has. @param {{facts: EventFacts, added: SessionItem[]}} answer */
  #showWhyQuestionComesBack({ facts, added }) {
    if (!added.length) return;
    const start = howQuestionComesBack(added);
    const total = this.#questionTotalWithRepeats;
    setPartTexts(this, {
      "comes-back": `${start}, because ${whyForgotten(facts)}. The review now has ${total} questions.`,
    });
  }

  /** Questions of the session with those that come back. */
  get #questionTotalWithRepeats() {
    const { place, remainingCount } = /** @type {ReviewSession} */ (this.#session);
    return place + remainingCount - 1;
  }

  #showQuestionNumberAndRepeats() {
    const { place, currentQuestion, repeatCountAfterCurrent } = /** @type {ReviewSession} */ (this.#session);
    const repeats = [repeatSentence(currentQuestion), repeatsToComeText(repeatCountAfterCurrent)]
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
    this.#leftItems = leftItems;
    if (!answerCount) return this.#showChoice(true);
    const recalled = firstAnswers.length - forgotten.length;
    setPartTexts(this, { "result-counts": resultSentences(firstAnswers.length, answerCount, recalled) });
    this.#listForgottenObjectives(forgotten);
    this.#showWhatIsLeft();
    setPartVisibility(this, { session: false, result: true, forgotten: forgotten.length > 0 });
    this.#focusPart("result");
  }

  /** Questions that are left in the stopped review, or else those due today, or else when the next one is due. */
  #showWhatIsLeft() {
    const left = this.#leftItems.length;
    const due = this.#dueSessionItems.length;
    setPartTexts(this, {
      "more-text": left
        ? questionsLeftSentence(left, "left in this review")
        : questionsLeftSentence(due, "due today"),
      "result-next": this.#nextDueDayText(),
    });
    setPartVisibility(this, { more: left + due > 0, "result-next-line": !due && this.#nextDueDayText() !== "" });
  }

  #resumeOrStartDueSession() {
    if (this.#leftItems.length) this.#startSession(this.#leftItems, this.#isForToday);
    else this.#startSession(this.#dueSessionItems, true);
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
    const values = { "exam-day": this.#savedExamDate, "session-items": `${sessionItems}` };
    for (const [name, value] of Object.entries(values)) {
      const field = this.#settingField(name);
      if (document.activeElement !== field && field.ariaInvalid !== "true") field.value = value;
    }
  }

  /** The date of the exam, such as "2027-01-31"; "" if none is set. */
  get #savedExamDate() {
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
    await this.#learner.recordEvent(settingEvent(name, value));
    this.#showChoice();
    setPartTexts(this, { "setting-status": this.#learner.isSaved ? "Saved." : "Not saved." });
  }

  /** Saves the date in the field if it is not the saved one, or says why it cannot be saved. */
  #saveExamDateOrShowRefusal() {
    const field = this.#settingField("exam-day");
    const refusal = whyExamDateRefused(field, this.#learner.objectiveSchedule.today);
    markInvalidOrValid(field, refusal && "setting-status");
    setPartTexts(this, { "setting-status": refusal });
    if (!refusal && field.value !== this.#savedExamDate) this.#saveSetting("exam-day", field.value);
  }

  async #clearExamDate() {
    markInvalidOrValid(this.#settingField("exam-day"), "");
    await this.#saveSetting("exam-day", "");
    this.#focusPart("choice"); // the button is gone
  }

  /** Records that the learner was away, which spreads what is overdue. */
  async #spreadOverdueAndShowChoice() {
    await this.#learner.recordEvent(settingEvent("away", ""));
    this.#showChoice(true);
  }
}
