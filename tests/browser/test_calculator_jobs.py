"""Many changes of a field: each is a job in the worker, a newer one cancels it, and the last result is whole."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import PAGE, Calculator, our_workers

# Changes a field in every frame.
DRAG = """async ([name, texts]) => {
  const field = document.querySelector(`live-calculator [data-default][name=${name}]`);
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}"""
# Attributes are sorted: an element that was kept has them in another order than a new one.
SHOWN = """() => [...document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])")]
  .map(each => {
    const copy = each.cloneNode(true);
    for (const element of copy.querySelectorAll("*")) {
      const sorted = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
      for (const { name } of sorted) element.removeAttribute(name);
      for (const { name, value } of sorted) element.setAttribute(name, value);
    }
    return copy.innerHTML;
  })"""
DRAGGED = {
    PAGE: ("tp", [str(tp) for tp in range(20, 50)]),
    "metrics/thresholds/": ("threshold", [str(cut / 100) for cut in range(20, 50)]),
    "building/bias-and-variance/": ("noise", [str(noise / 100) for noise in range(20, 50)]),
}


@pytest.mark.parametrize("url", DRAGGED)
def test_the_result_of_the_last_of_many_changes_is_that_of_a_link(page: Page, url: str) -> None:
    page.goto(url)
    name, texts = DRAGGED[url]
    page.evaluate(DRAG, [name, texts])
    page.wait_for_url("**#*")  # the result was announced
    dragged, address = page.evaluate(SHOWN), page.url
    assert f"{name}={texts[-1]}" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function(f"wanted => JSON.stringify(({SHOWN})()) === JSON.stringify(wanted)", arg=dragged)


def test_the_page_has_one_worker_however_many_changes_come(page: Page) -> None:
    page.goto(PAGE)
    page.evaluate(DRAG, ["tp", [str(tp) for tp in range(20, 50)]])
    expect(Calculator(page).metric("Precision")).to_contain_text("49 / 61")
    assert len(our_workers(page)) == 1
