/** Shows "Done" beside links to labs that the reader's log says are done. */
import { Store } from "../record/store.js";
import { stateByItem } from "../record/replay.js";

/** @param {HTMLElement[]} links each names its lab in data-lab-link and holds a hidden [data-part=done] */
export async function showDoneMarks(links) {
  const labs = links.map((link) => link.dataset.labLink ?? "");
  const store = new Store(labs, { readsDrafts: false });
  const updateMarks = () => {
    const states = stateByItem(store.entries.values(), Object.fromEntries(labs.map((lab) => [lab, 1])));
    links.forEach((link, at) => {
      const mark = /** @type {HTMLElement} */ (link.querySelector("[data-part=done]"));
      mark.hidden = !states.get(labs[at] ?? "")?.done;
    });
  };
  store.addEventListener("change", updateMarks);
  await store.openAndWaitForRows();
  updateMarks();
}
