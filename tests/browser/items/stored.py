"""What the browser keeps, read and written behind the page's back; each is a function in JavaScript."""

READ = """store => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const rows = opening.result.transaction(store).objectStore(store).getAll();
    rows.onsuccess = () => { opening.result.close(); resolve(rows.result); };
  };
})"""
WRITE = """([store, row]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const change = opening.result.transaction(store, 'readwrite');
    change.objectStore(store).put(row);
    change.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""
# resolves after the writes that were asked for before it; at once where there is nothing to write to
WRITES_DONE = """() => Promise.race([
  new Promise(resolve => setTimeout(resolve, 900)),
  new Promise(resolve => {
    const opening = indexedDB.open('model-answers-record');
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
  }).catch(() => {}),
])"""
REFUSED = (
    """Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('refused', 'SecurityError'); }})"""
)
STUCK = "IDBFactory.prototype.open = () => new EventTarget();"
# the store's patience ends when the test says so: a slow machine would else be past it before the answer is typed
PATIENT = """(() => {
  const start = window.setTimeout, held = [];
  window.setTimeout = (done, after, ...more) => after >= 1000 ? held.push(done) : start(done, after, ...more);
  window.letGo = () => held.splice(0).forEach(done => done());
})()"""
