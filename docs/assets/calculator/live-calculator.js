// @ts-check
/** Ties the form to Python: texts of the fields go in, texts of the regions come out. */
import { Desks } from "./desks.js";
import { csv, json, save, svg } from "./download.js";
import { Form } from "./form.js";
import { Goals } from "./goals.js";
import { Notes } from "./notes.js";
import { OwnFile } from "./own.js";
import { Regions } from "./regions.js";
import { link, read, write } from "./state.js";
import { Work } from "./work.js";

export class LiveCalculator extends HTMLElement {
  #leaving = new AbortController();
  #desks = new Desks(this.id);
  #notes = new Notes(this);
  #work = new Work(this.#desks, this.#notes);
  #form = new Form(this);
  #goals = new Goals(this);
  #regions = new Regions(this);
  #own = new OwnFile(this, {
    desks: this.#desks,
    notes: this.#notes,
    work: this.#work,
    use: (which, label) => this.#use(which, label),
  });
  /** Texts that the figures show. */
  #kept = this.#form.texts();
  /** Names of the reader's own data sets. @type {string[]} */
  #mine = [];
  #given = JSON.parse(this.querySelector("script")?.textContent ?? "{}");
  #frame = 0;
  #news = "";

  connectedCallback() {
    const { signal } = (this.#leaving = new AbortController());
    const warm = () => void this.#desks.near().catch(() => {}); // the reader's first wish will say why
    /** @type {[string, (event: any) => any][]} */
    const heard = [
      ["focusin", warm],
      ["input", ({ target }) => this.#changed(target)],
      ["change", ({ target }) => target.type === "file" && this.#own.take(target)],
      ["click", ({ target }) => this.#press(target.closest("button")?.dataset)],
      ["submit", (event) => event.preventDefault()],
    ];
    for (const [kind, hear] of heard) this.addEventListener(kind, hear, { signal });
    this.querySelector("[data-own]")?.addEventListener("toggle", () => void this.#own.ready().catch(() => {}), {
      signal,
    });
    this.addEventListener("toggle", () => this.#regions.settle(), { signal, capture: true });
    addEventListener("hashchange", () => this.#arrive(), { signal });
    const view = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && warm());
    view.observe(this);
    signal.onabort = () => view.disconnect();
    this.#arrive();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#work.drop();
    this.#desks.close();
  }

  /** Takes over the numbers of a link that leads here. */
  #arrive() {
    const query = read(this.id);
    if (!query) return;
    this.fill(query);
    this.scrollIntoView();
  }

  /** @param {any} field */
  #changed(field) {
    if ("slide" in field.dataset) this.#form.slide(field);
    else if (!("default" in field.dataset)) return;
    this.ask();
  }

  /** A button's data-do names what it does, a method below. @param {any} button */
  #press(button) {
    /** @type {any} */ (this)[button?.do]?.(button.state);
  }

  /** @param {string} query what it leaves out gets its default */
  fill(query) {
    this.#form.fill(query);
    this.ask();
  }

  /** @param {string} query the numbers that show how it comes out */
  predict(query) {
    const chosen = this.#tell(this.querySelector("form")?.elements.namedItem("predict"));
    if (chosen) this.fill(query);
  }

  skip() {
    this.#goals.skip();
  }

  /** How the prediction stands; whether there is one. @param {any} [asked] */
  #tell(asked) {
    const chosen = asked?.value;
    const told = this.#notes.choose("told", chosen);
    this.#news = chosen ? told : "";
    this.#notes.settle(told);
    for (const choice of this.querySelectorAll("[name=predict]"))
      /** @type {any} */ (choice).disabled = Boolean(chosen);
    return chosen;
  }

  reset() {
    this.querySelector("form")?.reset();
    this.#tell();
    this.#goals.go(0);
    this.ask();
  }

  async copy() {
    const address = link(this.id, this.#kept);
    const words = Object.keys(this.#kept).some((name) => this.#mine.includes(this.#kept[name] ?? ""))
      ? " It does not hold your file."
      : "";
    const copied = await navigator.clipboard?.writeText(address).then(
      () => `Link copied.${words}`,
      () => "",
    );
    const place = this.querySelector("[data-copied]");
    if (place) place.textContent = copied || `Copy this address: ${address}`;
    this.#notes.say(copied || `Copy this address: ${address}`);
  }

  /** Leaves the work in hand; the fields show again what the figures show. */
  cancel() {
    this.#work.drop();
    this.#form.fill(String(new URLSearchParams(this.#kept)));
    this.#notes.say("Canceled. The figures still show the previous values.");
  }

  leave() {
    this.#own.leave();
  }

  refuse() {
    this.#own.refuse();
  }

  /** @param {string} kind csv, json, or the name of a figure */
  save(kind) {
    if (!this.#regions.shown.table) return this.ask(() => this.save(kind));
    this.#regions.settle();
    const drawing = this.querySelector(`[data-figure="${kind}"] > svg`);
    if (kind === "csv") save(`${this.id}.csv`, "text/csv", csv(this.#regions.shown));
    else if (kind === "json")
      save(`${this.id}.json`, "application/json", json(this.id, this.#kept, this.#regions.shown));
    else if (drawing) save(`${this.id}-${kind}.svg`, "image/svg+xml", svg(/** @type {SVGElement} */ (drawing)));
  }

  /** @param {string} which @param {string} label */
  #use(which, label) {
    this.#mine.push(which);
    this.#form.offer(which, label);
    this.ask();
  }

  /** Works out what the fields hold, in the next frame; of several wishes the newest wins. @param {() => void} [then] */
  ask(then) {
    this.#form.settle();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(async () => {
      const texts = this.#form.texts();
      const job = { ...this.#given, name: this.id, texts, kept: this.#kept, own: this.#mine };
      await this.#work.answer(job, (answer) => this.#place(answer, texts));
      if (this.#regions.shown.table) then?.();
    });
  }

  /** @param {any} answer @param {Record<string, string>} texts */
  #place(answer, texts) {
    this.#form.mark(answer.problems ?? {});
    if (answer.problems) return this.#notes.settle(Object.values(answer.problems).join(" "));
    this.#kept = texts;
    this.#regions.place(answer.changes);
    const place = this.querySelector("[data-copied]");
    if (place) place.textContent = "";
    const { goals, says } = this.#regions.shown;
    const words = [this.#news, this.#goals.stand(goals), says.result].join(" ");
    this.#news = "";
    this.#notes.settle(words, () => {
      this.#regions.settle();
      write(this.id, link(this.id, texts));
      this.#work.rest();
    });
  }
}
