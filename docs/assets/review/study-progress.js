/** <study-progress>: what to do today, lessons and objectives by strength, and confidence against correctness. */
/** @import { Strength } from "./progress.js" */
/** @import { LessonToStudy } from "./types.js" */
import { createElement } from "../quiz/dom.js";
import { ANSWERS_WITHOUT_EXPORT, lastExportAndAnswerCounts } from "../record/last-export.js";
import { showExamDateDueAndUnseen } from "./exam.js";
import { Learner, currentTimeAndOffset } from "./learner.js";
import { showMarkedQuestions } from "./marked-list.js";
import { setPartTexts, setPartVisibility, datePhrase } from "./parts.js";
import {
  countsByConfidence,
  countDatedFarAhead,
  lessonOfLastAnswerOutsideReview,
  lessonToContinueOrStart,
  strengthCountsAndStateByLesson,
  strengthOfObjective,
} from "./progress.js";
import { questionCountText } from "./sentences.js";
import { estimatedMinutes, chooseItemsOfDueObjectives } from "./session.js";
import { createTableRow, fillTableBodyAndLabelCells } from "./table-rows.js";

/** @type {Record<string, string>} */
const LESSON_STATES = { new: "Not started", begun: "In progress", learned: "Learned" };
const CONFIDENCES = { guess: "I guessed", think: "I think so", sure: "I am sure" };

export class StudyProgress extends HTMLElement {
  /** Loaded before anything else uses it. */
  #learner = /** @type {Learner} */ (/** @type {unknown} */ (undefined));

  async connectedCallback() {
    try {
      this.#learner = await Learner.load(this.#siteRootUrl);
      this.#learner.addEventListener("change", () => this.#fillAllParts());
      this.#fillAllParts();
    } catch {
      setPartVisibility(this, { loaded: false, unloaded: true });
    }
    this.hidden = false;
    document.querySelector(":target")?.scrollIntoView(); // it could not be seen before
  }

