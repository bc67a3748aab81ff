/** The one file that touches what the browser keeps: the log and the drafts, in IndexedDB, told to other tabs. */
/** @import { Draft, Entry } from "./types.js" */
import { openDB } from "../generated/npm/idb.js";
import { isDraft, isEntry } from "./events.js";

const NAME = "model-answers-record"; // database and channel; the prefix, as an origin can host many projects
const ASIDE = ["hinted", "marked", "unmarked"]; // what leaves a draft alone
const PATIENCE = 3000; // ms until a database that does not open counts as blocked

/**
 * Holds all rows in memory and writes each through. Where nothing can be kept, or no longer, `kept` is false and
 * the page goes on. Sends "change" when another tab wrote, "lost" when a write failed.
 */
export class Store extends EventTarget {
  kept = true;
  /** @type {Map<string, Entry>} by eid */
  entries = new Map();
  /** @type {Map<string, Draft>} by item */
  drafts = new Map();
  /** @type {import("idb").IDBPDatabase | undefined} */
  #db;
  /** @type {BroadcastChannel | undefined} */
  #channel;

  static async open() {
    const store = new Store();
    try {
      store.#db = await Promise.race([
        openDB(NAME, 1, {
          upgrade(db) {
            db.createObjectStore("events", { keyPath: "eid" });
            db.createObjectStore("drafts", { keyPath: "item" });
          },
          blocking: (_now, _next, event) => /** @type {IDBDatabase} */ (event.target).close(), // a newer tab upgrades
        }),
        new Promise((_, reject) => void setTimeout(reject, PATIENCE)),
      ]);
      await store.#load();
      store.#channel = new BroadcastChannel(NAME);
      store.#channel.onmessage = () => store.#load().then(() => store.dispatchEvent(new Event("change")), () => {});
    } catch {
      store.kept = false; // a private window, or storage refused
    }
    return store;
  }

  close() {
    this.#db?.close();
    this.#channel?.close();
  }

  /** @param {Omit<Entry, "format" | "eid" | "seed" | "at">} facts @returns {Promise<void>} kept, or known to be lost */
  append(facts) {
    /** @type {Entry} */
    const entry = { format: 1, eid: newId(), seed: 0, at: this.#now(facts.item), ...facts };
    this.entries.set(entry.eid, entry);
    const over = !ASIDE.includes(entry.kind);
    if (over) this.drafts.delete(entry.item);
    const written = this.#write((events, drafts) => [events.add(entry), over && drafts.delete(entry.item)]);
    return written.then(() => void (this.kept && this.#channel?.postMessage("")));
  }

  /** @param {Omit<Draft, "at">} facts @returns {Promise<void>} */
  draft({ item, rev, seed, response, confidence, hints, invalid }) {
    const draft = { item, rev, seed, response, ...(confidence && { confidence }), hints, invalid, at: this.#now(item) };
    this.drafts.set(item, draft);
    return this.#write((_, drafts) => [drafts.put(draft)]);
  }

  /** Never before what is known of the item already, whatever the clocks of its devices say. @param {string} item */
  #now(item) {
    const known = [...this.entries.values()].filter((entry) => entry.item === item);
    return Math.max(Date.now(), ...known.map((entry) => entry.at + 1));
  }

  /** Adds what is kept to what this tab knows; nothing of its own is dropped, written or not. */
  async #load() {
    if (!this.kept || !this.#db) return;
    const look = this.#db.transaction(["events", "drafts"]);
    const [entries, drafts] = await Promise.all([look.objectStore("events").getAll(), look.objectStore("drafts").getAll()]);
    for (const entry of entries.filter(isEntry)) this.entries.set(entry.eid, entry);
    for (const draft of drafts.filter(isDraft)) {
      const own = this.drafts.get(draft.item);
      if (!own || own.at < draft.at) this.drafts.set(draft.item, draft);
    }
  }

  /** @param {(events: any, drafts: any) => unknown[]} work */
  async #write(work) {
    if (!this.kept || !this.#db) return;
    try {
      const change = this.#db.transaction(["events", "drafts"], "readwrite");
      const written = work(change.objectStore("events"), change.objectStore("drafts"));
      change.commit(); // at once: the reader may be leaving the page
      await Promise.all([...written, change.done]);
    } catch {
      this.kept = false;
      this.dispatchEvent(new Event("lost"));
    }
  }
}

/** Random; crypto.randomUUID is there only in secure contexts. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
