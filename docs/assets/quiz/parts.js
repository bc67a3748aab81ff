/**
 * What elements and interactions are made of. They take it from here, so that packing finds one file that they all
 * share, and not one for each set of two or three.
 */
export { near, parseNumber } from "../scoring/number.js";
export { score, tidy } from "../scoring/score.js";
export { dragging } from "./dragging.js";
export { icon } from "./icons.js";
export { aligned, shuffled, solved } from "./shuffle.js";
export { tag } from "./tag.js";
export { deedsOf, isChecked, viewOf } from "./view.js";
export { feedbackFor, inWords, lost, make, nthTry, sentence } from "./words.js";
