"""The worker that reads a file: nothing is requested once it has the rows, and it can send nothing out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import held, our_workers
from tests.browser.conftest import Watched
from tests.browser.own_data.flagged_page import FEW, GOOD, MANY, PAGE, Flagged, rows
from tests.browser.pages_server import PagesServer


def with_few_rows(page: Page) -> tuple[Flagged, list[str]]:
    """The calculator once it has read a small file, and what is asked for from then on."""
    asked: list[str] = []
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    page.on("request", lambda request: asked.append(request.url))
    return calculator, asked


def test_once_a_file_is_read_nothing_is_asked_for(page: Page) -> None:
    calculator, asked = with_few_rows(page)
    calculator.choose(rows(MANY), "many.csv")
    expect(calculator.result).to_have_text("5,000 of 20,000 rows are flagged.")
    calculator.field("data").select_option(GOOD)
    expect(calculator.result).to_have_text("50 of 143 rows are flagged.")
    calculator.field("pin1").select_option("own2")
    expect(calculator.metric("Beside")).to_contain_text("20,000")
    page.mouse.wheel(0, 20_000)  # the questions at the end wake when they come near
    expect(page.locator("quiz-item[data-state=unseen]").first).to_be_attached()
    calculator.save("Save numbers as JSON")
    assert [url for url in asked if not url.startswith("blob:")] == []


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[PagesServer, list[str]]]:
    """Another host, which can be reached, and what it was asked for."""
    other, asked = PagesServer(tmp_path, "/"), []
    answer = other.answer
    other.answer = lambda request: asked.append(request.path) or answer(request)
    yield other, asked
    other.close()


WAYS_OUT = {
    "fetch": "fetch('HOST?rows=1', {mode: 'no-cors'})",
    "import": "import('HOSTrows.js')",
    "socket": "new Promise((done, fail) => Object.assign(new WebSocket('HOST'), {onopen: done, onerror: fail}))",
    "worker": "new Promise((done, fail) => Object.assign(new Worker('HOSTrows.js'), {onmessage: done, onerror: fail}))",
    "request": "new Promise((done, fail) => { const asks = new XMLHttpRequest(); asks.onload = done;"
    " asks.onerror = fail; asks.open('GET', 'HOST'); asks.send() })",
}


def test_many_rows_go_to_a_worker_that_can_reach_no_other_host(
    page: Page, watched: Watched, elsewhere: tuple[PagesServer, list[str]]
) -> None:
    other, asked = elsewhere
    watched.allowed.append(other.url)
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.open()
    calculator.choose(rows(MANY))
    expect(calculator.result).to_have_text("5,000 of 20,000 rows are flagged.")
    (worker,) = our_workers(page)
    went = {
        name: worker.evaluate(
            f"() => (async () => {way.replace('HOST', other.url)})().then(() => 'out', () => 'refused')"
        )
        for name, way in WAYS_OUT.items()
    }
    assert went == dict.fromkeys(WAYS_OUT, "refused")
    assert asked == []


WORKER = """program => new Promise(done => {
  const file = URL.createObjectURL(new Blob([`${program}.then(() => postMessage("out"), () => postMessage("refused"))`],
    { type: "text/javascript" }));
  const worker = new Worker(file, { type: "module" });
  worker.onmessage = ({ data }) => done(data);
  worker.onerror = () => done("refused");
})"""


def test_a_worker_started_as_ours_is_inherits_the_policy_of_the_page(
    page: Page, watched: Watched, elsewhere: tuple[PagesServer, list[str]]
) -> None:
    other, asked = elsewhere
    watched.allowed += [other.url, "connect-src"]
    page.goto(PAGE)
    for name in ("fetch", "import", "socket"):
        assert page.evaluate(WORKER, WAYS_OUT[name].replace("HOST", other.url)) == "refused"
    assert asked == []


# asked in every frame: an assertion asks once a second, and by then a quick machine has read them all
READING = """() => {
  const work = document.querySelector("[data-work]:not([hidden])");
  return /Reading rows: [\\d,]+ of 1,000,00/.test(work?.textContent);
}"""


def test_work_in_the_worker_shows_how_far_it_is_and_can_be_cancelled(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(rows(1_000_000))
    calculator.page.wait_for_function(READING)
    calculator.press("Cancel")
    expect(calculator.work).to_be_hidden()
    expect(calculator.status).to_have_text("Canceled. The figures still show the previous values.")
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")


def test_a_field_that_is_touched_while_a_file_is_read_does_not_stop_the_reading(calculator: Flagged) -> None:
    """The file comes in pieces, each of which begins where the one before ended."""
    calculator.open()
    calculator.choose(rows(1_000_000))
    calculator.page.wait_for_function(READING)
    calculator.fill(t="0.3")
    expect(calculator.report).to_contain_text("1,000,000 rows read.", timeout=60_000)
    expect(calculator.result).to_have_text("500,000 of 1,000,000 rows are flagged.", timeout=60_000)


def test_the_newest_wish_wins_over_work_in_the_worker(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(rows(200_000))
    calculator.choose(FEW, "few.csv")
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    expect(calculator.field("data").locator("option:checked")).to_have_text("Your file: few.csv (3 rows)")
    calculator.fill(t="0.9")  # the worker answers one after the other
    expect(calculator.result).to_have_text("1 of 3 rows are flagged.")
    expect(calculator.work).to_be_hidden()


def test_a_tab_that_falls_asleep_while_python_starts_answers_when_it_wakes(page: Page) -> None:
    waiting = held(page, "**/micropython.wasm")
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.fill(t="0.2")
    expect(calculator.note).to_contain_text("Starting Python.")
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    for route in waiting:
        route.continue_()
    page.wait_for_timeout(500)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")
    expect(calculator.note).to_have_count(0)


FAIL = """window.Worker = class extends Worker {
  postMessage(message, bytes) {
    const error = { kind: "memory", message: "MemoryError" };
    if (window.failing && message.content.function === "answer")
      setTimeout(() => this.onmessage({ data: { id: message.id, error } }));
    else super.postMessage(message, bytes);
  }
};"""


def test_rows_that_went_with_their_worker_are_said_to_be_gone_and_asked_of_nobody(page: Page, watched: Watched) -> None:
    watched.allowed.append("MemoryError")
    page.add_init_script(FAIL)
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.choose(rows(MANY))
    expect(calculator.result).to_have_text("5,000 of 20,000 rows are flagged.")
    page.evaluate("() => { window.failing = true }")
    calculator.fill(t="0.2")
    expect(calculator.note).to_contain_text("Python ran out of memory and was stopped")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("() => { window.failing = false }")
    calculator.press("Retry")
    expect(calculator.note).to_contain_text("Your file is no longer in memory. Choose the file again")
    assert [url for url in asked if "own1" in url] == []
    calculator.choose(rows(MANY))
    expect(calculator.result).to_have_text("20,000 of 20,000 rows are flagged.")
    expect(calculator.note).to_have_count(0)
