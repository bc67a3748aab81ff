/** Names the elements of review and progress, and loads what they need only on pages that have them. */
import { storedRowsMayExist } from "../record/stored-rows.js";

const documentHas = (/** @type {string} */ selector) => !!document.querySelector(selector);

/** Shows only the sentence that something did not load. @param {string} name of the element */
function showUnloaded(name) {
  const element = /** @type {HTMLElement} */ (document.querySelector(name));
  for (const part of /** @type {Iterable<HTMLElement>} */ (element.children))
    part.hidden = part.dataset.part !== "unloaded";
  element.hidden = false;
}

if (documentHas("review-page"))
  import("./review-page.js")
    .then(({ ReviewPage }) => customElements.define("review-page", ReviewPage))
    .catch(() => showUnloaded("review-page"));
if (documentHas("study-progress"))
  import("./study-progress.js")
    .then(({ StudyProgress }) => customElements.define("study-progress", StudyProgress))
    .catch(() => showUnloaded("study-progress"));
// for readers who have answered something; for others nothing more is loaded
if (documentHas("today-panel, [data-lesson]"))
  storedRowsMayExist().then(async (mayExist) => {
    if (!mayExist) return;
    const { TodayPanel, showLessonStates } = await import("./study-progress.js");
    if (documentHas("today-panel")) customElements.define("today-panel", TodayPanel);
    if (documentHas("[data-lesson]")) showLessonStates(new URL("../../", import.meta.url).href);
  });
