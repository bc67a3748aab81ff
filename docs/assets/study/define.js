/** Defines <stored-answers> and <import-answers>. */
import { ImportAnswers } from "./import-answers.js";
import { StoredAnswers } from "./stored-answers.js";

customElements.define("stored-answers", StoredAnswers);
customElements.define("import-answers", ImportAnswers);
