/** Small numbers in words, and nodes in one line each. */

const NUMBERS = ["none", "one", "two", "three", "four", "five", "six"];
const KEPT = 1000; // characters; as in record/events.js
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth"];

/** @param {number} count */
export const inWords = (count) => NUMBERS[count] ?? String(count);

/** @param {number} place @returns {string} "second try"; "try 7" beyond the sixth */
export const nthTry = (place) => (ORDINALS[place] ? `${ORDINALS[place]} try` : `try ${place}`);

/** @param {string} text */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * An element with a class and children; text becomes text, never markup.
 * @param {string} tag
 * @param {string} name
 * @param {...(Node | string)} children
 */
export function make(tag, name, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}

/**
 * Copies of what the build wrote for one choice or mistake.
 * @param {HTMLElement} answer
 * @param {string | number} id
 */
export function feedbackFor(answer, id) {
  const written = answer.querySelector(`[data-for="${CSS.escape(`${id}`)}"]`);
  return [...(written?.cloneNode(true).childNodes ?? [])];
}

/** What the record keeps of a typed text is limited; "" if it keeps all. @param {string} typed */
export const lost = (typed) => (typed.length > KEPT ? `${typed.length} characters: too long to be saved` : "");
