// @ts-check
// The query that the search asks again: wrong letters are allowed in long words, and nothing else of it is an operator.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fuzzyQuery } from "../../docs/assets/page/search.js";

test("one wrong letter in a word of four to seven, two in a longer one", () => {
  assert.equal(fuzzyQuery("recall score"), "recall~1 score~1");
  assert.equal(fuzzyQuery("hyperparamter"), "hyperparamter~2");
});

test("short words and operators of the search engine are left out", () => {
  assert.equal(fuzzyQuery("kms"), "");
  assert.equal(fuzzyQuery("+title:overfiting* -roc^9"), "title~1 overfiting~2");
});
