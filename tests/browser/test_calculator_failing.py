"""A calculator whose files are missing, deleted or slow, that fails, or runs out of memory: what the reader is told."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros.staging.calculator_bundles import browser_python_sources, micropython_bundle
from tests.browser.calculator import PAGE, Calculator, blocked, held, listen
from tests.browser.conftest import ROOT, Watched
from tests.browser.waits import wait_for_paint

FILES = ["calculator/worker.js", "micropython.mjs", "micropython.wasm", "confusion_matrix.bin"]


@pytest.fixture
def failing(page: Page, watched: Watched) -> Page:
    watched.allowed += [
        "worker.js",
        "micropython",
        "confusion_matrix.bin",
        "Failed to load resource",
        "prepare wasm",
        "Aborted",
    ]
    watched.allowed += ["no native wasm support", "wasm streaming compile failed", "falling back to ArrayBuffer"]
    return page


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_said_and_retry_works(failing: Page, file: str) -> None:
    failing.route(f"**/{file}", blocked)
    failing.goto(PAGE)
    calculator = Calculator(failing)
    calculator.fill(fp="2")
    expect(calculator.note).to_have_text(re.compile("^The calculator could not start: one of its files did not load"))
    expect(calculator.status).to_contain_text("The values shown are from the example.")
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")
    expect(calculator.figure).to_be_visible()
    expect(calculator.field("fp")).to_have_value("2")
    failing.unroute(f"**/{file}")
    calculator.press("Retry")
    expect(calculator.metric("Precision")).to_contain_text("8 / 10")
    expect(calculator.note).to_have_count(0)


# the other two are imported, and an import fails in the same way with 404 as without an answer
@pytest.mark.parametrize("file", ["micropython.wasm", "confusion_matrix.bin"])
def test_a_deleted_file_is_said(failing: Page, file: str) -> None:
    failing.route(f"**/{file}", lambda route: route.fulfill(status=404, body="gone"))
    failing.goto(PAGE)
    calculator = Calculator(failing)
    calculator.fill(fp="2")
    expect(calculator.note).to_have_text(re.compile("^The calculator could not start: one of its files did not load"))
    expect(calculator.note.get_by_role("button", name="Retry")).to_be_visible()
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")


def test_a_browser_without_webassembly_is_told_so(failing: Page) -> None:
    failing.add_init_script("delete globalThis.WebAssembly")
    failing.goto(PAGE)
    calculator = Calculator(failing)
    calculator.fill(fp="2")
    expect(calculator.note).to_contain_text("could not start: this browser does not support WebAssembly")


def thirteen_raises(page: Page, error: str) -> Calculator:
    """A calculator that has answered to 12 hits, and whose Python raises at the 13 it is now given."""
    sources, name = browser_python_sources(ROOT), "live/calculators/confusion_matrix.py"
    planted = f"    if values.get('tp') == 13:\n        raise {error}\n    counts = _counts_from_rates"
    sources[name] = sources[name].replace("    counts = _counts_from_rates", planted)
    faulty = micropython_bundle(sources)
    page.route("**/confusion_matrix.bin", lambda route: route.fulfill(body=faulty))
    page.goto(PAGE)
    calculator = Calculator(page)
    calculator.fill(tp="12")
    expect(calculator.metric("Precision")).to_contain_text("12 / 24")
    calculator.fill(tp="13")
    return calculator


def test_a_fault_of_ours_is_owned_and_the_last_numbers_stay(page: Page, watched: Watched) -> None:
    watched.allowed.append("unlucky")
    calculator = thirteen_raises(page, "KeyError('unlucky')")
    expect(calculator.note).to_contain_text("The calculator failed on these numbers because of a bug.")
    expect(calculator.metric("Precision")).to_contain_text("12 / 24")
    calculator.fill(tp="14")
    expect(calculator.metric("Precision")).to_contain_text("14 / 26")
    expect(calculator.note).to_have_count(0)


def test_a_runtime_out_of_memory_is_said_and_started_anew(page: Page, watched: Watched) -> None:
    watched.allowed.append("MemoryError")
    calculator = thirteen_raises(page, "MemoryError")
    expect(calculator.note).to_contain_text("Python ran out of memory and was stopped")
    expect(calculator.note.get_by_role("button", name="Retry")).to_be_visible()
    expect(calculator.metric("Precision")).to_contain_text("12 / 24")
    calculator.fill(tp="14")
    expect(calculator.metric("Precision")).to_contain_text("14 / 26")
    expect(calculator.note).to_have_count(0)


def test_a_slow_start_is_mentioned_and_the_newest_wish_wins(page: Page) -> None:
    waiting = held(page, "**/micropython.wasm")
    page.goto(PAGE)
    calculator = Calculator(page)
    calculator.fill(fp="3")
    expect(calculator.note).to_contain_text("Starting Python.")
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")
    calculator.fill(fp="2")
    listen(page, "[data-says=result]")
    # a wish is taken up in the next frame, which on a busy machine may come after the runtime
    wait_for_paint(page)
    for route in waiting:
        route.continue_()
    expect(calculator.metric("Precision")).to_contain_text("8 / 10")
    assert len(set(page.evaluate("() => window.heard"))) == 1
    expect(calculator.note).to_have_count(0)
