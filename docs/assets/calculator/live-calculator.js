// @ts-check
/** Ties the form to Python: texts of the fields go in, texts of the regions come out. */
import { start } from "./engine.js";
import { body, build, node, strong } from "./figure.js";
import { Goals } from "./goals.js";
import { link, read, write } from "./state.js";

const PATIENCE = 300; // ms of waiting that need no words
const REST = 500; // ms without a change, before the result is announced and put into the address

const warm = () => void start().catch(() => {}); // the reader's first wish will say why

export class LiveCalculator extends HTMLElement {
  #leaving = new AbortController();
  #goals = new Goals(this);
  /** Texts that the figures show. @type {Record<string, string>} */
  #kept = {};
  #frame = 0;
  #turn = 0;
  #resting = 0;
  #news = "";

  connectedCallback() {
    const { signal } = (this.#leaving = new AbortController());
    this.#kept = this.#texts();
    for (const field of this.#parts("input")) field.readOnly = false;
    /** @type {[string, (event: any) => any][]} */
    const heard = [
      ["input", ({ target }) => "default" in target.dataset && this.ask()],
      ["click", ({ target }) => this.#press(target.closest("button")?.dataset)],
      ["submit", (event) => event.preventDefault()],
    ];
    for (const [kind, hear] of heard) this.addEventListener(kind, hear, { signal });
    addEventListener("hashchange", () => this.#arrive(), { signal });
    const view = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && warm());
    view.observe(this);
    signal.onabort = () => view.disconnect();
    this.#arrive();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** @param {string} selector @returns {any[]} */
  #parts(selector) {
    return [...this.querySelectorAll(selector)];
  }

  /** @param {string} selector */
  #part(selector) {
    return this.#parts(selector)[0];
  }

  /** What stands in the fields in force. @returns {Record<string, string>} */
  #texts() {
    const fields = this.#parts("[data-default]").filter((field) => !field.closest("[hidden]"));
    return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  }

  /** Takes over the numbers of a link that leads here. */
  #arrive() {
    const query = read(this.id);
    if (!query) return;
    this.fill(query);
    this.scrollIntoView();
  }

  /** A button's data-do names what it does: fill, predict, skip, reset, copy or ask. @param {any} button */
  #press(button) {
    /** @type {any} */ (this)[button?.do]?.(button.state);
  }

  /** @param {string} query what it leaves out gets its default */
  fill(query) {
    const values = new URLSearchParams(query);
    for (const field of this.#parts("[data-default]")) field.value = values.get(field.name) ?? field.dataset.default;
    this.ask();
  }

  /** @param {string} query the numbers that show how it comes out */
  predict(query) {
    if (this.#tell(this.#part("form").elements.predict.value)) this.fill(query);
  }

  skip() {
    this.#goals.skip();
  }

  /** How the prediction stands; whether there is one. @param {string} [chosen] */
  #tell(chosen) {
    const told = this.#choose("told", chosen);
    this.#news = chosen ? told : "";
    this.#settle(told);
    for (const choice of this.#parts("[name=predict]")) choice.disabled = chosen;
    return chosen;
  }

  reset() {
    this.#part("form").reset();
    this.#tell();
    this.#goals.go(0);
    this.ask();
  }

  async copy() {
    const address = link(this.id, this.#kept);
    const copied = await navigator.clipboard?.writeText(address).then(() => "Link copied.", () => "");
    for (const place of this.#parts("[data-copied], [role=status]")) place.textContent = copied || `Copy this address: ${address}`;
  }

  /** Works out what the fields hold, in the next frame; of several wishes the newest wins. */
  ask() {
    for (const group of this.#parts("[data-when]"))
      group.hidden = [...new URLSearchParams(group.dataset.when)].some(([name, value]) => this.#part(`[name=${name}]`).value !== value);
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#answer(++this.#turn));
  }

  /** @param {number} turn */
  async #answer(turn) {
    const slow = setTimeout(() => this.#note("slow"), PATIENCE);
    const call = await start().catch(() => this.#note(typeof WebAssembly === "undefined" ? "lacking" : "missing"));
    clearTimeout(slow);
    if (call && turn === this.#turn) this.#show(call, this.#texts());
  }

  /** Shows one of the notes under the fields, or none. @param {string} [name] */
  #note(name) {
    const words = this.#choose("note", name);
    if (words) this.#settle(words);
  }

  /** Shows that one of the words of a kind; what it says. @param {string} kind @param {string} [name] */
  #choose(kind, name) {
    const all = this.#parts(`[data-${kind}]`);
    for (const words of all) words.hidden = words.dataset[kind] !== name;
    return all.find((words) => !words.hidden)?.textContent ?? "";
  }

  /** @param {(job: object) => any} call @param {Record<string, string>} texts */
  #show(call, texts) {
    let shown;
    try {
      shown = call({ ...JSON.parse(this.#part("script").textContent), name: this.id, texts, kept: this.#kept });
    } catch (error) {
      reportError(error);
      return this.#note("broken");
    }
    const { problems = {} } = shown;
    for (const field of this.#parts("[data-default]")) field.ariaInvalid = field.name in problems || null;
    this.#part(".calculator-slot").replaceChildren(...Object.values(problems).map((words) => node("p", [words])));
    this.#note();
    if (shown.problems) this.#settle(Object.values(problems).join(" "));
    else this.#place(shown, (this.#kept = texts));
  }

  /** @param {any} shown @param {Record<string, string>} texts */
  #place(shown, texts) {
    for (const region of this.#parts("[data-says]")) region.replaceChildren(...strong(shown.says[region.dataset.says] ?? ""));
    for (const rows of this.#parts("[data-rows]"))
      rows.replaceChildren(...body(rows.dataset.rows === "table" ? shown.table : shown.tables[rows.dataset.rows.slice(5)], this.id));
    for (const place of this.#parts("[data-figure]")) {
      const name = place.dataset.figure;
      place.parentElement.hidden = !shown.figures[name];
      place.replaceChildren(...(shown.figures[name] ? [build(shown.figures[name], `${this.id}-${name}`)] : []));
    }
    for (const button of this.#parts("[data-preset]")) button.ariaPressed = button.dataset.preset === shown.preset;
    this.#part("[data-copied]").textContent = "";
    this.#settle([this.#news, this.#goals.stand(shown.goals), shown.says.result].join(" "), () => write(this.id, link(this.id, texts)));
    this.#news = "";
  }

  /** Says it aloud once the reader rests. @param {string} words @param {() => void} [then] */
  #settle(words, then) {
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => {
      this.#part("[role=status]").textContent = words.replaceAll("**", "");
      then?.();
    }, REST);
  }
}
