/** Defines <stored-answers>. */
import { StoredAnswers } from "./stored-answers.js";

customElements.define("stored-answers", StoredAnswers);
