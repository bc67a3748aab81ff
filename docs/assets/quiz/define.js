/** Names the elements of a quiz. Items come first, so that each is listening when its set speaks. */
import { QuizItem } from "./quiz-item.js";
import { QuizSet } from "./quiz-set.js";

customElements.define("quiz-item", QuizItem);
customElements.define("quiz-set", QuizSet);
