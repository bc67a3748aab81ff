/** What the review and the progress page hear of the log while they are open. */
import assert from "node:assert/strict";
import test from "node:test";
import { IDBObjectStore } from "fake-indexeddb";

import { Learner } from "../../docs/assets/review/learner.js";
import { becomes } from "./becomes.js";
import { ANSWER, FACTS, replaceUntilTestEnds, openStore, restorers } from "./open-stores.js";
import { withSessionStorage } from "./session-storage.js";

/** A learner of a page that stays open. */
async function loadLearner() {
  class Channel extends BroadcastChannel {
    /** @param {string} name */
    constructor(name) {
      super(name);
      restorers.push(() => this.close()); // a learner never does, and would hear the next test
    }
  }
  replaceUntilTestEnds(globalThis, "BroadcastChannel", { value: Channel });
  replaceUntilTestEnds(globalThis, "fetch", { value: async () => Response.json({}) });
  replaceUntilTestEnds(globalThis, "document", { value: new EventTarget() });
  replaceUntilTestEnds(globalThis, "addEventListener", { value: () => {} });
  return Learner.load("https://example.org/");
}

test("a learner hears what another tab answered", async () => {
  const learner = await loadLearner();
  /** @type {number[]} */
  const heard = [];
  learner.addEventListener("change", () => heard.push(learner.events.length));
  await (await openStore()).append(ANSWER);
  await becomes(() => heard.at(-1), 1);
});

test("a learner hears that answers are not saved, and keeps them", async () => {
  const learner = await loadLearner();
  /** @type {unknown[]} */
  const heard = [];
  learner.addEventListener("change", () => heard.push([learner.isSaved, learner.events.length]));
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  await learner.recordEvent(ANSWER).finally(() => (IDBObjectStore.prototype.add = add));
  await becomes(() => heard.at(-1), [false, 1]);
  await learner.recordEvent({ ...FACTS, kind: "revealed" });
  await becomes(() => heard.at(-1), [true, 2]);
});

test("stuck: a learner hears that answers are not saved before the log is read again", async (t) => {
  withSessionStorage(t); // the copy there has the log read again, from a database that does not open
  const learner = await loadLearner();
  t.mock.timers.enable({ apis: ["setTimeout"] });
  replaceUntilTestEnds(globalThis.indexedDB, "open", { value: () => ({}) });
  /** @type {boolean[]} */
  const heard = [];
  learner.addEventListener("change", () => heard.push(learner.isSaved));
  learner.recordEvent(ANSWER);
  t.mock.timers.tick(2000);
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  assert.deepEqual(heard, [false]);
});
