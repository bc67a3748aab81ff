// docs/assets/generated/npm/idb.js is a copy of this package's build.
export * from "idb";
