// docs/assets/generated/review/memory.js is docs/assets/review/memory.js, bundled.
export * from "../../../../docs/assets/review/memory.js";
