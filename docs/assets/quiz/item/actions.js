/** What can be done with an item beside answering it: copying its address, reporting a problem. */
import { copyText } from "../../dom/clipboard.js";
import { createElement } from "../shared.js";

/** @param {HTMLElement} item */
const addressOf = ({ id }) => `${location.origin}${location.pathname}#${id}`;

/**
 * A link to a new issue that names only item and page; none if the site has no repository for reports.
 * @param {HTMLElement} item
 */
export function createReportLinks(item) {
  const repository = /** @type {HTMLElement | null} */ (item.closest("[data-report]"))?.dataset.report;
  if (!repository) return [];
  const link = /** @type {HTMLAnchorElement} */ (createElement("a", "button link report", "Report a problem"));
  const fields = {
    template: "item.yml",
    item: item.id.slice("item-".length),
    page: addressOf(item).replace(/#.*/, ""),
  };
  link.href = `${repository}/issues/new?${new URLSearchParams(fields)}`;
  return [link];
}

/**
 * Copies the item's address, or shows it where the browser refuses.
 * @param {HTMLElement} item
 * @returns {Promise<string>} a text to announce
 */
export async function copyOrShowAddress(item) {
  const note = findOrCreateAddressNote(item);
  if (await copyText(addressOf(item))) {
    note.textContent = "Link copied.";
    return note.textContent;
  }
  const field = document.createElement("input");
  Object.assign(field, { readOnly: true, value: addressOf(item), ariaLabel: "Address of this question" });
  note.replaceChildren("Copy it from here: ", field);
  field.select();
  return "Copy it from here.";
}

/** The line under the buttons, created once. @param {HTMLElement} item @returns {HTMLElement} */
function findOrCreateAddressNote(item) {
  const shown = /** @type {HTMLElement | null} */ (item.querySelector(".address-note"));
  if (shown) return shown;
  const note = createElement("p", "address-note");
  item.querySelector(".item-buttons")?.after(note);
  return note;
}
