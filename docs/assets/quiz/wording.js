/** Small numbers in words, and other pieces of sentences. */

const NUMBERS = ["none", "one", "two", "three", "four", "five", "six"];
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth"];
const MAX_SAVED = 1000; // characters of a typed text; as in record/event-kinds.js

/** @param {number} count */
export const numberInWords = (count) => NUMBERS[count] ?? String(count);

/** @param {number} place @returns {string} "second try"; "try 7" beyond the sixth */
export const nthTry = (place) => (ORDINALS[place] ? `${ORDINALS[place]} try` : `try ${place}`);

/** @param {string} text */
export const capitalize = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A note that a typed text is too long to be saved, or "". @param {string} typedText */
export const noteIfOverSaveLimit = (typedText) =>
  typedText.length > MAX_SAVED ? `${typedText.length} characters: too long to be saved` : "";
