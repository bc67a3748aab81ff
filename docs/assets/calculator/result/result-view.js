/** Shows a calculator's result in its page: written over what stands there, so that nodes which stay equal are not touched. */
/** @import { Result } from "../types.js" */
import { findElement, findElements } from "../../dom/queries.js";
import { updateChildren, requireDrawingRoot } from "../../dom/trees.js";
import { bodyRowTrees, parseStrongMarkup } from "./rows.js";

export class ResultView {
  /** The result that is shown. @type {Result | undefined} */
  shown;
  #host;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** Writes a result into the page, and marks the button of its preset. @param {Result} result */
  render(result) {
    this.shown = result;
    for (const region in result.says)
      updateChildren(this.#host.querySelector(`[data-says="${region}"]`), parseStrongMarkup(result.says[region] ?? ""));
    this.#fillTableBody("table", result.table);
    for (const figure in result.tables) this.#fillTableBody(`twin-${figure}`, result.tables[figure] ?? []);
    for (const figure in result.figures) this.#fillOrHideFigure(figure, result);
    for (const [offerName, [value, text]] of Object.entries(result.offers))
      this.#updateOfferTextAndButton(offerName, text, !!value);
    for (const button of findElements(this.#host, "[data-preset]"))
      button.ariaPressed = String(button.dataset.preset === result.preset);
  }

  /**
   * Writes the text beside a button that fills a value in, and enables or disables it.
   * @param {string} offerName
   * @param {string} text
   * @param {boolean} isButtonEnabled
   */
  #updateOfferTextAndButton(offerName, text, isButtonEnabled) {
    updateChildren(this.#host.querySelector(`[data-offer="${offerName}"]`), [text]);
    const button = findElement(this.#host, `[data-do=take-offer][data-state="${offerName}"]`);
    /** @type {HTMLButtonElement} */ (button).disabled = !isButtonEnabled;
  }

  /** @param {string} tableName @param {Result["table"]} tableRows */
  #fillTableBody(tableName, tableRows) {
    updateChildren(this.#host.querySelector(`[data-rows="${tableName}"]`), bodyRowTrees(tableRows), this.#host.id);
  }

  /** Shows a figure with its caption; one without a tree is hidden. @param {string} figureName @param {Result} result */
  #fillOrHideFigure(figureName, { figures, captions }) {
    const tree = figures[figureName] ?? null;
    updateChildren(this.#host.querySelector(`[data-drawing="${figureName}"] [data-caption]`), [
      captions[figureName] ?? "",
    ]);
    const place = this.#host.querySelector(`[data-figure="${figureName}"]`);
    updateChildren(place, tree ? [requireDrawingRoot(tree)] : [], `${this.#host.id}-${figureName}`);
    if (place?.parentElement) place.parentElement.hidden = !tree;
  }
}
