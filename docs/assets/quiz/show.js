/** A view becomes what the reader sees of an item: marks, head, buttons, and the one slot that speaks. */
/** @import { Known } from "../record/types.js" */
/** @import { Interaction, View } from "./types.js" */
import { askConfidence } from "./confidence.js";
import { showHints } from "./hints.js";
import { deedsOf, icon, inWords, isChecked, make, nthTry, sentence } from "./parts.js";

/** @type {Record<string, string>} */
const DEEDS = {
  turn: "Show the back",
  forgot: "Forgot",
  remembered: "Remembered",
  check: "Check",
  retry: "Try again",
  next: "Next question",
  show: "Show answer",
  reset: "Start over",
  mark: "Mark",
  unmark: "Unmark",
  "": "",
};
const LEADING = ["check", "retry", "turn"];
const VERDICTS = { correct: "Correct", partly: "Partly right", wrong: "Not right", revealed: "Answer shown" };
const SURPRISE = "Not right, although you were sure";
const TWICE = "You were sure, so read this twice. Surprising corrections are the easiest to remember.";
const HUSH = 1000; // ms; what a page shows as it opens is not announced

/** Brings the places that only scripts fill: beside the head, and the slot that speaks. @param {HTMLElement} item */
export function furnish(item) {
  const slot = item.querySelector(".slot");
  if (!slot || slot.firstChild) return; // moved within the page, it has them
  slot.append(Object.assign(make("div", ""), { role: "status", id: `${item.id}-said` }), make("div", "more"));
  item.querySelector(".item-head")?.append(make("span", ""));
}

/**
 * @param {HTMLElement} item
 * @param {Interaction} interaction
 * @param {Known} known
 * @param {View} view
 * @param {string} [news] what was done besides, to be announced
 */
export function show(item, interaction, known, view, news) {
  /** @param {string} selector @returns {any} */
  const part = (selector) => item.querySelector(selector);
  const form = part("form");
  const problem = view.phase === "invalid" ? interaction.problem(form, known.declaration, view.tried) : "";
  item.dataset.state = view.phase;
  item.toggleAttribute("data-sure", isSurprise(view));
  interaction.mark?.(form, known.declaration, view);
  part(".item-head span").textContent = headOf(view, known.state.changed);
  part(".item-count").textContent = interaction.count(form, known.declaration, view);
  flag(part(".item-count"), "aria-hidden", "heard" in interaction && "true"); // said in the live region already
  offer(item.querySelectorAll(".item-buttons button"), offered(interaction, view, known.next));
  showBeside(item, interaction, view);
  lock(form, item.id, isChecked(view.phase), !!problem);
  const said = problem ? [verdict("invalid", problem)] : saidOf(interaction, known, view, form, part(".answer"), news);
  say(part("[role=status]"), said, known.fresh);
  part(".more").replaceChildren(...moreOf(interaction, view, part(".answer")));
  if (problem && known.fresh) firstOpen(item).focus();
}

/**
 * The same view, but for what stands beside the answer: marked, one more hint, a link copied.
 * @param {HTMLElement} item
 * @param {Interaction} interaction
 * @param {Known} known
 * @param {View} view
 * @param {string} news
 */
export function showAside(item, interaction, known, view, news) {
  const status = /** @type {HTMLElement} */ (item.querySelector("[role=status]"));
  offer(item.querySelectorAll(".item-buttons button"), offered(interaction, view, known.next));
  showBeside(item, interaction, view);
  status.querySelector(".heard")?.remove();
  status.append(make("span", "heard", news));
}

/** @param {HTMLElement} item @param {Interaction} interaction @param {View} view */
function showBeside(item, interaction, view) {
  const { phase, tried, confidence } = view;
  const buttons = /** @type {HTMLElement} */ (item.querySelector(".item-buttons"));
  askConfidence(
    buttons,
    !interaction.unsure && !tried.length && (phase === "answering" || phase === "invalid"),
    confidence,
  );
  showHints(item.querySelector(".hints"), view);
  showMark(item, view);
}

/** In words at the head, and on the button under More: not beside the one that takes the place of Show answer. @param {HTMLElement} item @param {View} view */
function showMark(item, { phase, marked }) {
  const head = /** @type {HTMLElement} */ (item.querySelector(".item-head"));
  head.querySelector("b")?.remove();
  if (marked) head.append(make("b", "", "Marked"));
  const button = /** @type {HTMLButtonElement | null} */ (item.querySelector(".actions button"));
  const deed = marked ? "unmark" : "mark";
  if (button) Object.assign(button, { textContent: DEEDS[deed], hidden: phase === "correct" }).dataset.do = deed;
}

/** Sure, and wrong: what is seen then is remembered best. @param {View} view */
const isSurprise = ({ phase, confidence }) => phase === "wrong" && confidence === "sure";

/** @param {HTMLElement} item @returns {any} the field to go on with */
const firstOpen = (item) =>
  item.querySelector("select[aria-invalid]") ?? item.querySelector(":is(input, select):enabled");

/** @param {Interaction} interaction @param {View} view @param {boolean} next */
const offered = ({ deeds }, view, next) => deeds?.(view, next) ?? deedsOf(view, next);

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
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[name=response]"))) {
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
  status.ariaAtomic = "false"; // what is added later is said alone
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
 * @param {string} [news]
 */
function saidOf(interaction, { declaration }, view, form, answer, news) {
  if (!isChecked(view.phase)) return hushed(news || interaction.heard?.(form));
  const said = interaction.said(form, answer, declaration, view);
  const name = /** @type {keyof typeof VERDICTS} */ (view.phase);
  if (name === "partly") return partly(said, interaction, declaration, view);
  if (isSurprise(view)) return [verdict(name, SURPRISE), ...said, make("p", "", TWICE)];
  return [verdict(name, { ...VERDICTS, ...interaction.verdicts }[name]), ...said];
}

/** Announced, and shown elsewhere. @param {string} [words] */
const hushed = (words) => (words ? [make("span", "heard", words)] : []);

/**
 * @param {Node[]} said
 * @param {Interaction} interaction
 * @param {Known["declaration"]} declaration
 * @param {View} view
 */
function partly(said, { share, unit = "" }, declaration, { response = "" }) {
  const [hits, all] = share?.(declaration, response) ?? [0, 0];
  const missing = `${sentence(inWords(all - hits))} more ${all - hits > 1 ? "are" : "is"} still missing.`;
  return [
    verdict("partly", `${VERDICTS.partly}: ${hits} of ${all}${unit}`),
    ...said,
    ...(unit ? [] : [make("p", "", missing)]),
  ];
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
  return [
    why,
    again,
    ...(rest.children.length ? [make("details", "rest", make("summary", "", interaction.rest), rest)] : []),
  ];
}
