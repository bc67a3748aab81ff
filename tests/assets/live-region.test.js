import assert from "node:assert/strict";
import test from "node:test";
import { document } from "./happy-page.js";

const { fillLiveRegion } = await import("../../docs/assets/quiz/dom.js");

test("a mute lasts a second, and the end of an earlier mute does not end it", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const region = document.createElement("p");
  fillLiveRegion(region, ["restored"], false);
  t.mock.timers.tick(600);
  fillLiveRegion(region, ["announced"], true);
  assert.equal(region.ariaLive, null);
  fillLiveRegion(region, ["restored again"], false);
  t.mock.timers.tick(600);
  assert.equal(region.ariaLive, "off");
  t.mock.timers.tick(400);
  assert.equal(region.ariaLive, null);
  assert.equal(region.textContent, "restored again");
});
