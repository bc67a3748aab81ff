/** Names the elements of a quiz. Items come first, so that each is listening when its set speaks. */
/** @import { Interaction, Load } from "./types.js" */
import { QuizItem } from "./quiz-item.js";
import { QuizSet, opening } from "./quiz-set.js";

/**
 * Ends once every item has been told what is known of it.
 * @param {Load} load
 * @param {Map<string, Interaction>} loaded interactions by name
 */
export async function define(load, loaded) {
  QuizItem.load = load;
  QuizItem.loaded = loaded;
  customElements.define("quiz-item", QuizItem);
  customElements.define("quiz-set", QuizSet);
  await opening;
}
