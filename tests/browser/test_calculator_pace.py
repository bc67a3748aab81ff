"""A calculator that keeps its page too long: from then on a worker answers, and where none can, the page goes on."""

import pytest
from playwright.sync_api import Page, expect

from macros.staging.bundles import bundle, sources_of
from tests.browser.calculator import PAGE, Calculator, listen
from tests.browser.conftest import ROOT, Watched

COUNT = """window.sent = [];
window.Worker = class extends Worker {
  postMessage(message, bytes) { window.sent.push(message.what); super.postMessage(message, bytes); }
};"""
DRAG = """async texts => {
  const field = document.querySelector("live-calculator input[name=tp]");
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}"""
MODULE = "live/calculators/confusion_matrix.py"
START = "    counts = _from_rates"


def slowed(page: Page, ms: int = 30, also: str = "") -> Calculator:
    """A calculator each of whose answers takes that long at least."""
    sources = sources_of(ROOT)
    wait = f"    import time\n    until = time.ticks_add(time.ticks_ms(), {ms})\n"
    wait += "    while time.ticks_diff(until, time.ticks_ms()) > 0:\n        pass\n"
    assert sources[MODULE].count(START) == 1
    sources[MODULE] = sources[MODULE].replace(START, wait + also + START)
    made = bundle(sources)
    page.context.route("**/confusion_matrix.bin", lambda route: route.fulfill(body=made))
    page.add_init_script(COUNT)
    page.goto(PAGE)
    return Calculator(page)


def move(calculator: Calculator, *hits: int) -> None:
    """Changes the hits, one number after the other; each is answered."""
    for tp in hits:
        calculator.fill(tp=str(tp))
        expect(calculator.metric("Precision")).to_contain_text(f"{tp} / {tp + 12}")


def sent(page: Page, what: str = "ask") -> int:
    return int(page.evaluate("what => window.sent.filter(each => each === what).length", what))


def moved(calculator: Calculator) -> None:
    """Makes changes until the worker, which is called for after the third, has answered one."""
    move(calculator, 20, 21, 22)
    page = calculator.page
    page.wait_for_function("() => window.sent.includes('start')")
    for tp in range(23, 123):
        if sent(page):
            return
        page.wait_for_timeout(100)
        move(calculator, tp)
    pytest.fail("the worker was never asked")


def test_a_page_that_is_too_slow_hands_its_jobs_to_a_worker(page: Page) -> None:
    calculator = slowed(page)
    moved(calculator)
    before = sent(page)
    move(calculator, 30, 31)
    calculator.press("Never flags")
    expect(calculator.metric("MCC")).to_contain_text("undefined")
    assert sent(page) == before + 3
    assert sent(page, "start") == 1


def test_one_slow_answer_starts_no_worker(page: Page) -> None:
    calculator = slowed(page, 0, "    if values.get('tp') == 21:\n        time.sleep_ms(40)\n")
    move(calculator, 20, 21)
    page.wait_for_timeout(300)
    assert sent(page, "start") == 0


def test_the_worker_works_out_no_job_that_was_dropped_meanwhile(page: Page) -> None:
    """Twenty wishes in the time of an answer or two: the first and the last are worked out, and hardly one between."""
    calculator = slowed(page, 400)
    moved(calculator)
    listen(page, "[data-says=result]")
    page.evaluate(DRAG, [str(tp) for tp in range(50, 70)])
    expect(calculator.metric("Precision")).to_contain_text("69 / 81")
    assert len(set(page.evaluate("() => window.heard"))) < 10
    assert sent(page, "drop") >= 10


@pytest.mark.parametrize("file", ["worker.js", "none"])
def test_where_no_worker_can_start_the_page_goes_on_and_says_nothing(page: Page, watched: Watched, file: str) -> None:
    watched.allowed += ["worker.js", "Failed to load resource"]
    page.route(f"**/{file}", lambda route: route.abort())
    if file == "none":
        page.add_init_script("addEventListener('load', () => { window.Worker = undefined })")
    calculator = slowed(page)
    move(calculator, 20, 21, 22, 23, 24)
    page.wait_for_timeout(300)
    move(calculator, 25, 26)
    expect(calculator.note).to_have_count(0)
    assert sent(page) == 0


def test_a_worker_out_of_memory_is_said_and_the_page_takes_its_jobs_back(page: Page, watched: Watched) -> None:
    watched.allowed.append("MemoryError")
    calculator = slowed(page, also="    if values.get('tp') == 13:\n        raise MemoryError\n")
    moved(calculator)
    calculator.fill(tp="13")
    expect(calculator.note).to_contain_text("Python ran out of memory and was stopped")
    before = sent(page)
    move(calculator, 40, 41, 42, 43)
    expect(calculator.note).to_have_count(0)
    assert sent(page) == before


SHOWN = """() => [...document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])")]
  .map(each => each.innerHTML)"""
SLOW = "const now = () => Date.now(); let late = 0; performance.now = () => now() + (late += 2)"  # each look, 2 ms more
PARTS = {PAGE: ("tp", range(20, 50)), "metrics/thresholds/": ("threshold", [share / 100 for share in range(20, 50)])}


@pytest.mark.parametrize("url", PARTS)
def test_what_a_slow_page_writes_in_parts_is_whole_in_the_end(page: Page, url: str) -> None:
    """A number changed in every frame, often before all of the last answer was written; then the same by a link."""
    page.add_init_script(SLOW)
    page.goto(url)
    name, numbers = PARTS[url]
    page.evaluate(DRAG.replace("tp", name), [str(number) for number in numbers])
    page.wait_for_url("**#*")  # the reader rests
    dragged, address = page.evaluate(SHOWN), page.url
    assert f"{name}={numbers[-1]}" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function(f"wanted => JSON.stringify(({SHOWN})()) === JSON.stringify(wanted)", arg=dragged)
