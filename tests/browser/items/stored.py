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
