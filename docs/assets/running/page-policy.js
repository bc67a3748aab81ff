/**
 * Addresses that start workers under the policy of this page. A worker that is started from a file is only under the headers of
 * that file, and static hosts send none; a blob inherits the policy of the page that made it. The policy refuses all others.
 */

/**
 * For a worker in which no other worker can be started, for example by a reader's Python. The module is imported as the
 * worker runs, since the policy treats a static import as another worker; messages wait for it.
 * @param {URL} address of a module
 */
export const blobAddressOfModuleWithoutWorkers = (address) =>
  scriptBlobAddress(`delete globalThis.Worker; delete globalThis.SharedWorker;
    const early = [];
    onmessage = (event) => early.push(event);
    import(${JSON.stringify(address.href)}).then(() => early.forEach((event) => onmessage(event)), reportError);`);

/** @param {URL} address of a script that is no module */
export const blobAddressOfClassicScript = (address) =>
  scriptBlobAddress(`importScripts(${JSON.stringify(address.href)});`);

/** @param {string} source */
const scriptBlobAddress = (source) => URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
