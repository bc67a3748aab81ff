/** A view becomes what the reader sees of an item: marks, head, buttons, and the one slot that speaks. */
/** @import { Known } from "../record/types.js" */
/** @import { Interaction, View } from "./types.js" */
import { icon } from "./icons.js";
import { deedsOf, isChecked } from "./view.js";
import { inWords, make, nthTry, sentence } from "./words.js";

/** @type {Record<string, string>} */
const DEEDS = { turn: "Show the back", forgot: "Forgot", remembered: "Remembered", check: "Check", retry: "Try again", next: "Next question", show: "Show answer", reset: "Start over", "": "" };
const LEADING = ["check", "retry", "turn"];
const VERDICTS = { correct: "Correct", partly: "Partly right", wrong: "Not right", revealed: "Answer shown" };
const HUSH = 1000; // ms; what a page shows as it opens is not announced

/**
 * @param {HTMLElement} item
 * @param {Interaction} interaction
 * @param {Known} known
 * @param {View} view
 */
export function show(item, interaction, known, view) {
  /** @param {string} selector @returns {any} */
  const part = (selector) => item.querySelector(selector);
  const form = part("form");
  const problem = view.phase === "invalid" ? interaction.problem(form, known.declaration) : "";
  item.dataset.state = view.phase;
  interaction.mark?.(form, known.declaration, view);
  part(".item-head span").textContent = headOf(view, known.state.changed);
  part(".item-count").textContent = interaction.count(form, known.declaration, view);
  flag(part(".item-count"), "aria-hidden", "heard" in interaction && "true"); // said in the live region already
  offer(item.querySelectorAll(".item-buttons button"), offered(interaction, view, known.next));
  lock(form, item.id, isChecked(view.phase), !!problem);
  const said = problem ? [verdict("invalid", problem)] : saidOf(interaction, known, view, form, part(".answer"));
  say(part("[role=status]"), said, known.fresh);
  part(".more").replaceChildren(...moreOf(interaction, view, part(".answer")));
  if (problem && known.fresh) firstOpen(item).focus();
}

/** @param {HTMLElement} item @returns {any} the field to go on with */
const firstOpen = (item) => item.querySelector("select[aria-invalid]") ?? item.querySelector(":is(input, select):enabled");

/** @param {Interaction} interaction @param {View} view @param {boolean} next */
const offered = ({ deeds }, view, next) => deeds?.(view, next) ?? deedsOf(view.phase, next);

/** @param {View} view @param {boolean} changed */
function headOf({ phase, tried }, changed) {
  if (!isChecked(phase) && tried.length) return `, ${nthTry(tried.length + 1)}`;
  return phase === "unseen" && changed ? ", changed since you answered it" : "";
}

/** @param {NodeListOf<HTMLButtonElement>} buttons @param {readonly string[]} deeds */
function offer(buttons, deeds) {
  deeds.forEach((deed, at) => {
    const button = /** @type {HTMLButtonElement} */ (buttons[at]);
    button.hidden = !deed;
    button.dataset.do = deed;
    button.textContent = DEEDS[deed] ?? "";
    button.classList.toggle("main", at === 0 ? LEADING.includes(deed) : deed === "remembered");
    button.classList.toggle("link", at === 1 && deed !== "remembered");
    button.type = deed === "check" || deed === "retry" ? "submit" : "button";
  });
}

/**
 * Closed fields stay in reach of the keyboard, so that their marks can be read.
 * @param {HTMLFormElement} form
 * @param {string} id
 * @param {boolean} closed
 * @param {boolean} invalid
 */
function lock(form, id, closed, invalid) {
  const said = invalid && `${id}-said`;
  for (const field of form.querySelectorAll("input")) {
    const typed = field.type === "text";
    flag(field, typed ? "readonly" : "aria-disabled", closed && "true");
    flag(field, "aria-describedby", [said, typed && `${id}-ask`].filter(Boolean).join(" "));
  }
  for (const field of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("select, [data-move]"))) {
    field.disabled = closed; // it has no other way to stay as it is
    flag(field, "aria-describedby", said);
  }
  flagInvalid(form, invalid);
}

/** @param {HTMLFormElement} form @param {boolean} invalid */
function flagInvalid(form, invalid) {
  for (const field of form.querySelectorAll(":is(input:not([type=radio]), [role=radiogroup], select)"))
    flag(field, "aria-invalid", invalid && isOpen(field) && "true");
}

/** A select that has its answer is not what is missing. @param {Element} field */
const isOpen = (field) => !(field instanceof HTMLSelectElement && field.value);

/** @param {Element} element @param {string} name @param {string | false} value */
const flag = (element, name, value) => (value ? element.setAttribute(name, value) : element.removeAttribute(name));

/**
 * Fills the live region in one go.
 * @param {HTMLElement} status
 * @param {Node[]} nodes
 * @param {boolean} fresh
 */
function say(status, nodes, fresh) {
  if (!fresh && nodes.length) {
    status.ariaLive = "off";
    setTimeout(() => void (status.ariaLive = null), HUSH);
  }
  if (nodes.length || status.hasChildNodes()) status.replaceChildren(...nodes);
}

/** @param {Parameters<typeof icon>[0]} name @param {string} words */
const verdict = (name, words) => make("p", "verdict", icon(name), words);

/**
 * The verdict and what was thought.
 * @param {Interaction} interaction
 * @param {Known} known
 * @param {View} view
 * @param {HTMLFormElement} form
 * @param {HTMLElement} answer
 */
function saidOf(interaction, { declaration }, view, form, answer) {
  if (!isChecked(view.phase)) return hushed(interaction, form);
  const said = interaction.said(form, answer, declaration, view);
  const name = /** @type {keyof typeof VERDICTS} */ (view.phase);
  if (name !== "partly") return [verdict(name, { ...VERDICTS, ...interaction.verdicts }[name]), ...said];
  return partly(said, interaction.share?.(declaration, view.response ?? "") ?? [0, 0], interaction.unit);
}

/** Announced, and shown elsewhere. @param {Interaction} interaction @param {HTMLFormElement} form */
function hushed({ heard }, form) {
  const words = heard?.(form);
  return words ? [make("span", "heard", words)] : [];
}

/** @param {Node[]} said @param {[number, number]} share @param {string} [unit] */
function partly(said, [hits, all], unit = "") {
  const missing = `${sentence(inWords(all - hits))} more ${all - hits > 1 ? "are" : "is"} still missing.`;
  return [verdict("partly", `${VERDICTS.partly}: ${hits} of ${all}${unit}`), ...said, ...(unit ? [] : [make("p", "", missing)])];
}

/**
 * What follows the verdict, and is not announced: the rationale and the other choices only once nothing is left to try.
 * @param {Interaction} interaction
 * @param {View} view
 * @param {HTMLElement} answer
 */
function moreOf(interaction, { phase, tried }, answer) {
  if (!isChecked(phase)) return [];
  /** @param {string} name @returns {any} */
  const copy = (name) => answer.querySelector(name)?.cloneNode(true);
  const [why, again, rest] = [copy(".why"), copy(".again"), copy("dl")];
  if (phase === "partly" || phase === "wrong") return [again];
  if (phase === "correct") again.prepend(`${sentence(nthTry(tried.length + 1))}. `);
  if (!interaction.whole) for (const key of rest.querySelectorAll(".key")) key.remove();
  return [why, again, ...(rest.children.length ? [make("details", "rest", make("summary", "", interaction.rest), rest)] : [])];
}
