import { LiveCalculator } from "./live-calculator.js";

customElements.define("live-calculator", LiveCalculator);
