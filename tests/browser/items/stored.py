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
