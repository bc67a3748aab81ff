// @ts-check
/** The fields: what stands in them, which of them are in force, and what is wrong with one. */
/** @import { Tree } from "./trees.js" */
import { Parts } from "./parts.js";
import { fill } from "./trees.js";

const MOST = 500; // letters of a field: more than any number has, and a link may bring millions, which take JSON a minute

/** The number in a field, NaN if there is none: as Python reads it, with 0,4 and 40% too. @param {any} field */
function numberIn({ value, inputMode }) {
  const plain = value.trim().replace("\u2212", "-");
  const text = inputMode === "numeric" ? plain.replace(/[ ,](?=\d{3}(?!\d))/g, "") : plain.replace(",", ".");
  const digits = text.replace(/ *%$/, "");
  return digits ? Number(digits) / (digits === text ? 1 : 100) : NaN;
}

/** A slider goes to its field's number and says it as the field does; what is no number of its range moves nothing. @param {any} slider @param {any} field */
function follow(slider, field) {
  const number = numberIn(field);
  if (!(number >= Number(slider.min) && number <= Number(slider.max))) return;
  slider.value = String(number);
  slider.ariaValueText = [field.value.trim(), slider.dataset.unit].filter(Boolean).join(" ");
}

export class Form {
  /** Groups of fields, and the choices that call for them. @type {[any, [string, string][]][]} */
  #groups = [];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.parts = new Parts(host);
    for (const field of this.parts.all("input")) field.readOnly = false;
    this.#groups = this.parts.all("[data-when]").map((group) => [group, [...new URLSearchParams(group.dataset.when)]]);
  }

  /** What stands in the fields in force. @returns {Record<string, string>} */
  texts() {
    const fields = this.#fields.filter((field) => !field.closest("[hidden]"));
    return Object.fromEntries(fields.map(({ name, value }) => [name, value.slice(0, MOST)]));
  }

  /** What a query leaves out gets its default, and so does a choice that is not there. @param {string} query */
  fill(query) {
    const values = new URLSearchParams(query);
    for (const field of this.#fields) {
      field.value = values.get(field.name) ?? field.dataset.default;
      if (field.selectedIndex === -1) field.value = field.dataset.default;
    }
    this.settle();
  }

  /** Shows the groups that the choices call for, and moves the sliders to their numbers. */
  settle() {
    for (const [group, wanted] of this.#groups)
      group.hidden = wanted.some(([name, value]) => this.#field(name).value !== value);
    for (const slider of this.parts.all("[data-slide]")) follow(slider, this.#field(slider.dataset.slide));
  }

  /** A slider was moved: its number follows. @param {any} slider */
  slide(slider) {
    this.#field(slider.dataset.slide).value = slider.value;
  }

  /** @param {Record<string, string>} problems field -> what is wrong */
  mark(problems) {
    for (const field of this.#fields) field.ariaInvalid = field.name in problems || null;
    const words = Object.values(problems).map((sentence) => /** @type {Tree} */ (["p", {}, [sentence]]));
    fill(this.parts.one(".calculator-slot"), words);
  }

  /** A data set of the reader's own can be chosen, and is. @param {string} which @param {string} label */
  offer(which, label) {
    for (const select of this.#fields.filter(({ name }) => name === "data" || /^pin\d$/.test(name)))
      if (![...select.options].some((option) => option.value === which)) select.add(new Option(label, which));
    this.#field("data").value = which;
  }

  get #fields() {
    return this.parts.all("[data-default]");
  }

  /** @param {string} name */
  #field(name) {
    return this.parts.one(`[data-default][name="${name}"]`);
  }
}
