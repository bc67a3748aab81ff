"""How an answer comes into the page: over what stands there, so that the same answer changes nothing."""

import pytest
from playwright.sync_api import Page

# Every node that an answer with the same numbers adds, removes or changes, in the regions that answers are written to.
SAME_AGAIN = """async () => {
  const box = document.querySelector("live-calculator");
  const changes = [];
  const seen = new MutationObserver(records => changes.push(...records.map(each => {
    const place = each.target.nodeType === Node.TEXT_NODE ? each.target.parentElement : each.target;
    return `${each.type} ${each.attributeName ?? ""} of ${place.outerHTML.slice(0, 200)}`;
  })));
  const all = { childList: true, subtree: true, attributes: true, characterData: true };
  for (const region of box.querySelectorAll("[data-says], [data-rows], [data-figure], [data-step] > :last-child"))
    seen.observe(region, all);
  const status = box.querySelector("[role=status]");
  const told = new Promise(next => new MutationObserver(next).observe(status, { childList: true }));
  box.querySelector("input[data-default]").dispatchEvent(new Event("input", { bubbles: true }));
  await told;  // the reader rests, so all is written
  return changes;
}"""
PAGES = {
    "confusion_matrix": "metrics/confusion-matrix/",
    "threshold": "metrics/thresholds/",
    "regression": "metrics/regression/",
    "bias_variance": "building/bias-and-variance/",
    "sample_size": "contributing/metrics/",
    "inference_options": "deployment/inference-options/",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_an_answer_that_says_what_stands_changes_nothing(page: Page, address: str) -> None:
    page.goto(address)
    changes: list[str] = page.evaluate(SAME_AGAIN)
    assert changes == []
