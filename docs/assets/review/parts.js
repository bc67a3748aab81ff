/** Fills what stands in the page under a name: `data-part` names an element, and its text or its visibility changes. */

/** @param {ParentNode} root @param {string} name @returns {HTMLElement | null} */
const findPartOrNull = (root, name) => root.querySelector(`[data-part="${name}"]`);

/** Sets texts. @param {ParentNode} root @param {Record<string, string | number>} texts part -> its text */
export function setPartTexts(root, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const part = findPartOrNull(root, name);
    if (part && part.textContent !== `${text}`) part.textContent = `${text}`;
  }
}

/** Shows or hides these parts. @param {ParentNode} root @param {Record<string, boolean>} isShownByPart */
export function setPartVisibility(root, isShownByPart) {
  for (const [name, isShown] of Object.entries(isShownByPart)) {
    const part = findPartOrNull(root, name);
    if (part) part.hidden = !isShown;
  }
}

const DAY_MS = 86_400_000;

/**
 * A date such as "December 4", with its year unless that is the year of today.
 * @param {number} day
 * @param {number} today both days since 1970
 */
export function dateWithYearUnlessCurrent(day, today) {
  const date = new Date(day * DAY_MS);
  const isThisYear = date.getUTCFullYear() === new Date(today * DAY_MS).getUTCFullYear();
  const year = isThisYear ? undefined : "numeric";
  return date.toLocaleDateString("en-US", { month: "long", day: "numeric", year, timeZone: "UTC" });
}

/**
 * A date as a phrase within a sentence: "today", "tomorrow", or "on December 4".
 * @param {number} day
 * @param {number} today both days since 1970
 */
export function datePhrase(day, today) {
  if (day <= today) return "today";
  return day === today + 1 ? "tomorrow" : `on ${dateWithYearUnlessCurrent(day, today)}`;
}

/**
 * A past date as a phrase within a sentence: "today", "yesterday", or "on December 4".
 * @param {number} day
 * @param {number} today both days since 1970
 */
export function pastDatePhrase(day, today) {
  if (day >= today) return "today";
  return day === today - 1 ? "yesterday" : `on ${dateWithYearUnlessCurrent(day, today)}`;
}
