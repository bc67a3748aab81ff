// node runtimes.mjs micropython|pyodide < calls.json > answers.json: run_vectors.py in a runtime of the browser.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const live = join(root, "macros/live");
const calls = readFileSync(0, "utf8");
const program = `import sys
sys.path.append("/lib")
ROOM = "live"
${readFileSync(new URL("run_vectors.py", import.meta.url), "utf8")}`;

/** @param {any} files the runtime's file system */
function write(files) {
  for (const name of readdirSync(live, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".py")) continue;
    files.mkdirTree(join("/lib/live", dirname(name)));
    files.writeFile(join("/lib/live", name), readFileSync(join(live, name), "utf8"));
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

const start = runtimes[process.argv[2] ?? ""];
if (!start) throw new Error("usage: node runtimes.mjs micropython|pyodide < calls.json");
const python = await start();
write(python.FS);
python.globals.set("CALLS", calls);
python.runPython(program);
process.stdout.write(python.globals.get("ANSWERS"), () => process.exit(0)); // Pyodide would keep Node alive
