// node runtimes.mjs micropython|page|pyodide < {"calls", "live"} > answers: run_vectors.py in a runtime of the browser, with
// the sources as they are staged for it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { divide } from "../../docs/assets/calculator/classes.js";

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
  /** As on a page with a file: modules come from the shelf, JavaScript splits and sorts. */
  async page() {
    const python = await this.micropython?.();
    const paths = Object.keys(live);
    const modules = paths.map((path) => new TextEncoder().encode(live[path]));
    const head = JSON.stringify(paths.map((path, i) => [path, modules[i]?.length]));
    const bundle = Buffer.concat([Buffer.from(`${head}\n`), ...modules]);
    python.FS.writeFile("/bundle", bundle);
    python.FS.writeFile("/shelf.py", live["shelf.py"]);
    python.pyimport("shelf").add("/bundle", bundle.length);
    const door = python.pyimport("door");
    door.offer(() => divide(python.FS));
    door.hasten();
    return python;
  },
  async pyodide() {
    const { loadPyodide } = await import("pyodide");
    return loadPyodide({ indexURL: join(root, "node_modules/pyodide/") });
  },
};

const name = process.argv[2] ?? "";
if (!(name in runtimes)) throw new Error("usage: node runtimes.mjs micropython|page|pyodide < calls.json");
const python = await runtimes[name]?.();
if (name !== "page") write(python.FS);
python.globals.set("CALLS", JSON.stringify(calls));
python.runPython(program);
process.stdout.write(python.globals.get("ANSWERS"), () => process.exit(0)); // Pyodide would keep Node alive
