/** The field for the date of the exam: when a date in it is complete, and why it cannot be saved. */
import { setAttributeOrRemoveIfEmpty } from "../quiz/dom.js";
import { dayFromIsoDate } from "./settings.js";

/**
 * Calls back when the reader has finished a date. Browsers report a change with each digit that completes or breaks a date,
 * so a typed date is finished when the reader presses Enter or leaves the field, and a date from the calendar at once.
 * @param {HTMLInputElement} field
 * @param {() => void} onFinished
 */
export function reportFinishedDates(field, onFinished) {
  let isTyping = false;
  const reportDateAsFinished = () => {
    isTyping = false;
    onFinished();
  };
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") reportDateAsFinished();
    else isTyping = true;
  });
  field.addEventListener("change", () => isTyping || reportDateAsFinished());
  field.addEventListener("blur", () => isTyping && reportDateAsFinished());
}

/**
 * Why the date in the field cannot be set as the date of an exam, as a sentence; "" if it can, or if the field is empty.
 * @param {Pick<HTMLInputElement, "value" | "validity">} field `value` is "" while the date is incomplete
 * @param {number} today days since 1970
 */
export function whyExamDateRefused({ value, validity }, today) {
  const day = dayFromIsoDate(value);
  if (!validity.badInput && (!value || (day !== undefined && day >= today))) return "";
  return "Not saved: the date is in the past or incomplete. Choose today or a later date.";
}

/**
 * Marks the field as invalid and describes it by the sentence that says why, or takes the mark away.
 * @param {HTMLInputElement} field
 * @param {string} descriptionId id of the sentence; "" if the date is valid
 */
export function setOrClearInvalidMark(field, descriptionId) {
  setAttributeOrRemoveIfEmpty(field, "aria-invalid", descriptionId && "true");
  setAttributeOrRemoveIfEmpty(field, "aria-describedby", descriptionId);
}
