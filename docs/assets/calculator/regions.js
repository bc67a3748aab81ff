// @ts-check
/** The regions of a calculator: what Python answers takes its place in the page, what stayed the same is not touched. */
import { rewrite, strong } from "./cells.js";
import { build, redraw, whole } from "./figure.js";

const TWIN = "twin-";

export class Regions {
  /** All that is shown, as it was last answered. @type {any} */
  shown = { says: {}, figures: {}, tables: {} };

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /** Places the parts of an answer that are new; the others stay as they are. @param {any} answer */
  place(answer) {
    const { says, table, figures, tables, preset } = answer;
    for (const name in says) this.#say(name, says[name]);
    if (table) this.#rows("table", this.shown.table, table);
    for (const name in tables) this.#rows(TWIN + name, this.shown.tables[name], tables[name]);
    for (const name in figures) {
      figures[name] = whole(figures[name], this.shown.figures[name]);
      this.#draw(name, this.shown.figures[name], figures[name]);
    }
    if (preset !== undefined) this.#press(preset);
    for (const part of ["says", "figures", "tables"]) answer[part] = { ...this.shown[part], ...answer[part] };
    this.shown = { ...this.shown, ...answer };
  }

  /** @param {string} name @param {string} words */
  #say(name, words) {
    this.#part(`[data-says="${name}"]`)?.replaceChildren(...strong(words));
  }

  /** @param {string} name @param {any} old @param {any[]} rows */
  #rows(name, old, rows) {
    const place = this.#part(`[data-rows="${name}"]`);
    if (place) rewrite(place, old, rows, this.host.id);
  }

  /** @param {string} name @param {any} old @param {any} tree */
  #draw(name, old, tree) {
    const place = this.#part(`[data-figure="${name}"]`);
    const drawing = place?.firstElementChild;
    if (!place) return;
    const prefix = `${this.host.id}-${name}`;
    if (tree && old && drawing) redraw(drawing, old, tree, prefix);
    else place.replaceChildren(...(tree ? [build(tree, prefix)] : []));
    /** @type {HTMLElement} */ (place.parentElement).hidden = !tree;
  }

  /** @param {string} preset */
  #press(preset) {
    for (const button of this.host.querySelectorAll("[data-preset]"))
      button.ariaPressed = String(/** @type {HTMLElement} */ (button).dataset.preset === preset);
  }

  /** @param {string} selector @returns {HTMLElement | null} */
  #part(selector) {
    return this.host.querySelector(selector);
  }
}
