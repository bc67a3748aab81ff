/** Starts what a page has of labs: the lab itself, or the marks of labs that are done. Each loads only what it needs. */
import { databaseExists } from "../record/database-exists.js";

if (document.querySelector("lab-editor"))
  import("./lab-editor.js").then(({ LabEditor }) => customElements.define("lab-editor", LabEditor));

const links = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lab-link]"))];
if (links.length) {
  databaseExists().then(async (before) => {
    if (before) (await import("./done-marks.js")).showDoneMarks(links);
  });
}
