/** Starts what a page has of labs: the lab itself, or the marks of labs that are done. Each loads only what it needs. */
import { storedRowsMayExist } from "../record/stored-rows.js";

/** Says that the lab did not load, with a button that loads the page again. */
function showLabNotLoadedNote() {
  const note = /** @type {HTMLElement} */ (document.querySelector("lab-editor [data-note=unloaded]"));
  note.hidden = false;
  note.querySelector("button")?.addEventListener("click", () => location.reload());
}

if (document.querySelector("lab-editor"))
  import("./lab-editor.js")
    .then(({ LabEditor }) => customElements.define("lab-editor", LabEditor))
    .catch(showLabNotLoadedNote);

const links = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lab-link]"))];
if (links.length)
  storedRowsMayExist()
    .then(async (mayExist) => mayExist && (await import("./done-marks.js")).showDoneMarks(links))
    .catch(() => {}); // without the marks the links lead to the same labs
