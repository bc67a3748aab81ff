/** For tests of review: a catalogue of twelve objectives, and functions that build the events of a log. */

/** @typedef {import("../../docs/assets/record/types.js").Entry} Entry */
/** @typedef {import("../../docs/assets/review/types.js").Catalogue} Catalogue */
/** @typedef {import("../../docs/assets/review/types.js").Now} Now */

export const DAY_MS = 86_400_000;
/** Nine in the morning of day 0, in Greenwich: October 4, 2024, which is day 20,000 since 1970. */
export const START_MS = 20_000 * DAY_MS + 9 * 3_600_000;

/** Nine in the morning of a day, for a reader in Greenwich. @param {number} day @returns {Now} */
export const nowOnDay = (day) => ({ at: START_MS + day * DAY_MS, offset: 0 });

let eventCount = 0;
/**
 * An event of the log: a correct answer in a lesson, unless `facts` says otherwise. Ids ascend from call to call.
 * @param {number} day days after nine in the morning of day 0; can be a fraction
 * @param {Partial<Entry>} [facts] what differs
 * @returns {Entry}
 */
export const eventOnDay = (day, facts = {}) => ({
  format: 1,
  eid: `e${String((eventCount += 1)).padStart(6, "0")}`,
  kind: "answered",
  item: "spam-count",
  rev: 1,
  objective: "precision",
  mode: "practice",
  response: "a",
  score: 1,
  seed: 0,
  at: START_MS + day * DAY_MS,
  ...facts,
});

/** A correct answer in a review, unless `facts` says otherwise. @param {number} day @param {Partial<Entry>} [facts] */
export const reviewOnDay = (day, facts = {}) => eventOnDay(day, { mode: "review", ...facts });

/** A setting that the reader changes. @param {number} day @param {string} name @param {string} value */
export const settingOnDay = (day, name, value) =>
  eventOnDay(day, { kind: "setting", item: name, objective: "", mode: "review", response: value });

export const OBJECTIVE_IDS = Array.from({ length: 12 }, (_, at) => `objective-${at}`);

/**
 * Twelve objectives in six lessons and three topics. Each objective has three items: a flashcard, an easy question, and
 * a hard question.
 * @type {Catalogue}
 */
export const CATALOGUE = {
  items: OBJECTIVE_IDS.flatMap((objective) =>
    ["card", "easy", "hard"].map((name, level) => ({
      id: `${objective}-${name}`,
      rev: 1,
      objective,
      level,
      seconds: 30,
    })),
  ),
  objectives: Object.fromEntries(OBJECTIVE_IDS.map((id, at) => [id, { statement: id, lesson: `lesson-${at % 6}` }])),
  lessons: Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`lesson-${at}`, { title: `${at}`, url: `${at}/`, topic: `topic-${at % 3}` }]),
  ),
};

/** Events in which the easy question of each objective is answered correctly, in order, on day 0. */
export const oneRecallPerObjective = () =>
  OBJECTIVE_IDS.map((objective, at) => eventOnDay(at / 1000, { objective, item: `${objective}-easy` }));
