/** Starts the playground. */
import { LivePlayground } from "./playground.js";

customElements.define("live-playground", LivePlayground);
