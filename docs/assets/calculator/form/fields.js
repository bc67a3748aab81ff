/** A calculator's fields: what stands in them, which of them are in force, and what is wrong with one. */
/** @import { Tree } from "../../dom/trees.js" */
import { findElement, findElements } from "../../dom/queries.js";
import { updateChildren } from "../../dom/trees.js";
import { isDatasetField, isOwnFile } from "../engine.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const FIELD_PLACES = ".calculator-field, .calculator-matrix, .calculator-offer"; // what a problem is shown after
const MAX_LENGTH = 500; // letters of a field: more than any number has. A link may bring millions

/**
 * The number in a field as Python reads it, with 0,4 and 40% too; NaN if there is none.
 * @param {Field} field
 */
function parseNumberOrNaN(field) {
  const plain = field.value.trim().replace("\u2212", "-");
  const text = field.inputMode === "numeric" ? plain.replace(/[ ,](?=\d{3}(?!\d))/g, "") : plain.replace(",", ".");
  const digits = text.replace(/ *%$/, "");
  return digits ? Number(digits) / (digits === text ? 1 : 100) : NaN;
}

/** Moves a slider to the number of its field, if that is in range. @param {HTMLInputElement} slider @param {Field} field */
function moveSlider(slider, field) {
  const number = parseNumberOrNaN(field);
  if (!(number >= Number(slider.min) && number <= Number(slider.max))) return;
  slider.value = String(number);
  slider.ariaValueText = field.value.trim();
}

/** @param {string} value @param {string} label */
export const createOption = (value, label) =>
  Object.assign(document.createElement("option"), { value, textContent: label });

/** @param {HTMLSelectElement} select @param {string} choice */
const hasOption = (select, choice) => [...select.options].some(({ value }) => value === choice);

/** Whether an option is a file that is not open. @param {HTMLOptionElement | undefined} option */
const isUnopenedFile = (option) => option?.dataset["closed"] === "";

/**
 * Adds the option of a file that a link names and that is not open, unless the option is there.
 * @param {HTMLSelectElement} select
 * @param {string} datasetName
 */
function addUnopenedFileOption(select, datasetName) {
  if (hasOption(select, datasetName)) return;
  const choice = createOption(datasetName, "A file that is not open");
  choice.dataset["closed"] = "";
  select.append(choice);
}

/** The text of a field where the page says nothing else. @param {Field} field */
const defaultTextOf = (field) => field.dataset["default"] ?? "";

/**
 * Chooses an option, or the default if there is no such option. Adds the option of a file that is not open.
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function chooseOptionOrDefault(select, value) {
  if (isDatasetField(select.name) && isOwnFile(value)) addUnopenedFileOption(select, value);
  select.value = hasOption(select, value) ? value : defaultTextOf(select);
}

/** Whether a field chooses a file that is not open. @param {Field} field */
const choosesUnopenedFile = (field) => "options" in field && isUnopenedFile(field.options[field.selectedIndex]);

export class Fields {
  #host;
  /** Groups of fields, and the choices under which each is in force. @type {[HTMLElement, [string, string][]][]} */
  #groups;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    for (const input of findElements(host, "input")) /** @type {HTMLInputElement} */ (input).readOnly = false;
    this.#groups = findElements(host, "[data-when]").map((group) => [
      group,
      [...new URLSearchParams(group.dataset["when"])],
    ]);
  }

  /** The texts of the fields that are not in hidden groups, by name. @returns {Record<string, string>} */
  get visibleTexts() {
    const fields = this.#all.filter((field) => !field.closest("[hidden]"));
    return Object.fromEntries(fields.map(({ name, value }) => [name, value.slice(0, MAX_LENGTH)]));
  }

  /**
   * Fills all fields: with its default where the query has no value, or one that is not among the options.
   * @param {string} query
   */
  fillFromQueryAndDefaults(query) {
    const values = new URLSearchParams(query);
    for (const field of this.#all) {
      const value = values.get(field.name) ?? defaultTextOf(field);
      if ("options" in field) chooseOptionOrDefault(field, value);
      else field.value = value;
    }
    this.updateGroupsAndSliders();
  }

  /** Shows the groups that are in force, and moves the sliders to their numbers. */
  updateGroupsAndSliders() {
    for (const [group, conditions] of this.#groups)
      group.hidden = conditions.some(([name, value]) => this.#field(name).value !== value);
    for (const slider of findElements(this.#host, "[data-slide]"))
      moveSlider(/** @type {HTMLInputElement} */ (slider), this.#field(slider.dataset["slide"] ?? ""));
  }

  /** Writes the number of a slider into its field. @param {HTMLInputElement} slider */
  takeFromSlider(slider) {
    this.#field(slider.dataset["slide"] ?? "").value = slider.value;
  }

  /**
   * Marks the fields with problems, and lists all problems below the first of these fields.
   * @param {Record<string, string>} sentenceByField
   */
  markAndListProblems(sentenceByField) {
    for (const field of this.#all) field.ariaInvalid = field.name in sentenceByField ? "true" : null;
    const sentences = Object.values(sentenceByField).map((sentence) => /** @type {Tree} */ (["p", {}, [sentence]]));
    const slot = findElement(this.#host, ".calculator-slot");
    updateChildren(slot, sentences);
    const [first] = Object.keys(sentenceByField);
    if (first) this.#field(first).closest(FIELD_PLACES)?.after(slot);
  }

  /** Whether a choice of data is a file that is not open. */
  get isUnopenedFileChosen() {
    return this.#all.some((field) => choosesUnopenedFile(field) && !field.closest("[hidden]"));
  }

  /** Adds a data set to the options of each field that chooses data, once. @param {string} datasetName @param {string} label */
  addDatasetToAllSelects(datasetName, label) {
    for (const select of this.#datasetSelects) {
      const hasDataset = [...select.options].some((option) => option.value === datasetName && !isUnopenedFile(option));
      if (!hasDataset) select.append(createOption(datasetName, label));
    }
  }

  /**
   * Chooses a data set in each field whose chosen file is not open; if there is no such field, in the named one.
   * Removes the options of files that are not open.
   * @param {string} datasetName among the options
   * @param {string} fieldNameIfNone
   */
  chooseDatasetInsteadOfUnopenedFiles(datasetName, fieldNameIfNone) {
    const unopened = this.#datasetSelects.filter(choosesUnopenedFile);
    for (const select of this.#datasetSelects)
      for (const unopenedOption of select.querySelectorAll("[data-closed]")) unopenedOption.remove();
    for (const select of unopened.length ? unopened : [this.#field(fieldNameIfNone)]) select.value = datasetName;
  }

  get #datasetSelects() {
    return /** @type {HTMLSelectElement[]} */ (this.#all.filter(({ name }) => isDatasetField(name)));
  }

  /** Writes a text into a field. @param {string} fieldName @param {string} text */
  setText(fieldName, text) {
    this.#field(fieldName).value = text;
  }

  get #all() {
    return /** @type {Field[]} */ (findElements(this.#host, "[data-default]"));
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {Field} */ (findElement(this.#host, `[data-default][name="${name}"]`));
  }
}
