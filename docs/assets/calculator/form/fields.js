// @ts-check
/** A calculator's fields: what stands in them, which of them are in force, and what is wrong with one. */
/** @import { Tree } from "../../dom/trees.js" */
import { CachedQueries } from "../../dom/cached-queries.js";
import { fill } from "../../dom/trees.js";

const MAX_LENGTH = 500; // letters of a field: more than any number has. A link may bring millions

/**
 * The number in a field as Python reads it, with 0,4 and 40% too; NaN if there is none.
 * @param {HTMLInputElement} field
 */
function numberIn({ value, inputMode }) {
  const plain = value.trim().replace("\u2212", "-");
  const text = inputMode === "numeric" ? plain.replace(/[ ,](?=\d{3}(?!\d))/g, "") : plain.replace(",", ".");
  const digits = text.replace(/ *%$/, "");
  return digits ? Number(digits) / (digits === text ? 1 : 100) : NaN;
}

/** Moves a slider to the number of its field, if that is in range. @param {HTMLInputElement} slider @param {HTMLInputElement} field */
function moveSlider(slider, field) {
  const number = numberIn(field);
  if (!(number >= Number(slider.min) && number <= Number(slider.max))) return;
  slider.value = String(number);
  slider.ariaValueText = [field.value.trim(), slider.dataset["unit"]].filter(Boolean).join(" ");
}

/** @param {string} value @param {string} label */
const option = (value, label) => Object.assign(document.createElement("option"), { value, textContent: label });

export class Fields {
  #queries;
  /** Groups of fields, and the choices under which each is in force. @type {[HTMLElement, [string, string][]][]} */
  #groups;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#queries = new CachedQueries(host);
    for (const field of this.#queries.all("input")) field.readOnly = false;
    this.#groups = this.#queries
      .all("[data-when]")
      .map((group) => [group, [...new URLSearchParams(group.dataset.when)]]);
  }

  /** The texts of the fields in force, by name. @returns {Record<string, string>} */
  get texts() {
    const fields = this.#all.filter((field) => !field.closest("[hidden]"));
    return Object.fromEntries(fields.map(({ name, value }) => [name, value.slice(0, MAX_LENGTH)]));
  }

  /** Fills all fields: with its default where the query has no value, or one that is not among the options.
   * @param {string} query */
  fill(query) {
    const values = new URLSearchParams(query);
    for (const field of this.#all) {
      field.value = values.get(field.name) ?? field.dataset.default;
      if (field.selectedIndex === -1) field.value = field.dataset.default;
    }
    this.update();
  }

  /** Shows the groups that are in force, and moves the sliders to their numbers. */
  update() {
    for (const [group, conditions] of this.#groups)
      group.hidden = conditions.some(([name, value]) => this.#named(name).value !== value);
    for (const slider of this.#queries.all("[data-slide]")) moveSlider(slider, this.#named(slider.dataset.slide));
  }

  /** Writes the number of a slider into its field. @param {HTMLInputElement} slider */
  takeFromSlider(slider) {
    this.#named(slider.dataset["slide"] ?? "").value = slider.value;
  }

  /** Marks the fields with problems and shows what is wrong. @param {Record<string, string>} problems sentences by field */
  showProblems(problems) {
    for (const field of this.#all) field.ariaInvalid = field.name in problems || null;
    const sentences = Object.values(problems).map((sentence) => /** @type {Tree} */ (["p", {}, [sentence]]));
    fill(this.#queries.first(".calculator-slot"), sentences);
  }

  /** Adds a data set to the choices of data, and chooses it. @param {string} dataset @param {string} label */
  addDataset(dataset, label) {
    for (const select of this.#all.filter(({ name }) => name === "data" || /^pin\d$/.test(name)))
      if (![...select.options].some(({ value }) => value === dataset)) select.append(option(dataset, label));
    this.#named("data").value = dataset;
  }

  get #all() {
    return this.#queries.all("[data-default]");
  }

  /** @param {string} name */
  #named(name) {
    return this.#queries.first(`[data-default][name="${name}"]`);
  }
}
