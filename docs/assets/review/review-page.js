/** <review-page>: choose a review, do it, and see how it went. All sentences stand in the page; this fills them in. */
/** @import { SessionItem } from "./types.js" */
import { fillParts, revealParts, sentenceDate } from "./parts.js";
import { Learner } from "./learner.js";
import { markedOf, mistakesOf } from "./progress.js";
import { ReviewSession } from "./review-session.js";
import { dueObjectives } from "./schedule.js";
import { minutesOf, sessionOf, todaysSession, topicOf } from "./session.js";
import { dateOfDay, settingEvent } from "./settings.js";

export class ReviewPage extends HTMLElement {
  /** @type {Learner | undefined} */
  #learner;
  /** @type {ReviewSession | undefined} */
  #session;

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    this.addEventListener("submit", (event) => event.preventDefault());
    this.#load();
  }

  get #root() {
    return new URL(this.dataset.root ?? "", location.href).href;
  }

  async #load() {
    try {
      this.#learner = await Learner.load(this.#root);
      this.#learner.addEventListener("change", () => this.#onOtherTab());
      this.#showTopics();
      this.#showChoice();
    } catch {
      revealParts(this, { choice: false, session: false, result: false, unloaded: true });
    }
    this.hidden = false;
  }

  get #known() {
    return /** @type {Learner} */ (this.#learner);
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    const { dataset, value } = /** @type {HTMLInputElement} */ (target);
    if (type === "change") this.#saveSetting(dataset.setting, value);
    else if (dataset.do) this.#actions[dataset.do]?.();
  }

  /** What the buttons do, by their `data-do`. @type {Record<string, () => void>} */
  #actions = {
    reload: () => location.reload(),
    today: () => this.#start(this.#itemsOfToday()),
    mistakes: () => this.#start(this.#itemsOf(mistakesOf(this.#known.events))),
    marked: () => this.#start(this.#itemsOf(markedOf(this.#known.events))),
    topic: () => this.#start(this.#itemsOfTopic()),
    away: () => this.#setAway(),
    stop: () => this.#session?.stop(),
    retry: () => this.#session?.show(),
    skip: () => this.#session?.next(),
    back: () => this.#showChoice(true),
  };

  // --- what can be reviewed ---

  #itemsOfToday() {
    const { schedule, catalogue, events } = this.#known;
    return todaysSession(schedule, catalogue, events);
  }

  /** @param {string[]} ids */
  #itemsOf(ids) {
    const { schedule, catalogue } = this.#known;
    return sessionOf(ids, catalogue, schedule.settings.sessionItems);
  }

  /** Due objectives of the topic; if there are none, all that were reviewed before. */
  #itemsOfTopic() {
    const { schedule, catalogue, events } = this.#known;
    const topic = /** @type {HTMLSelectElement} */ (this.querySelector("[data-part=topic]")).value;
    const isWanted = (/** @type {string} */ objective) => topicOf(objective, catalogue) === topic;
    const due = todaysSession(schedule, catalogue, events, isWanted);
    if (due.length) return due;
    const states = new Map([...schedule.states].map(([id, state]) => [id, { ...state, dueDay: schedule.today }]));
    return todaysSession({ ...schedule, states }, catalogue, events, isWanted);
  }

  /** @param {boolean} [isFocused] whether the reader came back to it */
  #showChoice(isFocused = false) {
    const { events, schedule, catalogue } = this.#known;
    const today = this.#itemsOfToday();
    const mistakes = this.#count(mistakesOf(events));
    const marked = this.#count(markedOf(events));
    const hasReviewed = schedule.states.size > 0;
    fillParts(this, {
      "today-count": today.length === 1 ? "1 question" : `${today.length} questions`,
      "today-minutes": minutesOf(today, catalogue),
      "mistakes-count": mistakes,
      "marked-count": marked,
      "next-day": this.#nextDay(),
    });
    revealParts(this, {
      choice: true,
      session: false,
      result: false,
      unloaded: false,
      unsaved: !this.#known.isSaved,
      due: today.length > 0,
      "none-due": hasReviewed && !today.length,
      "nothing-yet": !hasReviewed,
      mistakes: mistakes > 0,
      marked: marked > 0,
      topics: hasReviewed,
      away: dueObjectives(schedule).length > 2 * schedule.settings.sessionItems,
    });
    this.#showSettings();
    if (isFocused) this.#focus("choice");
  }

  /** Items that are still in the bank. @param {string[]} ids */
  #count(ids) {
    const existing = new Set(this.#known.catalogue.items.map(({ id }) => id));
    return ids.filter((id) => existing.has(id)).length;
  }

  /** When something is due again, such as "tomorrow". */
  #nextDay() {
    const { states, today } = this.#known.schedule;
    const days = [...states.values()].map(({ dueDay }) => dueDay).filter((day) => day > today);
    return days.length ? sentenceDate(Math.min(...days), today) : "";
  }

  /** Topics in which something was reviewed. */
  #showTopics() {
    const { schedule, catalogue } = this.#known;
    const topics = new Set([...schedule.states.keys()].map((objective) => topicOf(objective, catalogue)));
    const select = this.querySelector("[data-part=topic]");
    for (const option of select?.querySelectorAll("option") ?? []) option.hidden = !topics.has(option.value);
    const [first] = [...(select?.querySelectorAll("option") ?? [])].filter(({ hidden }) => !hidden);
    if (first) first.selected = true;
  }

  // --- a session ---

  /** @param {SessionItem[]} items */
  #start(items) {
    if (!items.length) return this.#showChoice();
    const box = /** @type {HTMLElement} */ (this.querySelector("[data-part=question]"));
    this.#session = new ReviewSession(this.#known, items, box, this.#root);
    this.#session.addEventListener("question", () => this.#showQuestion());
    this.#session.addEventListener("answer", () => this.#showPlace());
    this.#session.addEventListener("failed", () => revealParts(this, { failed: true, stuck: false }));
    this.#session.addEventListener("end", () => this.#showResult());
    revealParts(this, { choice: false, session: true, result: false, failed: false, stuck: false });
    this.#session.show();
  }

  #showQuestion() {
    const { current } = /** @type {ReviewSession} */ (this.#session);
    this.#showPlace();
    revealParts(this, { failed: false, stuck: false });
    if (current?.isStuck) this.#showStuck(current.objective);
    this.#focus("place");
  }

  /** The lesson comes before the question. @param {string} objective */
  #showStuck(objective) {
    const { title, url } = this.#lessonOf(objective);
    const lapses = this.#known.schedule.states.get(objective)?.lapses ?? 0;
    fillParts(this, { lapses, "stuck-lesson": title });
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector("[data-part=stuck-lesson]"));
    link.href = new URL(`${url}#${objective}`, this.#root).href;
    revealParts(this, { stuck: true });
  }

  /** @param {string} part */
  #focus(part) {
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${part}"]`))?.focus();
  }

  #showPlace() {
    const { place, left } = /** @type {ReviewSession} */ (this.#session);
    fillParts(this, { place: `Question ${place} of ${place + left - 1}` });
  }

  /** @param {string} objective */
  #lessonOf(objective) {
    const { objectives, lessons } = this.#known.catalogue;
    return lessons[objectives[objective]?.lesson ?? ""] ?? { title: "", url: "", topic: "" };
  }

  #showResult() {
    const results = [...(this.#session?.results ?? [])];
    const forgotten = results.filter(([, isRecalled]) => !isRecalled).map(([item]) => item);
    this.#session = undefined;
    if (!results.length) return this.#showChoice(true);
    fillParts(this, {
      "result-count": results.length === 1 ? "1 question" : `${results.length} questions`,
      "result-recalled": results.length - forgotten.length,
      "result-next": this.#nextDay(),
    });
    this.#listForgotten(forgotten);
    const more = this.#itemsOfToday().length;
    fillParts(this, { "more-count": more === 1 ? "1 more question is" : `${more} more questions are` });
    revealParts(this, { session: false, result: true, forgotten: forgotten.length > 0, more: more > 0 });
    this.#focus("result");
  }

  /** Lessons to read again, each with the statements of what was forgotten. @param {string[]} items */
  #listForgotten(items) {
    const { catalogue } = this.#known;
    const objectives = new Set(
      catalogue.items.filter(({ id }) => items.includes(id)).map(({ objective }) => objective),
    );
    const rows = [...objectives].map((objective) => {
      const { title, url } = this.#lessonOf(objective);
      const link = Object.assign(document.createElement("a"), {
        href: new URL(`${url}#${objective}`, this.#root).href,
        textContent: title,
      });
      const row = document.createElement("li");
      row.append(link, `: ${catalogue.objectives[objective]?.statement ?? ""}`);
      return row;
    });
    this.querySelector("[data-part=forgotten-list]")?.replaceChildren(...rows);
  }

  /** Another tab answered something: what is offered changes, a running session goes on. */
  #onOtherTab() {
    revealParts(this, { unsaved: !this.#known.isSaved });
    const choice = /** @type {HTMLElement | null} */ (this.querySelector("[data-part=choice]"));
    if (!this.#session && choice && !choice.hidden) this.#showChoice();
  }

  // --- settings ---

  #showSettings() {
    const { examDay, sessionItems } = this.#known.schedule.settings;
    const values = { "exam-day": examDay === undefined ? "" : dateOfDay(examDay), "session-items": `${sessionItems}` };
    for (const [name, value] of Object.entries(values)) {
      const field = /** @type {HTMLInputElement} */ (this.querySelector(`[data-setting=${name}]`));
      if (document.activeElement !== field) field.value = value;
    }
  }

  /** @param {string | undefined} name @param {string} value */
  async #saveSetting(name, value) {
    if (name !== "exam-day" && name !== "session-items") return;
    await this.#known.record(settingEvent(name, value));
    this.#showChoice();
    fillParts(this, { "setting-status": "Saved." });
  }

  async #setAway() {
    await this.#known.record(settingEvent("away", ""));
    this.#showChoice(true);
  }
}
