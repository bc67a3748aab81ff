// Rules that carry the design; everything else is ESLint's own recommendation.
import js from "@eslint/js";
import globals from "globals";

const storage = ["indexedDB", "localStorage", "sessionStorage"].map((name) => ({
  name,
  message: "Only record/database.js reads and writes what the browser keeps.",
}));
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
  property,
  message: "Text reaches the page as text: textContent, or a clone of what the build wrote.",
}));
const impure = ["document", "window", "Date", "performance", "crypto"].map((name) => ({
  name,
  message: "This room is pure: what it needs is an argument.",
}));
/** @param {string[]} rooms */
const stranger = (...rooms) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: rooms.map((room) => `**/${room}/*`),
          message: "Elements never import each other: they talk by events.",
        },
      ],
    },
  ],
});

export default [
  { ignores: ["docs/assets/generated/**", "site/**", "node_modules/**", ".venv*/**"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 8],
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["docs/assets/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "no-restricted-globals": ["error", ...storage], "no-restricted-properties": ["error", ...markup] },
  },
  {
    files: ["docs/assets/record/database.js", "docs/assets/record/stored-rows.js"],
    rules: { "no-restricted-globals": "off" },
  },
  {
    files: [
      "docs/assets/scoring/**/*.js",
      "docs/assets/record/replay.js",
      "docs/assets/record/events.js",
      "docs/assets/record/event-kinds.js",
    ],
    rules: { "no-restricted-globals": ["error", ...storage, ...impure] },
  },
  {
    files: ["docs/assets/**/*.js"],
    rules: { "max-len": ["error", { code: 130, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
  { files: ["docs/assets/quiz/**/*.js"], rules: stranger("calculator", "lab", "study", "playground", "review") },
  { files: ["docs/assets/calculator/**/*.js"], rules: stranger("quiz", "lab", "study", "playground") },
  { files: ["docs/assets/lab/**/*.js"], rules: stranger("quiz", "calculator", "study", "playground") },
  { files: ["docs/assets/playground/**/*.js"], rules: stranger("quiz", "calculator", "lab", "study") },
  { files: ["docs/assets/study/**/*.js"], rules: stranger("quiz", "calculator", "lab", "playground") },
  { files: ["tests/**/*.{js,mjs}"], languageOptions: { globals: globals.node }, rules: { "no-console": "off" } },
];
