/**
 * Plants one fault at a time in the scripts that score and replay, and runs their tests: `node tests/assets/mutants.js`, by
 * `make mutants`. Fails if the tests notice a fault neither by failing nor by not ending, and no reason is given below.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as espree from "espree";

/** @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node */
/** @typedef {{ file: string, start: number, end: number, text: string }} Fault a piece of a file and what replaces it */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COPIED = ["docs/assets", "docs/your-answers.md", "tests/assets", "tests/vectors", "package.json"];
const TIMEOUT_MS = 30_000; // some faults make a test wait for ever
/** Test files by the script in which faults are planted. @type {Record<string, string[]>} */
const TESTS = {
  "docs/assets/scoring/number.js": ["tests/assets/scoring.test.js"],
  "docs/assets/scoring/score.js": ["tests/assets/scoring.test.js"],
  "docs/assets/record/replay.js": [
    "tests/assets/replay.test.js",
    "tests/assets/quiz.test.js",
    "tests/assets/record.test.js",
    "tests/assets/store.test.js",
    "tests/assets/archive.test.js",
  ],
};
/** Faults that change nothing that a caller can see, with the reason. @type {Record<string, string>} */
const EXPLAINED = {
  'number.js: - const typed = text.length > MAX_LENGTH ? "x" : text.replace(OUTER_SPACES, ""); + const typed = text.length > MAX_LENGTH ? "mutant" : text.replace(OUTER_SPACES, "");':
    "no number either way",
  "replay.js: - export const compareEntries = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1); + export const compareEntries = (a, b) => a.at - b.at || (a.eid < b.eid ? -2 : 1);":
    "only the sign counts",
  "replay.js: - export const compareEntries = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1); + export const compareEntries = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 2);":
    "only the sign counts",
  "replay.js: - export const compareEntries = (a, b) => a.at - b.at || (a.eid < b.eid ? -1 : 1); + export const compareEntries = (a, b) => a.at - b.at || (a.eid <= b.eid ? -1 : 1);":
    "two entries never have the same id",
  "score.js: - const pairsInOrder = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place)); + const pairsInOrder = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later >= place));":
    "two ids are never in one place",
  'score.js: - export const normalizeText = (text) => text.normalize("NFKC").toLowerCase().trim().replace(/\\s+/g, " "); + export const normalizeText = (text) => text.normalize("NFKC").toLowerCase().trim().replace(/\\s+/g, "mutant");':
    "the key and the response are joined alike",
};
/** What replaces an operator. @type {Record<string, string[]>} */
const OPERATORS = {
  "<": ["<=", ">"],
  "<=": ["<", ">"],
  ">": [">=", "<"],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-="],
  "||=": ["&&=", "="],
};
/** Replacements of a node by its type. @type {Record<string, (node: Node, source: string) => string[]>} */
const REPLACEMENTS = {
  BinaryExpression: replaceOperator,
  LogicalExpression: replaceOperator,
  AssignmentExpression: replaceOperator,
  Literal: ({ value, raw }) => {
    if (typeof value === "number") return [String(value + 1)];
    if (typeof value === "boolean") return [String(!value)];
    return typeof value === "string" ? [value ? '""' : '"mutant"', ...(raw === '""' ? [] : ['"mutant"'])] : [];
  },
  UnaryExpression: ({ operator, argument }, source) =>
    "!-".includes(operator) ? [source.slice(argument.start, argument.end)] : [],
  ConditionalExpression: ({ test, consequent, alternate }, source) => [
    replaceChild(test, "true", consequent, alternate, source),
    replaceChild(test, "false", consequent, alternate, source),
  ],
  IfStatement: ({ test, start, end }, source) =>
    ["true", "false"].map((value) => source.slice(start, test.start) + value + source.slice(test.end, end)),
  ExpressionStatement: () => [";"],
};

