/** What is right, as the page's JSON holds it; macros/bank/declaration.py says the same in Python. */
export interface Declaration {
  cardinality: "single" | "multiple" | "ordered" | "pair";
  base: "identifier" | "float" | "string";
  /** Keys; numbers where base is float, [left, right] rows where cardinality is pair. */
  correct: any[];
  /** Inclusive; one of the two. */
  tolerance?: { abs?: number; rel?: number };
  unit?: string;
  /** Wrong values that have feedback of their own. */
  mistakes?: any[];
}

/** As the interaction stores it: an id, ids, rows of ids, or the typed text. */
export type Response = string | string[] | string[][];
