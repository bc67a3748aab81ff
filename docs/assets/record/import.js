/**
 * Adds the rows of an imported file to what this browser stores: all or none, nothing overwritten or deleted, and removed
 * again if the reader wants. Events are merged by their eid. Of two drafts of an item the newer one stays.
 */
/** @import { Draft, Entry } from "./types.js" */
/** @import { ImportFile, Rejection } from "./import-file.js" */
import { notifyOtherTabs, withTimeout } from "./archive.js";
import { addEventIgnoringDuplicate, openDatabase, runMultiStepWriteTransaction } from "./database.js";
import { isValidDraft, pickEntryFields } from "./events.js";

const EVENTS_IN_A_STEP = 500; // the next ones follow when these are written, so that the page stays responsive

/**
 * What an import would do: events that are new here, how many rows are stored already, drafts that are new or newer than
 * those stored here, how many of them replace one, and the rows that are not imported.
 * @typedef {object} ImportPlan
 * @property {Entry[]} events
 * @property {number} known
 * @property {Draft[]} drafts
 * @property {number} replaced
 * @property {Rejection[]} rejected
 *
 * What an import did: the eids of the events that it added, and of each draft that it wrote the time and the one before.
 * @typedef {object} ImportRecord
 * @property {string[]} eids
 * @property {{item: string, at: number, before?: unknown}[]} drafts
 */

/** @param {Entry} one @param {Entry} other */
const areEntriesEqual = (one, other) => JSON.stringify(pickEntryFields(one)) === JSON.stringify(pickEntryFields(other));

/**
 * Whether a draft replaces another one. Two of the same time have an order, so that the order of imports does not
 * matter.
 * @param {Draft} draft
 * @param {unknown} other
 */
const replacesDraft = (draft, other) =>
  !isValidDraft(other) ||
  draft.at > other.at ||
  (draft.at === other.at && JSON.stringify(draft) > JSON.stringify(other));

/**
 * Pure.
 * @param {ImportFile} importFile
 * @param {{events: Entry[], drafts: Draft[]}} stored
 * @returns {ImportPlan}
 */
export function planImport(importFile, stored) {
  const rejected = [...importFile.rejected];
  const known = new Map(stored.events.map((event) => [event.eid, event]));
  /** @type {Entry[]} */
  const events = [];
  for (const { row, index } of importFile.events) {
    const other = known.get(row.eid);
    if (!other) events.push(row);
    else if (!areEntriesEqual(row, other))
      rejected.push({ list: "events", index, reason: "has the id of another event" });
    known.set(row.eid, other ?? row);
  }
  const storedDrafts = new Map(stored.drafts.map((draft) => [draft.item, draft]));
  const drafts = newestDrafts(importFile.drafts).filter((draft) => replacesDraft(draft, storedDrafts.get(draft.item)));
  const all = importFile.events.length + importFile.drafts.length + importFile.rejected.length;
  return {
    events,
    known: all - events.length - drafts.length - rejected.length,
    drafts,
    replaced: drafts.filter(({ item }) => storedDrafts.has(item)).length,
    rejected,
  };
}

/** One draft of each item. @param {Draft[]} drafts */
function newestDrafts(drafts) {
  /** @type {Map<string, Draft>} */
  const newest = new Map();
  for (const draft of drafts) if (replacesDraft(draft, newest.get(draft.item))) newest.set(draft.item, draft);
  return [...newest.values()];
}

/**
 * Writes all rows of the file or none, and tells the other tabs. What is stored by now decides, so rows that were erased
 * since the plan was made are added, too.
 * @param {ImportFile} importFile
 * @param {(eventsDone: number) => void} [onProgress]
 * @returns {Promise<ImportRecord>} what it added; rejects with the error of the browser; then nothing was written
 */
export async function importAndReturnUndoRecord(importFile, onProgress = () => {}) {
  const db = await withTimeout(openDatabase());
  /** @type {ImportRecord} */
  const record = { eids: [], drafts: [] };
  const { events, drafts } = planImport(importFile, { events: [], drafts: [] }); // each event and each draft once
  await runMultiStepWriteTransaction(db, (eventStore, draftStore) => {
    const addEventsInStepsFrom = (/** @type {number} */ start) => {
      const step = events.slice(start, start + EVENTS_IN_A_STEP);
      const last = step.at(-1);
      if (!last) return;
      addEventsAndCollectNewIds(eventStore, step, record.eids);
      eventStore.getKey(last.eid).onsuccess = () => {
        onProgress(Math.min(start + EVENTS_IN_A_STEP, events.length));
        addEventsInStepsFrom(start + EVENTS_IN_A_STEP);
      };
    };
    addEventsInStepsFrom(0);
    for (const draft of drafts) putDraftIfNewer(draftStore, draft, record);
  }).finally(() => db.close());
  notifyOtherTabs("");
  return record;
}

/**
 * @param {IDBObjectStore} eventStore
 * @param {Entry[]} events
 * @param {string[]} newIds gets the eid of each event as it is added
 */
function addEventsAndCollectNewIds(eventStore, events, newIds) {
  for (const event of events)
    addEventIgnoringDuplicate(eventStore, event).onsuccess = () => void newIds.push(event.eid);
}

/** @param {IDBObjectStore} draftStore @param {Draft} draft @param {ImportRecord} undoRecord */
function putDraftIfNewer(draftStore, draft, undoRecord) {
  const reading = draftStore.get(draft.item);
  reading.onsuccess = () => {
    if (!replacesDraft(draft, reading.result)) return;
    draftStore.put(draft);
    undoRecord.drafts.push({ item: draft.item, at: draft.at, before: reading.result });
  };
}

/**
 * Removes the events that an import added, puts back the drafts that it replaced unless they were changed since, and tells
 * the other tabs. What was answered since stays.
 * @param {ImportRecord} record
 * @returns {Promise<void>}
 */
export async function undoImport({ eids, drafts }) {
  const db = await withTimeout(openDatabase());
  await runMultiStepWriteTransaction(db, (eventStore, draftStore) => {
    for (const eid of eids) eventStore.delete(eid);
    for (const { item, at, before } of drafts) {
      const reading = draftStore.get(item);
      reading.onsuccess = () => {
        if (reading.result?.at === at) before ? draftStore.put(before) : draftStore.delete(item);
      };
    }
  }).finally(() => db.close());
  notifyOtherTabs({ removedEvents: eids, removedDrafts: drafts.map(({ item }) => item) });
}
