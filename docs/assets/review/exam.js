/** What a set exam date means: how many days are left, what comes back before it, and what was never studied. */
/** @import { Catalogue, ObjectiveSchedule } from "./types.js" */
import { dateWithYearUnlessCurrent, datePhrase, setPartTexts, setPartVisibility } from "./parts.js";
import { LAST_WEEK } from "./schedule.js";

/** The states of the objectives that were studied. @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue */
const studiedObjectiveStates = (schedule, catalogue) =>
  Object.keys(catalogue.objectives).flatMap((id) => schedule.states.get(id) ?? []);

/** How many objectives are studied, and not seen yet. @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue */
export function countStudiedAndUnseenObjectives(schedule, catalogue) {
  const all = Object.keys(catalogue.objectives).length;
  const studied = studiedObjectiveStates(schedule, catalogue).length;
  return { studied, unseen: all - studied, all };
}

/**
 * How many objectives are due in the last week before an exam that is not over.
 * @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue @param {number} examDay days since 1970
 */
export function countObjectivesDueInLastWeek(schedule, catalogue, examDay) {
  const dueDays = studiedObjectiveStates(schedule, catalogue).map(({ dueDay }) => Math.max(dueDay, schedule.today));
  return dueDays.filter((day) => day >= examDay - LAST_WEEK && day < examDay).length;
}

/** @param {number} count of objectives */
const isOrAre = (count) => (count === 1 ? "is" : "are");

/**
 * What is due in the week before the exam; "" if nothing is studied, or the exam is today.
 * @param {number} dueCount
 * @param {number} studiedCount
 * @param {number} daysLeft
 */
function dueInWeekBeforeExamText(dueCount, studiedCount, daysLeft) {
  if (!studiedCount || !daysLeft) return "";
  const noun = studiedCount === 1 ? "objective" : "objectives";
  const count = `${dueCount} of the ${studiedCount} ${noun} that you have studied ${isOrAre(dueCount)}`;
  if (daysLeft <= LAST_WEEK) return `${count} due again before the exam.`;
  const sooner = studiedCount - dueCount;
  const others = sooner ? ` ${sooner} ${isOrAre(sooner)} due sooner, and again in that week.` : "";
  return `${count} next due in the week before the exam.${others}`;
}

/** @param {ReturnType<typeof countStudiedAndUnseenObjectives>} counts @param {number} daysLeft */
function unseenObjectivesAndPaceSentence({ unseen, all }, daysLeft) {
  if (!unseen) return "You have seen all objectives.";
  const perDay = Math.round(unseen / Math.max(daysLeft, 1));
  const pace = unseen >= daysLeft && daysLeft > 1 ? ` (about ${perDay} a day)` : "";
  return `You have not seen ${unseen} of the ${all} objectives yet${pace}.`;
}

/**
 * Says when the exam is, and what is due or unseen until then; hides this where no date is set.
 * @param {HTMLElement} root @param {ObjectiveSchedule} schedule @param {Catalogue} catalogue
 */
export function showExamDateDueAndUnseen(root, schedule, catalogue) {
  const { settings, today } = schedule;
  const { examDay } = settings;
  const isOver = examDay !== undefined && examDay < today;
  setPartVisibility(root, { exam: examDay !== undefined && !isOver, "exam-over": isOver });
  if (examDay === undefined) return;
  const counts = countStudiedAndUnseenObjectives(schedule, catalogue);
  const daysLeft = examDay - today;
  const date = datePhrase(examDay, today);
  setPartTexts(root, {
    "exam-date": daysLeft > 1 ? `in ${daysLeft} days, ${date}` : date,
    "exam-repeats": dueInWeekBeforeExamText(
      countObjectivesDueInLastWeek(schedule, catalogue, examDay),
      counts.studied,
      daysLeft,
    ),
    "exam-unseen": unseenObjectivesAndPaceSentence(counts, daysLeft),
    "exam-over-date": dateWithYearUnlessCurrent(examDay, today),
  });
  setPartVisibility(root, { "exam-lessons": counts.unseen > 0 });
}
