/** Brings an item to a page that does not have it: the build's fragment, with its case, its links and its declaration. */
/** @import { Declaration } from "../scoring/types.js" */
import { importInteraction } from "../quiz/import-interaction.js";
import { QuizItem } from "../quiz/item/quiz-item.js";
import { interactionIfLoaded, loadInteractions } from "../quiz/shared.js";

/**
 * Loads an item in review mode, with its interaction; defines its element.
 * @param {string} itemId
 * @param {string} siteRootUrl URL of the site's root, ending in a slash
 * @returns {Promise<{content: DocumentFragment, item: QuizItem, declaration: Declaration}>} `content` is to be inserted
 *   into the page, and the item can be updated after that
 * @throws {Error} if the item or its interaction does not arrive
 */
export async function loadReviewItemAndDeclaration(itemId, siteRootUrl) {
  const parsed = await fetchFragmentDocument(new URL(`assets/generated/items/${itemId}.html`, siteRootUrl));
  const declarations = removeAndParseDeclarations(parsed);
  const { dataset } = /** @type {HTMLElement} */ (parsed.querySelector("quiz-item"));
  dataset.mode = "review";
  const { interaction = "" } = dataset;
  await loadInteractions([interaction], importInteraction);
  if (!interactionIfLoaded(interaction)) throw new Error(`interaction: ${interaction}`);
  if (!customElements.get("quiz-item")) customElements.define("quiz-item", QuizItem);
  const content = document.createDocumentFragment();
  content.append(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  const item = /** @type {QuizItem} */ (content.querySelector("quiz-item"));
  return { content, item, declaration: declarations[itemId] };
}

/**
 * The fragment as a document of its own, its links resolved against its address. Throws if it does not arrive.
 * @param {URL} url
 */
export async function fetchFragmentDocument(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of parsed.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", url).href;
  return parsed;
}

/** The declarations by item, from a script that is removed from the fragment. @param {Document} fragmentDocument */
function removeAndParseDeclarations(fragmentDocument) {
  const script = fragmentDocument.querySelector("script");
  script?.remove();
  return JSON.parse(script?.textContent ?? "").items;
}
