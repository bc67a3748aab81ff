"""What the browser keeps, read and written behind the page's back; each constant is a function in JavaScript."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.waits import wait_until

READ = """store => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record');
  opening.onupgradeneeded = () => opening.transaction.abort();  // nothing was stored
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const rows = opening.result.transaction(store).objectStore(store).getAll();
    rows.onsuccess = () => { opening.result.close(); resolve(rows.result); };
  };
})"""
# puts rows into a store; makes the database where there is none, as the first answer does
PUT = """([store, rows]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record', 3);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('drafts', {keyPath: 'item'});
    const events = opening.result.createObjectStore('events', {keyPath: 'eid'});
    for (const index of ['item', 'objective']) events.createIndex(index, index);
  };
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const change = opening.result.transaction(store, 'readwrite');
    for (const row of rows) change.objectStore(store).put(row);
    change.oncomplete = () => { opening.result.close(); resolve(); };
    change.onabort = () => reject(change.error);
  };
})"""
# resolves after the writes that were asked for before it; at once where there is nothing to write to. The first writes
# of all, which wait for the page to open its database, may come later: until then the session storage has their rows
WRITES_DONE = """() => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('the database does not answer')), 15_000);
  const opening = (() => { try { return indexedDB.open('model-answers-record'); } catch { return null; } })();
  if (!(opening instanceof IDBRequest)) return resolve();  // refused or stuck
  opening.onupgradeneeded = () => opening.transaction.abort();  // there is none, and there will be none
  opening.onerror = () => resolve();
  opening.onsuccess = () => {
    const stores = [...opening.result.objectStoreNames];
    const done = () => { opening.result.close(); resolve(); };
    if (!stores.length) return done();
    const turn = opening.result.transaction(stores);
    turn.oncomplete = turn.onabort = done;
    turn.objectStore(stores[0]).count();
  };
})"""
# counts in window.offerChecks how often the page has counted answers to decide whether to offer persistent storage
COUNT_OFFER_CHECKS = """(() => {
  window.offerChecks = 0;
  const { count } = IDBIndex.prototype;
  IDBIndex.prototype.count = function (...given) {
    const request = count.apply(this, given);
    request.addEventListener('success', () => setTimeout(() => window.offerChecks += 1));
    return request;
  };
})();"""
OFFER_CHECKS_ARE = "times => window.offerChecks === times"
REFUSED = (
    """Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('refused', 'SecurityError'); }})"""
)
STUCK = "IDBFactory.prototype.open = () => new EventTarget();"
# databases open when the test says so, by `window.openDatabases()`
LATE = """(() => {
  const { open } = IDBFactory.prototype, held = [];
  IDBFactory.prototype.open = function (...given) {
    const late = {};
    held.push(() => {
      const opening = open.apply(this, given);
      for (const type of ['upgradeneeded', 'success', 'error'])
        opening.addEventListener(type, event => {
          late.transaction = opening.transaction;
          late[type === 'error' ? 'error' : 'result'] = opening[type === 'error' ? 'error' : 'result'];
          late['on' + type]?.(event);
        });
    });
    return late;
  };
  window.openDatabases = () => {
    IDBFactory.prototype.open = open;
    held.splice(0).forEach(start => start());
  };
})()"""


def stored_rows(page: Page, count: int, store: str = "events") -> list[dict[str, Any]]:
    """The rows, once so many are written: the first ones of all wait for the database."""
    wait_until(page, lambda: len(page.evaluate(READ, store)) >= count)
    rows: list[dict[str, Any]] = page.evaluate(READ, store)
    return rows


def stored_event(page: Page) -> dict[str, Any]:
    """The only event, once it is written."""
    (row,) = stored_rows(page, 1)
    return row


def timers_held_from(delay: int) -> str:
    """A script: timers of so many ms or more end when the test says so, by `letGo()`."""
    return f"""(() => {{
      const start = window.setTimeout, held = [];
      window.setTimeout = (done, after, ...more) => after >= {delay} ? held.push(done) : start(done, after, ...more);
      window.letGo = () => held.splice(0).forEach(done => done());
    }})()"""


# holds the store's timeout and the unmuting of live regions: on a slow machine they could end before a test has looked
PATIENT = timers_held_from(1000)
