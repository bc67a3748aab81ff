// node runtimes.mjs micropython|pyodide < {"calls", "live"} > answers: run_vectors.py in a runtime of the browser, with
// the sources as they are staged for it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { calls, live } = JSON.parse(readFileSync(0, "utf8"));
const program = `import sys
sys.path.append("/lib")
ROOM = "live"
${readFileSync(new URL("run_vectors.py", import.meta.url), "utf8")}`;

/** @param {any} files the runtime's file system */
function write(files) {
  for (const name in live) {
    files.mkdirTree(join("/lib", dirname(name)));
    files.writeFile(join("/lib", name), live[name]);
  }
}

/** @type {Record<string, () => Promise<any>>} */
const runtimes = {
  async micropython() {
    const untyped = "@micropython/micropython-webassembly-pyscript/micropython.mjs";
    const { loadMicroPython } = await import(untyped);
    return loadMicroPython({ heapsize: 4 * 1024 * 1024 });
  },
  async pyodide() {
    const { loadPyodide } = await import("pyodide");
    return loadPyodide({ indexURL: join(root, "node_modules/pyodide/") });
  },
};

const name = process.argv[2] ?? "";
if (!(name in runtimes)) throw new Error("usage: node runtimes.mjs micropython|pyodide < calls.json");
const python = await runtimes[name]?.();
write(python.FS);
python.globals.set("CALLS", JSON.stringify(calls));
python.runPython(program);
process.stdout.write(python.globals.get("ANSWERS"), () => process.exit(0)); // Pyodide would keep Node alive
