/** For browsers where a style sheet cannot open a fold on paper: opens the answers before, and closes them after. */

/** @type {HTMLDetailsElement[]} */
let opened = [];

export function openToPrint() {
  addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".answer:not([open])"))];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
}