  get #siteRootUrl() {
    return new URL(this.dataset.root ?? "", location.href).href;
  }

  #fillAllParts() {
    const { events } = this.#learner;
    setPartVisibility(this, {
      loaded: true,
      unloaded: false,
      nothing: !hasAnsweredAnything(this.#learner),
      unsaved: !this.#learner.isSaved,
      ahead: countDatedFarAhead(events, currentTimeAndOffset().at) > 0,
    });
    setPartTexts(this, { "ahead-count": countDatedFarAhead(events, currentTimeAndOffset().at) });
    showDueAndNextLesson(this, this.#learner, this.#siteRootUrl);
    showExamDateDueAndUnseen(this, this.#learner.objectiveSchedule, this.#learner.catalogue);
    this.#fillLessonTable();
    this.#fillObjectiveListPerStrength();
    this.#fillCalibrationTable();
    this.#updateUnexportedReminder();
    showMarkedQuestions(this, this.#learner, this.#siteRootUrl);
  }

  /** Shows a sentence while many answers are in no exported file. */
  #updateUnexportedReminder() {
    const { since } = lastExportAndAnswerCounts(this.#learner.events);
    setPartTexts(this, { "unexported-count": since });
    setPartVisibility(this, { unexported: since >= ANSWERS_WITHOUT_EXPORT });
  }

  /** One table of all lessons, with a bar for the objectives of each. */
  #fillLessonTable() {
    const { objectiveSchedule: schedule, catalogue } = this.#learner;
    const lessons = strengthCountsAndStateByLesson(schedule, catalogue);
    const rows = Object.entries(catalogue.lessons).map(([name, { title, url }]) => {
      const { counts, state } = lessons.get(name) ?? {
        counts: { unseen: 0, weak: 0, growing: 0, strong: 0 },
        state: "new",
      };
      const link = Object.assign(createElement("a", "", title), { href: new URL(url, this.#siteRootUrl).href });
      const numbers = Object.values(counts).map((count) => createElement("td", "number", `${count}`));
      const cells = [LESSON_STATES[state] ?? "", createStrengthBar(counts)].map((part) =>
        createElement("td", "", part),
      );
      return createTableRow(link, ...cells, ...numbers);
    });
    fillTableBodyAndLabelCells(this.querySelector("[data-part=lessons]"), rows);
  }

  /** Fills a list for each strength, and says how many objectives it has. */
  #fillObjectiveListPerStrength() {
    const { objectiveSchedule: schedule, catalogue } = this.#learner;
    const byStrength = /** @type {Record<Strength, HTMLElement[]>} */ ({
      weak: [],
      growing: [],
      strong: [],
      unseen: [],
    });
    for (const [id, { statement, lesson }] of Object.entries(catalogue.objectives)) {
      const state = schedule.states.get(id);
      const { title = "", url = "" } = catalogue.lessons[lesson] ?? {};
      const link = Object.assign(createElement("a", "", title), {
        href: new URL(`${url}#${id}`, this.#siteRootUrl).href,
      });
      const due = state ? ` Due ${datePhrase(state.dueDay, schedule.today)}.` : "";
      byStrength[strengthOfObjective(state)].push(createElement("li", "", statement, " (", link, ")", due));
    }
    for (const [strength, rows] of Object.entries(byStrength)) {
      this.querySelector(`[data-part="list-${strength}"]`)?.replaceChildren(...rows);
      setPartTexts(this, { [`count-${strength}`]: rows.length });
    }
  }

  #fillCalibrationTable() {
    const calibration = countsByConfidence(this.#learner.events);
    const rows = calibration.map(({ confidence, answers, correct }) => {
      const share = answers ? `${Math.round((correct / answers) * 100)}%` : "no answers";
      const bar = createStrengthBar({ strong: correct, unseen: answers - correct });
      const numbers = [`${answers}`, `${correct}`, share].map((text) => createElement("td", "number", text));
      return createTableRow(CONFIDENCES[confidence], createElement("td", "", bar), ...numbers);
    });
    fillTableBodyAndLabelCells(this.querySelector("[data-part=calibration]"), rows);
    setPartVisibility(this, { "has-calibration": calibration.some(({ answers }) => answers > 0) });
  }
}

/**
 * A bar in parts as long as the counts. The numbers stand beside it, so it is hidden from screen readers.
 * @param {Partial<Record<Strength, number>>} counts
 */
function createStrengthBar(counts) {
  const parts = Object.entries(counts).map(([strength, count]) => {
    const part = createElement("i", strength);
    part.style.flexGrow = `${count}`;
    part.hidden = !count;
    return part;
  });
  const bar = createElement("span", "strength-bar", ...parts);
  bar.ariaHidden = "true";
  return bar;
}

/** Whether the reader has answered anything, be it only the question before a lesson. @param {Learner} learner */
const hasAnsweredAnything = ({ objectiveSchedule: schedule, events, catalogue }) =>
  schedule.states.size > 0 || lessonOfLastAnswerOutsideReview(events, catalogue) !== undefined;

/**
 * What to do today: how many questions are due, and the lesson to study next.
 * @param {HTMLElement} root
 * @param {Learner} learner
 * @param {string} siteRootUrl URL of the site's root
 */
function showDueAndNextLesson(root, learner, siteRootUrl) {
  const { objectiveSchedule: schedule, catalogue, events } = learner;
  const today = chooseItemsOfDueObjectives(schedule, catalogue, events);
  setPartTexts(root, {
    "today-count": questionCountText(today.length),
    "today-minutes": estimatedMinutes(today, catalogue),
  });
  setPartVisibility(root, { due: today.length > 0, "none-due": !today.length && schedule.states.size > 0 });
  showNextLesson(root, learner, siteRootUrl);
}

/**
 * "Continue: <lesson>", "Next: <lesson>", or that all are finished.
 * @param {HTMLElement} root
 * @param {Learner} learner
 * @param {string} siteRootUrl
 */
function showNextLesson(root, learner, siteRootUrl) {
  const { objectiveSchedule: schedule, catalogue, events } = learner;
  const next = lessonToContinueOrStart(events, schedule, catalogue);
  const isShown = hasAnsweredAnything(learner);
  setPartVisibility(root, { "next-step": isShown && !!next, "all-finished": isShown && !next });
  const lesson = catalogue.lessons[next?.lesson ?? ""];
  if (next && lesson) fillNextLesson(root, next, lesson.title, new URL(lesson.url, siteRootUrl).href);
}

/** @param {HTMLElement} root @param {LessonToStudy} lesson @param {string} title @param {string} url */
function fillNextLesson(root, { isContinued, unansweredCount }, title, url) {
  setPartTexts(root, {
    "next-word": isContinued ? "Continue" : "Next",
    "next-lesson": title,
    "next-open": isContinued ? ` (${unansweredCount} ${unansweredCount === 1 ? "question" : "questions"} open)` : "",
  });
  /** @type {HTMLAnchorElement | null} */ (root.querySelector("[data-part=next-lesson]"))?.setAttribute("href", url);
}

/** <today-panel>: the same on the home page, for a reader who has answered something. */
export class TodayPanel extends HTMLElement {
  async connectedCallback() {
    const root = new URL(this.dataset.root ?? "", location.href).href;
    const learner = await Learner.load(root).catch(() => undefined); // the panel is an extra: without data it stays hidden
    if (!learner) return;
    const updatePanel = () => {
      this.hidden = !hasAnsweredAnything(learner);
      showDueAndNextLesson(this, learner, root);
    };
    learner.addEventListener("change", updatePanel);
    updatePanel();
  }
}

/**
 * Lists of lessons say which lessons are in progress and which are learned.
 * @param {string} siteRootUrl URL of the site's root
 */
export async function showLessonStates(siteRootUrl) {
  const learner = await Learner.load(siteRootUrl).catch(() => undefined);
  if (!learner) return;
  const lessons = strengthCountsAndStateByLesson(learner.objectiveSchedule, learner.catalogue);
  for (const row of document.querySelectorAll("[data-lesson]")) {
    const { lesson = "" } = /** @type {HTMLElement} */ (row).dataset;
    showLessonState(row, lessons.get(lesson)?.state ?? "new");
  }
  setPartVisibility(document, { "states-note": !!document.querySelector("[data-part=progress][data-state]") });
}

/** @param {Element} row @param {string} state */
function showLessonState(row, state) {
  const part = /** @type {HTMLElement | null} */ (row.querySelector("[data-part=progress]"));
  if (!part || state === "new") return;
  part.textContent = LESSON_STATES[state] ?? "";
  part.dataset.state = state;
  part.hidden = false;
}
