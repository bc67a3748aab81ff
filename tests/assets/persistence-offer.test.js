/** When the site offers to ask the browser to keep what is stored. */
import assert from "node:assert/strict";
import test from "node:test";

import { isPersistenceOfferDue } from "../../docs/assets/quiz/session/persistence-offer.js";
import { settingEventFacts } from "../../docs/assets/record/settings.js";
import { ANSWER, replaceUntilTestEnds, openStore } from "./open-stores.js";

/** @param {boolean | undefined} isPersisted undefined: the browser cannot say @param {string} [permission] */
const standInForStorage = (isPersisted, permission = "prompt") =>
  replaceUntilTestEnds(globalThis, "navigator", {
    value: {
      storage: { persist: async () => true, persisted: async () => isPersisted },
      permissions: { query: async () => ({ state: permission }) },
    },
  });

test("the offer is due from the third event until the reader answers it", async () => {
  standInForStorage(false);
  const store = await openStore();
  const due = [];
  for (let count = 0; count < 3; count++) {
    await store.append(ANSWER);
    due.push(await isPersistenceOfferDue());
  }
  assert.deepEqual(due, [false, false, true]);
  await store.append(settingEventFacts("persistent-storage", "not-now"));
  assert.equal(await isPersistenceOfferDue(), false);
});

for (const [name, isPersisted, permission] of /** @type {[string, boolean | undefined, string][]} */ ([
  ["has promised to keep the data", true, "granted"],
  ["cannot say", undefined, "prompt"],
  ["was told never to ask", false, "denied"],
]))
  test(`no offer is due if the browser ${name}`, async () => {
    standInForStorage(isPersisted, permission);
    const store = await openStore();
    await store.append(ANSWER, ANSWER, ANSWER);
    assert.equal(await isPersistenceOfferDue(), false);
  });
