/** The questions that a reader marked, as a list of links. What a question asks is in its file, which is fetched for each. */
/** @import { Learner } from "./learner.js" */
import { createElement } from "../quiz/dom.js";
import { fetchFragmentDocument } from "./item-loader.js";
import { setPartVisibility } from "./parts.js";
import { markedItemIdsLatestFirst } from "./progress.js";

/**
 * Fills the list, or says that nothing is marked. A question whose file does not arrive is named by its objective.
 * @param {HTMLElement} root element that holds the parts
 * @param {Learner} learner
 * @param {string} siteRootUrl URL of the site's root, ending in a slash
 */
export async function showMarkedQuestions(root, { events, catalogue }, siteRootUrl) {
  const entries = new Map(catalogue.items.map((item) => [item.id, item]));
  const marked = markedItemIdsLatestFirst(events).flatMap((id) => entries.get(id) ?? []);
  setPartVisibility(root, { "none-marked": !marked.length, "some-marked": marked.length > 0 });
  const list = /** @type {HTMLElement | null} */ (root.querySelector("[data-part=marked-list]"));
  const ids = marked.map(({ id }) => id).join();
  if (!list || list.dataset.items === ids) return;
  list.dataset.items = ids;
  const rows = marked.map(async ({ id, objective }) => {
    const { statement = "", lesson = "" } = catalogue.objectives[objective] ?? {};
    const { title = "", url = "" } = catalogue.lessons[lesson] ?? {};
    const question = (await questionText(id, siteRootUrl)) || statement;
    const link = Object.assign(createElement("a", "", question), {
      href: new URL(`${url}#item-${id}`, siteRootUrl).href,
    });
    return createElement("li", "", link, ` (${title})`);
  });
  const created = await Promise.all(rows);
  if (list.dataset.items === ids) list.replaceChildren(...created); // unless a mark came or went meanwhile
}

/** What the item asks, without its scenario; "" if its file does not arrive. @param {string} id @param {string} siteRootUrl */
async function questionText(id, siteRootUrl) {
  try {
    const parsed = await fetchFragmentDocument(new URL(`assets/generated/items/${id}.html`, siteRootUrl));
    for (const context of parsed.querySelectorAll(".stem-context")) context.remove();
    for (const blank of parsed.querySelectorAll(".cloze input")) blank.replaceWith("…");
    return (parsed.querySelector(".cloze") ?? parsed.querySelector("legend"))?.textContent?.trim() ?? "";
  } catch {
    return "";
  }
}
