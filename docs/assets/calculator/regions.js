// @ts-check
/** The regions of a calculator: what Python answers takes its place in the page, what stayed the same is not touched.
 *
 * A region is named by its path in the answer: "says result", "tables roc", "figures roc", "table", "preset".
 */
import { body, cells, oneCell, strong } from "./cells.js";
import { Parts } from "./parts.js";
import { drawing, fill, redraw, write } from "./trees.js";
import { Turns, shareEnds } from "./turns.js";

/** @typedef {(string | number)[]} Path */
/** @typedef {{region: string, path: Path, value: any}} Change */

const NAMED = ["says", "tables", "figures"]; // parts of an answer that hold regions by name
const FIRST = ["says", "preset"];

/** What is written at a stretch: a drawing, or all tables. @param {string} region */
const stretch = (region) => (region.startsWith("table") ? "tables" : region);

/** @param {string} region */
const comesFirst = (region) => FIRST.includes(region.split(" ")[0] ?? "");

export class Regions {
  /** All that is shown, as `live.shown` says it. @type {any} */
  shown = {};
  /** Regions that are to be placed as a whole. @type {Set<string>} */
  #waiting = new Set();
  /** @type {Turns<Change>} */
  #turns = new Turns((changes) => this.#write(changes));

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.parts = new Parts(host);
  }

  /** Places what changed: words now, drawings and tables as far as a frame has time, then in the frames that follow; a
   * table that nobody has opened only once the reader rests.
   * @param {[Path, any][]} changes where in the answer, and what is there now */
  place(changes) {
    const until = shareEnds();
    /** @type {Map<string, Change[]>} */
    const touched = new Map();
    for (const [path, value] of changes) {
      this.#keep(path, value);
      for (const region of this.#touched(path)) {
        if (!touched.has(region)) touched.set(region, []);
        touched.get(region)?.push({ region, path, value });
      }
    }
    for (const [region, its] of touched)
      if (comesFirst(region)) this.#write(its);
      else if (this.#isClosed(region)) this.#waiting.add(region);
      else this.#turns.add(stretch(region), its);
    this.#turns.begin(until);
  }

  /** @param {Change[]} changes in their order */
  #write(changes) {
    const whole = new Set();
    for (const { region, path, value } of changes)
      if (!whole.has(region) && !this.#changed(region, path, value)) whole.add(region);
    for (const region of whole) this.#place(region);
  }

  /** Places what waits: the reader rests, or has opened a table. */
  settle() {
    this.#turns.finish();
    for (const region of this.#waiting) this.#place(region);
    this.#waiting.clear();
  }

  /** @param {string} region */
  #isClosed(region) {
    const [part, name = ""] = region.split(" ");
    return part === "tables" && this.#rows(name)?.closest("details")?.open === false;
  }

  /** @param {Path} path @param {any} value */
  #keep(path, value) {
    if (!path.length) this.shown = value;
    let place = this.shown;
    for (const key of path.slice(0, -1)) place = place[key];
    if (path.length) place[/** @type {string} */ (path.at(-1))] = value;
  }

  /** @param {Path} path @returns {string[]} */
  #touched([part, name]) {
    if (part === undefined) return [...NAMED, "table", "preset"].flatMap((each) => this.#touched([each]));
    if (!NAMED.includes(String(part))) return [String(part)];
    return (name === undefined ? Object.keys(this.shown[part]) : [name]).map((each) => `${part} ${each}`);
  }

  /** Changes one place of a region; false if all of it has to be placed. @param {string} region @param {Path} path @param {any} value */
  #changed(region, path, value) {
    const [part, name = ""] = region.split(" ");
    const rest = path.slice(name ? 2 : 1);
    if (part === "goals") return true; // goals.js places them
    if (!rest.length) return false;
    return part === "figures" ? this.#redraw(name, rest, value) : this.#rewrite(name, rest);
  }

  /** @param {string} name @param {Path} path @param {any} value */
  #redraw(name, path, value) {
    const drawn = this.parts.one(`[data-figure="${name}"]`)?.firstElementChild;
    return !drawn || redraw(drawn, path, value, this.#prefix(name));
  }

  /** @param {string} name of the table, none for that of the result @param {Path} path */
  #rewrite(name, [row, ...path]) {
    const column = path[0] === "cells" ? path[1] : path[0];
    if (!row || typeof column !== "number") return false;
    const place = this.#rows(name)?.children[Number(row) - 1]?.children[column];
    const rows = name ? this.shown.tables[name] : this.shown.table;
    if (place) write(place, oneCell(cells(rows[row])[column], column), this.host.id);
    return true;
  }

  /** @param {string} name of the table, none for that of the result */
  #rows(name) {
    return this.parts.one(`[data-rows="${name ? `twin-${name}` : "table"}"]`);
  }

  /** @param {string} region */
  #place(region) {
    const [part = "", name = ""] = region.split(" ");
    const { says, table, tables, figures, preset } = this.shown;
    /** @type {Record<string, () => void>} */
    const ways = {
      says: () => fill(this.parts.one(`[data-says="${name}"]`), strong(says[name])),
      table: () => fill(this.#rows(""), body(table), this.host.id),
      tables: () => fill(this.#rows(name), body(tables[name]), this.host.id),
      figures: () => this.#draw(name, figures[name]),
      preset: () => this.#press(preset),
    };
    ways[part]?.();
  }

  /** @param {string} name @param {any} tree */
  #draw(name, tree) {
    const place = this.parts.one(`[data-figure="${name}"]`);
    fill(place, tree ? [drawing(tree)] : [], this.#prefix(name));
    if (place?.parentElement) place.parentElement.hidden = !tree;
  }

  /** @param {string} name */
  #prefix(name) {
    return `${this.host.id}-${name}`;
  }

  /** @param {string} preset */
  #press(preset) {
    for (const button of this.parts.all("[data-preset]")) button.ariaPressed = String(button.dataset.preset === preset);
  }
}
