/** A stand-in for the session storage of a tab. @param {import("node:test").TestContext} t */
export function withSessionStorage(t) {
  /** @type {Record<string, string>} */
  const rows = {};
  const hidden = (/** @type {Function} */ value) => ({ value, enumerable: false });
  Object.defineProperties(rows, {
    getItem: hidden((/** @type {string} */ name) => rows[name] ?? null),
    setItem: hidden((/** @type {string} */ name, /** @type {string} */ text) => void (rows[name] = text)),
    removeItem: hidden((/** @type {string} */ name) => void delete rows[name]),
  });
  Object.defineProperty(globalThis, "sessionStorage", { value: rows, configurable: true });
  t.after(() => void Reflect.deleteProperty(globalThis, "sessionStorage"));
  return rows;
}
