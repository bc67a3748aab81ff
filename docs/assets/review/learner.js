/** What this browser knows of a learner, with what the build knows of the course: what review and progress work on. */
/** @import { Entry, EventFacts } from "../record/types.js" */
/** @import { Catalogue, Now, ObjectiveSchedule } from "./types.js" */
import { readAllRows } from "../record/archive.js";
import { compareEntries } from "../record/replay.js";
import { Store } from "../record/store.js";
import { localDayOf, objectiveScheduleOf } from "./schedule.js";

/** @returns {Now} */
export const currentTimeAndOffset = () => ({ at: Date.now(), offset: new Date().getTimezoneOffset() });

/** The local date, as days since 1970. */
const currentDay = () => localDayOf(Date.now(), currentTimeAndOffset());

/**
 * Sends "change" when another tab wrote, when the reader comes back to the page on another day, and when it becomes known
 * whether answers are saved.
 */
export class Learner extends EventTarget {
  /** In the order of the log. @type {Entry[]} */
  events = [];
  #store = new Store();
  /**
   * The last schedule, with what it was made from.
   * @type {{events: Entry[], day: number, schedule: ObjectiveSchedule} | undefined}
   */
  #lastSchedule;

  /** @param {Catalogue} catalogue */
  constructor(catalogue) {
    super();
    this.catalogue = catalogue;
  }

  /**
   * Reads the log and the catalogue. A log that cannot be read counts as empty; `isSaved` tells.
   * @param {string} siteRootUrl URL of the site's root, ending in a slash
   * @throws {Error} if the catalogue does not arrive
   */
  static async load(siteRootUrl) {
    const response = await fetch(new URL("assets/generated/review/catalogue.json", siteRootUrl));
    if (!response.ok) throw new Error(`catalogue: ${response.status}`);
    const learner = new Learner(await response.json());
    await Promise.all([learner.#loadEvents(), learner.#store.openAndWaitForRows()]);
    learner.#store.addEventListener("change", () => {
      if (!learner.isSaved) learner.dispatchEvent(new Event("change")); // reading again can take long then
      learner.#reloadEventsAndDispatchChange();
    });
    learner.#watchReturnOfReader();
    return learner;
  }

  /** A page that was left open overnight, or that the browser brings back, says what is due now. */
  #watchReturnOfReader() {
    const isOtherDay = () => this.#lastSchedule?.day !== currentDay();
    document.addEventListener(
      "visibilitychange",
      () => !document.hidden && isOtherDay() && this.#reloadEventsAndDispatchChange(),
    );
    addEventListener("pageshow", ({ persisted }) => persisted && this.#reloadEventsAndDispatchChange());
  }

  async #reloadEventsAndDispatchChange() {
    await this.#loadEvents();
    this.dispatchEvent(new Event("change"));
  }

  async #loadEvents() {
    try {
      const { events } = await readAllRows();
      this.events = events;
    } catch {
      // storage is refused: what was done on this page is all there is
    }
    this.#addEventsOfThisPage();
  }

  /** Adds the events of this page, whether they could be written or not. */
  #addEventsOfThisPage() {
    const byId = new Map(this.events.map((event) => [event.eid, event]));
    for (const [eid, event] of this.#store.entries) byId.set(eid, event);
    this.events = [...byId.values()].sort(compareEntries);
  }

  /** Whether answers outlast the page. */
  get isSaved() {
    return this.#store.isSaved !== false;
  }

  /** @returns {ObjectiveSchedule} as of now */
  get objectiveSchedule() {
    const { events } = this;
    const day = currentDay();
    if (this.#lastSchedule?.events !== events || this.#lastSchedule.day !== day)
      this.#lastSchedule = { events, day, schedule: objectiveScheduleOf(events, currentTimeAndOffset()) };
    return this.#lastSchedule.schedule;
  }

  /** Adds an event to the log. @param {EventFacts} facts */
  async recordEvent(facts) {
    const written = this.#store.append(facts);
    this.#addEventsOfThisPage();
    await written;
  }
}
