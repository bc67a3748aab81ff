// Two repairs of the theme's search. Screen readers announce the number of results. Where no page has the words, it names
// pages with similar words, for the reader who made a typing error, and leads to the list of what the course does not teach.
import { SearchEngine } from "./search-engine.js";

const WORD = /[\p{L}\p{N}]{4,}/gu;
const LONG = 7; // letters; in a longer word two may differ, in a shorter one only one
const MOST = 5; // pages with similar words

/** @typedef {{ base: string, search: string, translations: Record<string, string> }} Config as the theme writes it */
/** @typedef {{ title: string, address: string }} Result */

/**
 * The query with a number of wrong letters allowed in each word, as the search engine writes it; "" without a long word.
 * @param {string} query
 */
export const fuzzyQuery = (query) =>
  (query.match(WORD) ?? []).map((word) => `${word}~${word.length > LONG ? 2 : 1}`).join(" ");

/**
 * A search engine that has read the index.
 * @param {Config} config
 */
const startSearchEngine = async (config) => {
  const file = await fetch(new URL("search/search_index.json", new URL(`${config.base}/`, location.href)));
  const index = await file.json();
  const engine = new SearchEngine(new URL(config.search, location.href));
  await engine.request({ type: 0, data: { ...index, options: {} } });
  return engine;
};

/** @type {Promise<SearchEngine> | undefined} */
let searchEngine;

/**
 * The first pages that the theme's own search finds.
 * @param {Config} config
 * @param {string} query
 * @returns {Promise<Result[]>}
 */
const searchPages = async (config, query) => {
  if (!query) return [];
  const engine = (searchEngine ??= startSearchEngine(config));
  const { items } = await engine
    .then((started) => started.request({ type: 2, data: query }))
    .catch((error) => {
      if (searchEngine === engine) searchEngine = undefined; // the next query starts another one
      throw error;
    });
  return items.slice(0, MOST).map((/** @type {{ title: string, location: string }[]} */ found) => {
    const page = found.find(({ location }) => !location.includes("#")) ?? found[0];
    const title = new DOMParser().parseFromString(page?.title ?? "", "text/html").body.textContent;
    return { title, address: page?.location ?? "" };
  });
};

/**
 * A link that the theme's keys reach: Enter in the field follows the link with the highest score.
 * @param {Result} result
 * @param {number} score
 */
const createResultAnchor = ({ title, address }, score) => {
  const text = document.createElement("span");
  text.textContent = title;
  text.dataset.mdScore = String(score);
  const link = document.createElement("a");
  link.href = address;
  link.append(text);
  return link;
};

/**
 * What a search without results shows: a sentence and a list of links, to similar pages and to what is not taught.
 * @param {Result[]} similarPages
 * @param {URL} siteRoot
 */
const noResultNodes = (similarPages, siteRoot) => {
  const list = document.createElement("ul");
  const notTaught = { title: "Topics that are not taught here", address: "reference/not-taught/" };
  for (const [at, result] of [...similarPages, notTaught].entries()) {
    const item = document.createElement("li");
    item.append(
      createResultAnchor({ ...result, address: new URL(result.address, siteRoot).href }, similarPages.length - at),
    );
    list.append(item);
  }
  return [
    similarPages.length
      ? "Check the spelling. These pages have similar words:"
      : "Check the spelling, or see this list:",
    list,
  ];
};

/** Lets screen readers announce how many pages were found, from now on. */
export const setStatusRoleOfResultCount = () =>
  document.querySelector(".md-search-result__meta")?.setAttribute("role", "status");

/** Adds a note to the theme's search, which names similar pages whenever the search has no results. */
export const suggestSimilarPagesWhenNoResults = () => {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const count = document.querySelector(".md-search-result__meta");
  const written = document.getElementById("__config")?.textContent;
  if (!field || !count || !written) return;
  /** @type {Config} */
  const config = JSON.parse(written);
  const note = document.createElement("div");
  note.className = "search-note";
  note.role = "status";
  count.after(note);
  const suggestPagesIfNoResults = async () => {
    note.replaceChildren();
    if (count.textContent !== config.translations["search.result.none"]) return;
    const { value } = field;
    const similarPages = await searchPages(config, fuzzyQuery(value)).catch(() => []);
    const isCurrent = field.value === value && count.textContent === config.translations["search.result.none"];
    if (isCurrent) note.replaceChildren(...noResultNodes(similarPages, new URL(`${config.base}/`, location.href)));
  };
  new MutationObserver(suggestPagesIfNoResults).observe(count, { childList: true });
  suggestPagesIfNoResults();
};
