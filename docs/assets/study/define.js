/** Names the elements that look back on what was answered. */
import { StoredAnswers } from "./stored-answers.js";

customElements.define("stored-answers", StoredAnswers);
