/** What may be done with an item besides answering it. It comes with the first press of More. */
/** @import { View } from "./types.js" */
import { make } from "./parts.js";

/** @param {string} deed @param {string} words */
function button(deed, words) {
  const made = /** @type {HTMLButtonElement} */ (make("button", "button link", words));
  made.type = "button";
  made.dataset.do = deed;
  return made;
}

/** @param {HTMLElement} item */
const addressOf = ({ id }) => `${location.origin}${location.pathname}#${id}`;

/** A new issue that names item and page and nothing else; none where reports have nowhere to go. @param {HTMLElement} item */
function report(item) {
  const repository = /** @type {HTMLElement | null} */ (item.closest("[data-report]"))?.dataset.report;
  if (!repository) return [];
  const link = /** @type {HTMLAnchorElement} */ (make("a", "button link", "Report a problem"));
  const facts = { template: "item.yml", item: item.id.slice("item-".length), page: addressOf(item).replace(/#.*/, "") };
  link.href = `${repository}/issues/new?${new URLSearchParams(facts)}`;
  return [link];
}

/**
 * Opens and closes the row of actions.
 * @param {HTMLElement} item
 * @param {HTMLElement} opener
 * @param {boolean} draggable
 * @param {View} view
 */
export function toggle(item, opener, draggable, { marked, phase }) {
  const there = /** @type {HTMLElement | null} */ (item.querySelector(".actions"));
  const open = !there || there.hidden;
  opener.ariaExpanded = String(open);
  if (there) return void (there.hidden = !open);
  const drag = draggable ? [button("drag", "Drag partners")] : [];
  const mark = marked ? button("unmark", "Unmark") : button("mark", "Mark");
  mark.hidden = phase === "correct"; // it stands beside Next question there
  item
    .querySelector(".item-buttons")
    ?.after(make("div", "actions", mark, button("copy", "Copy link"), ...drag, ...report(item), make("p", "")));
}

/**
 * Puts the item's address where it can be pasted, or shows it where the browser refuses.
 * @param {HTMLElement} item
 * @returns {Promise<string>} words to announce
 */
export async function copy(item) {
  const note = /** @type {HTMLElement} */ (item.querySelector(".actions p"));
  try {
    await navigator.clipboard.writeText(addressOf(item));
    note.textContent = "Link copied.";
    return note.textContent;
  } catch {
    const field = document.createElement("input");
    Object.assign(field, { readOnly: true, value: addressOf(item), ariaLabel: "Address of this question" });
    note.replaceChildren("Copy it from here: ", field);
    field.select();
    return "Copy it from here.";
  }
}
