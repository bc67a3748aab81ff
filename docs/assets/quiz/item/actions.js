/** The row of actions under More. Loaded with its first use. */
/** @import { View } from "../types.js" */
import { createElement } from "../shared.js";

/** @param {string} action @param {string} label */
function createButton(action, label) {
  const button = /** @type {HTMLButtonElement} */ (createElement("button", "button link", label));
  button.type = "button";
  button.dataset.do = action;
  return button;
}

/** @param {HTMLElement} item */
const addressOf = ({ id }) => `${location.origin}${location.pathname}#${id}`;

/** A link to a new issue that names only item and page; none if the site has no repository for reports. @param {HTMLElement} item */
function reportLinks(item) {
  const repository = /** @type {HTMLElement | null} */ (item.closest("[data-report]"))?.dataset.report;
  if (!repository) return [];
  const link = /** @type {HTMLAnchorElement} */ (createElement("a", "button link", "Report a problem"));
  const fields = {
    template: "item.yml",
    item: item.id.slice("item-".length),
    page: addressOf(item).replace(/#.*/, ""),
  };
  link.href = `${repository}/issues/new?${new URLSearchParams(fields)}`;
  return [link];
}

/**
 * Opens and closes the row of actions.
 * @param {HTMLElement} item
 * @param {HTMLElement} opener
 * @param {boolean} hasDragButton
 * @param {View} view
 */
export function toggleActions(item, opener, hasDragButton, { marked, phase }) {
  const row = /** @type {HTMLElement | null} */ (item.querySelector(".actions"));
  const isOpening = !row || row.hidden;
  opener.ariaExpanded = String(isOpening);
  if (row) return void (row.hidden = !isOpening);
  const drag = hasDragButton ? [createButton("drag", "Drag partners")] : [];
  const mark = marked ? createButton("unmark", "Unmark") : createButton("mark", "Mark");
  mark.hidden = phase === "correct"; // then it stands beside Next question
  const buttons = [mark, createButton("copy", "Copy link"), ...drag, ...reportLinks(item)];
  item.querySelector(".item-buttons")?.after(createElement("div", "actions", ...buttons, createElement("p", "")));
}

/**
 * Copies the item's address, or shows it where the browser refuses.
 * @param {HTMLElement} item
 * @returns {Promise<string>} a text to announce
 */
export async function copyAddress(item) {
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
