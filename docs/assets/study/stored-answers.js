/**
 * <stored-answers>: what this browser keeps of a reader, counted; to be taken away as a file, or erased.
 * All words stand in the page; this fills in numbers and shows what applies.
 */
/** @import { Draft, Entry } from "../record/types.js" */
import { eraseAll, exported, isPersistent, persist, readAll, watch } from "../record/archive.js";
import { countsOf, fileName, isConfirmed, totalsOf } from "./stored.js";

export class StoredAnswers extends HTMLElement {
  /** @type {{events: Entry[], drafts: Draft[]} | undefined} undefined: they can't be read */
  #rows;
  /** @type {(() => void) | undefined} */
  #unwatch;

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    this.#unwatch = watch(() => this.#read());
    this.#read();
  }

  disconnectedCallback() {
    this.#unwatch?.();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "submit") {
      event.preventDefault();
      this.#erase();
    } else if (target.dataset.do === "export") this.#export();
    else if (target.dataset.do === "persist") persist().then(() => this.#show());
  }

  async #read() {
    try {
      const { strange, ...rows } = await readAll();
      this.#rows = rows;
      this.#fill("strange", strange, strange > 0);
    } catch {
      this.#rows = undefined;
    }
    await this.#show();
  }

  async #show() {
    const { events, drafts } = this.#rows ?? { events: [], drafts: [] };
    const { rows, last } = totalsOf(events, drafts);
    const promised = await isPersistent();
    this.#reveal({
      unread: !this.#rows,
      none: !!this.#rows && !rows,
      some: !!rows,
      promised: promised === true,
      unpromised: promised === false,
    });
    this.#fill("rows", rows.toLocaleString("en"), true);
    this.#fill(
      "last",
      last && new Date(last).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }),
      last > 0,
    );
    this.#list(countsOf(events, drafts, JSON.parse(this.#part("pages").textContent)));
    this.hidden = false;
  }

  /** @param {Record<string, boolean>} parts */
  #reveal(parts) {
    for (const [name, shown] of Object.entries(parts)) this.#part(name).hidden = !shown;
  }

  /** @param {ReturnType<typeof countsOf>} counts */
  #list(counts) {
    this.#part("table").replaceChildren(
      ...counts.map(({ title, url, kinds }) => {
        const row = document.createElement("tr");
        const head = document.createElement("th");
        head.scope = "row";
        const link = url ? Object.assign(document.createElement("a"), { href: url }) : head;
        link.append(title);
        if (link !== head) head.append(link);
        row.append(head);
        for (const kind of kinds) row.insertCell().append(String(kind));
        return row;
      }),
    );
  }

  #export() {
    const { events = [], drafts = [] } = this.#rows ?? {};
    const url = URL.createObjectURL(new Blob([exported({ events, drafts })], { type: "application/json" }));
    const name = fileName(new Date());
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.#say(`Exported as ${name}.`);
  }

  async #erase() {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    const confirmed = isConfirmed(field.value);
    this.#part("unconfirmed").hidden = confirmed;
    field.ariaInvalid = confirmed ? null : "true";
    if (!confirmed) return field.focus();
    try {
      await eraseAll();
      field.value = "";
      await this.#read();
      this.#say("Erased. This browser no longer stores any of your answers.");
    } catch {
      this.#say("Not erased: the data is in use. Close other tabs of this site, and try again.");
    }
  }

  /** @param {string} words */
  #say(words) {
    this.#part("status").textContent = words;
  }

  /** @param {string} name @param {string | number} words @param {boolean} shown */
  #fill(name, words, shown) {
    this.#part(`${name}-count`).textContent = `${words}`;
    this.#reveal({ [name]: shown });
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }
}