/** @param {Node} node @param {string} source */
function replaceOperator({ left, right, start, end, operator }, source) {
  const between = source.slice(left.end, right.start);
  return (OPERATORS[operator] ?? []).map(
    (other) => source.slice(start, left.end) + between.replace(operator, other) + source.slice(right.start, end),
  );
}

/** @param {Node} test @param {string} value @param {Node} consequent @param {Node} alternate @param {string} source */
function replaceChild(test, value, consequent, alternate, source) {
  return `${value}${source.slice(test.end, consequent.end)}${source.slice(consequent.end, alternate.end)}`;
}

/** Every node below one, imports left out. @param {Node} node @returns {Generator<Node>} */
function* descendants(node) {
  if (node.type === "ImportDeclaration") return;
  yield node;
  for (const child of Object.values(node).flat())
    if (child && typeof child.type === "string") yield* descendants(child);
}

/** @param {string} file @returns {Fault[]} */
function faultsOf(file) {
  const source = readFileSync(join(ROOT, file), "utf8");
  const tree = espree.parse(source, { ecmaVersion: 2023, sourceType: "module", range: true });
  return [...descendants(/** @type {any} */ (tree))].flatMap((node) =>
    (REPLACEMENTS[node.type]?.(node, source) ?? []).map((text) => ({ file, start: node.start, end: node.end, text })),
  );
}

/** The changed lines, which stay the same when other lines come and go. @param {Fault} fault */
function describe({ file, start, end, text }) {
  const source = readFileSync(join(ROOT, file), "utf8");
  const [first, last] = [source.lastIndexOf("\n", start - 1) + 1, source.indexOf("\n", end)];
  const changed = source.slice(first, start) + text + source.slice(end, last);
  return `${file.split("/").at(-1)}: - ${source.slice(first, last)} + ${changed}`.replace(/\s+/g, " ");
}

/** A copy of what the tests need, in which a fault can be planted. */
function makeCopy() {
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  for (const path of COPIED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Whether the tests of a script pass in a copy. @param {string} folder @param {string} file @returns {Promise<boolean>} */
const testsPass = (folder, file) =>
  new Promise((resolve) => {
    const tests = /** @type {string[]} */ (TESTS[file]);
    execFile("node", ["--test", ...tests], { cwd: folder, timeout: TIMEOUT_MS }, (error) => resolve(!error));
  });

/** Otherwise each fault would seem to be noticed. @param {string} folder */
async function requireTestsPassWithoutFault(folder) {
  for (const file of Object.keys(TESTS))
    if (!(await testsPass(folder, file))) throw new Error(`the tests of ${file} fail without a fault in ${folder}`);
}

/** Tries faults from the queue until it is empty; returns the lines of those that no test noticed. @param {Fault[]} queue */
async function survivors(queue) {
  const folder = makeCopy();
  await requireTestsPassWithoutFault(folder);
  const lines = [];
  for (let fault = queue.pop(); fault; fault = queue.pop()) {
    const { file, start, end, text } = fault;
    const source = readFileSync(join(ROOT, file), "utf8");
    writeFileSync(join(folder, file), source.slice(0, start) + text + source.slice(end));
    if (await testsPass(folder, file)) lines.push(describe(fault));
    writeFileSync(join(folder, file), source);
  }
  rmSync(folder, { recursive: true });
  return lines;
}

const faults = Object.keys(TESTS).flatMap(faultsOf);
const queue = [...faults];
const workers = Array.from({ length: Math.min(2, availableParallelism()) }, () => survivors(queue));
const survived = (await Promise.all(workers)).flat().sort();
const unexplained = survived.filter((line) => !(line in EXPLAINED));
const outdated = Object.keys(EXPLAINED).filter((line) => !survived.includes(line));
const lines = [
  ...unexplained,
  ...outdated.map((line) => `explained, but noticed or gone: ${line}`),
  `${faults.length} faults planted in scripts: ${faults.length - survived.length} noticed, ${survived.length} not, ` +
    `of which ${survived.length - unexplained.length} are explained`,
];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = unexplained.length || outdated.length || !faults.length ? 1 : 0;
