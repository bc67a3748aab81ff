/** What is known of a page's items: rows of the log and drafts, held in memory and written through. */
/** @import { Draft, Entry } from "./types.js" */
/** @import { Work } from "./database.js" */
import { ERASED, NAME, change, look, openDatabase, result } from "./database.js";
import { isDraft, isEntry } from "./events.js";

const ASIDE = ["hinted", "marked", "unmarked", "lab"]; // what leaves a draft alone
const PATIENCE = 2000; // ms until a database that does not open counts as lost; it may still come

/**
 * Sends "change" when another tab wrote, or when `kept` is another. A row that could not be written is tried again
 * with the next one. Without `items` it is not to be opened, and forgets all with the page.
 */
export class Store extends EventTarget {
  /** @type {boolean | undefined} whether answers outlast the page; undefined: not known yet */
  kept;
  /** @type {Map<string, Entry>} by eid */
  entries = new Map();
  /** @type {Map<string, Draft>} by item */
  drafts = new Map();
  /** Items with a draft of this tab: no other tab's takes its place. @type {Set<string>} */
  typed = new Set();
  /** @type {string[]} */
  #items;
  /** @type {Work[]} not known to be written */
  #waiting = [];
  /** @type {IDBDatabase | undefined} */
  #db;
  /** @type {BroadcastChannel | undefined} */
  #channel;

  /** @param {string[]} [items] those of the page: no other is read */
  constructor(items = []) {
    super();
    this.#items = items;
  }

  /** Ends when all is read, or is not to be waited for; what comes later is told by "change". */
  async open(patience = PATIENCE) {
    /** @type {unknown} */
    let bell;
    const late = new Promise((resolve) => void (bell = setTimeout(resolve, patience)));
    await Promise.race([this.#connect(), late]);
    clearTimeout(/** @type {any} */ (bell));
    if (this.kept === undefined) this.#keeps(false);
  }

  close() {
    this.#db?.close();
    this.#db = undefined;
    this.#channel?.close();
  }

  async #connect() {
    try {
      this.#db = await openDatabase(() => {
        this.#db = undefined;
        this.#connect();
      });
      this.#channel ??= new BroadcastChannel(NAME);
      this.#channel.onmessage = ({ data }) => void this.#hear(data);
      await this.#load();
      await this.#flush();
    } catch {
      this.#keeps(false); // a private window, storage refused, or a database that is not as we left it
    }
  }

  /** @param {boolean} kept */
  #keeps(kept) {
    const news = this.kept !== kept;
    this.kept = kept;
    if (news) this.dispatchEvent(new Event("change"));
  }

  /** @param {unknown} message */
  async #hear(message) {
    if (message === ERASED) this.#forget();
    await this.#load().catch(() => {});
    this.dispatchEvent(new Event("change"));
  }

  #forget() {
    this.#waiting = [];
    for (const rows of [this.entries, this.drafts, this.typed]) rows.clear();
  }

  /** Adds what is kept to what this tab knows; nothing of its own is dropped, written or not. */
  async #load() {
    if (!this.#db) return;
    const [events, drafts] = look(this.#db);
    const rows = this.#items.map((item) => [result(events.index("item").getAll(item)), result(drafts.get(item))]);
    const found = (await Promise.all(rows.flat())).flat();
    for (const entry of found.filter(isEntry)) this.entries.set(entry.eid, entry);
    for (const draft of found.filter(isDraft)) if (!this.typed.has(draft.item)) this.drafts.set(draft.item, draft);
  }

  /**
   * All or none of them.
   * @param {...Omit<Entry, "format" | "eid" | "seed" | "at">} facts
   * @returns {Promise<void>} kept, or known not to be
   */
  async append(...facts) {
    /** @type {Entry[]} */
    const entries = facts.map((each) => ({ format: 1, eid: newId(), seed: 0, at: this.#now(each.item), ...each }));
    const over = entries.filter(({ kind }) => !ASIDE.includes(kind)).map(({ item }) => item);
    for (const entry of entries) this.entries.set(entry.eid, entry);
    for (const item of over) {
      this.drafts.delete(item);
      this.typed.delete(item);
    }
    await this.#write((events, drafts) => {
      for (const entry of entries) events.put(entry);
      for (const item of over) drafts.delete(item);
    });
    if (!this.kept) return;
    this.#channel?.postMessage("");
    await this.#ask(entries.length);
  }

  /** @param {Omit<Draft, "at">} facts @returns {Promise<void>} */
  draft({ item, rev, seed, response, confidence, hints, invalid }) {
    const draft = { item, rev, seed, response, ...(confidence && { confidence }), hints, invalid, at: this.#now(item) };
    this.drafts.set(item, draft);
    this.typed.add(item);
    return this.#write((_, drafts) => void drafts.put(draft));
  }

  /** Never before what is known of the item already, whatever the clocks of its devices say. @param {string} item */
  #now(item) {
    let now = Date.now();
    for (const entry of this.entries.values()) if (entry.item === item && entry.at >= now) now = entry.at + 1;
    return now;
  }

  /** @param {Work} work */
  #write(work) {
    this.#waiting.push(work);
    return this.#flush();
  }

  async #flush() {
    const works = this.#waiting;
    if (!this.#db) return;
    this.#waiting = [];
    try {
      if (works.length) await change(this.#db, (events, drafts) => works.forEach((work) => work(events, drafts)));
    } catch {
      this.#waiting.unshift(...works);
    }
    this.#keeps(!this.#waiting.length);
  }

  /** Asks the browser once not to clear this site when space runs short: with the first answer. @param {number} written */
  async #ask(written) {
    try {
      const [events] = look(/** @type {IDBDatabase} */ (this.#db));
      if ((await result(events.count())) <= written) await navigator.storage.persist();
    } catch {
      // no secure context, or it does not know how: the page of what is stored says so
    }
  }
}

/** Random; crypto.randomUUID is there only in secure contexts. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
