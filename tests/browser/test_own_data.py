"""A calculator with data: example files, the reader's own file on the page and in the worker, and what may go wrong."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Worker, expect

from tests.browser.calculator import Calculator, held
from tests.browser.conftest import Watched
from tests.browser.made import made_site
from tests.browser.pages_server import PagesServer
from tests.browser.saved import Saved
from tests.live import flagged

PAGE = "flagged/"
GOOD = "breast_cancer_logreg_test"
FEW = "y_true,y_score\n0,0.1\n1,0.8\n1,0.9\n"
BAD = "id,y_true,p_spam\na,0,0.1\nb,1,nan\nc,1,1.3\nd,1,0.9\n"
MANY = 20_000
MISSING = re.compile("^The calculator could not start: one of its files did not arrive")


@pytest.fixture(scope="session")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        room = "macros.rendering.calculators"
        made_site(site, folder, {"flagged": flagged}, lambda name, new: patch.setattr(f"{room}.{name}", new))
    served = PagesServer(folder, "/model-answers/")
    yield served
    served.close()


class Flagged(Calculator):
    """The calculator, and what takes the reader's file, which is in `folder`."""

    folder: Path

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.own = self.box.locator("[data-own]")
        self.report = self.box.locator("[data-report]")
        self.work = self.box.locator("[data-work]")

    def choose(self, text: str, name: str = "mine.csv") -> None:
        file = self.folder / name
        file.write_text(text, encoding="utf-8", newline="")
        self.box.locator("input[type=file]").set_input_files(file)

    def open(self) -> None:
        self.own.locator("summary").click()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    Flagged.folder = tmp_path


@pytest.fixture
def calculator(page: Page) -> Flagged:
    page.goto(PAGE)
    return Flagged(page)


def ours(page: Page) -> list[Worker]:
    """The workers that are not the theme's."""
    return [worker for worker in page.workers if worker.url.startswith("blob:")]


def rows(count: int) -> str:
    """Rows of which one in four is flagged at 0.5."""
    return "y_true,y_score\n" + "".join(f"{i % 2},{0.75 if i % 4 == 1 else 0.25}\n" for i in range(count))


def test_an_example_file_is_worked_out_again_when_the_threshold_moves(calculator: Flagged) -> None:
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    calculator.fill(t="0.2")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")
    calculator.field("data").select_option(GOOD)
    expect(calculator.result).to_have_text("54 of 143 rows are flagged.")
    expect(calculator.page).to_have_url(re.compile(rf"#flagged\?data={GOOD}&pin1=none&t=0.2$"))


def test_a_slider_and_its_box_move_together(calculator: Flagged) -> None:
    slider = calculator.box.get_by_label("Threshold, slider")
    slider.focus()
    calculator.page.keyboard.press("Home")
    expect(calculator.field("t")).to_have_value("0")
    expect(calculator.result).to_have_text("143 of 143 rows are flagged.")
    calculator.fill(t="0.25")
    expect(slider).to_have_value("0.25")


def test_each_figure_has_its_own_table(calculator: Flagged) -> None:
    calculator.fill(t="0")
    for summary in calculator.box.locator("figcaption summary").all():
        summary.click()
    expect(calculator.box.get_by_role("row", name="Flagged 143")).to_have_count(2)
    expect(calculator.box.get_by_role("row", name="Found 53")).to_be_visible()
    calculator.fill(t="1")
    expect(calculator.box.locator("[data-drawing=found]")).to_be_hidden()
    expect(calculator.box.locator("[data-drawing=all]")).to_be_visible()


def test_another_data_set_can_stand_beside(calculator: Flagged) -> None:
    calculator.field("pin1").select_option(GOOD)
    expect(calculator.metric("Beside")).to_contain_text("143")


def test_an_own_file_is_read_and_chosen(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    expect(calculator.report).to_contain_text("3 rows read.")
    expect(calculator.field("data")).to_have_value("own1")
    expect(calculator.field("data").locator("option:checked")).to_have_text("Your file: mine.csv")
    calculator.choose(rows(8), "other.csv")
    expect(calculator.result).to_have_text("2 of 8 rows are flagged.")
    calculator.field("data").select_option("own1")
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    expect(calculator.page).to_have_url(re.compile(r"#flagged\?pin1=none&t=0.5$"))


def test_bad_rows_are_shown_and_left_out_only_when_the_reader_agrees(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(BAD)
    expect(calculator.report).to_contain_text("mine.csv: 2 rows read. Not used: id. 2 rows cannot be read.")
    lines = ["Line 3: nan is no number; a missing prediction cannot be counted."]
    expect(calculator.report.locator("li")).to_have_text(
        [*lines, "Line 4: a score must lie from 0 to 1; this says 1.3."]
    )
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    calculator.press("Leave out 2 rows and go on")
    expect(calculator.result).to_have_text("1 of 2 rows are flagged.")
    expect(calculator.report).to_be_hidden()


def test_a_file_with_bad_rows_can_be_refused(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(BAD)
    calculator.press("Do not use this file")
    expect(calculator.report).to_be_hidden()
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    expect(calculator.field("data").locator("option")).to_have_count(2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("name,age\nAda,36\n", "It has no column named y_true", id="another table"),
        pytest.param("y_true,y_score\n1,0.2\n1,0.4\n", "All 2 rows have the label 1.", id="one class"),
        pytest.param("y_true,y_score\n1,2.2\n0,-4\n", "2 of 2 scores lie outside 0 to 1.", id="decision values"),
        pytest.param("PK\x03\x04\x00\x00", "This is no text file.", id="a workbook"),
        pytest.param("", "It holds no rows.", id="empty"),
    ],
)
def test_the_wrong_file_is_refused_in_plain_words(calculator: Flagged, text: str, words: str) -> None:
    calculator.open()
    calculator.choose(text)
    expect(calculator.report).to_contain_text(words)
    expect(calculator.status).to_contain_text(words)
    expect(calculator.report.get_by_role("button")).to_have_count(0)
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")


def test_once_a_file_is_read_nothing_is_asked_for(page: Page) -> None:
    asked: list[str] = []
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    page.on("request", lambda request: asked.append(request.url))
    calculator.choose(rows(MANY), "many.csv")
    expect(calculator.result).to_have_text("5,000 of 20,000 rows are flagged.")
    calculator.field("data").select_option(GOOD)
    expect(calculator.result).to_have_text("50 of 143 rows are flagged.")
    calculator.field("pin1").select_option("own2")
    expect(calculator.metric("Beside")).to_contain_text("20,000")
    page.mouse.wheel(0, 20_000)  # the questions at the end wake when they come near
    page.wait_for_timeout(700)
    calculator.press("Save numbers as JSON")
    assert [url for url in asked if not url.startswith("blob:")] == []


SLOW = """() => {
  let time = 0;
  performance.now = () => (time += 20);
  window.far = 0;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...given) {
    window.far += given[0].what === "ask";
    post.apply(this, given);
  };
}"""


def test_a_small_file_goes_along_to_the_worker_of_a_slow_page_and_nothing_is_asked_for(page: Page) -> None:
    """A clock that runs ahead makes every answer a long one."""
    asked: list[str] = []
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(SLOW)
    for threshold, flagged_rows in {"0": 3, "0.85": 1, "0.5": 2, "1": 0}.items():
        calculator.fill(t=threshold)
        expect(calculator.result).to_have_text(f"{flagged_rows} of 3 rows are flagged.")
    calculator.field("pin1").select_option(GOOD)
    expect(calculator.metric("Beside")).to_contain_text("143")
    assert page.evaluate("() => window.far") >= 2
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
    (worker,) = ours(page)
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


def test_work_in_the_worker_shows_how_far_it_is_and_can_be_cancelled(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(rows(600_000))
    expect(calculator.work).to_contain_text(re.compile(r"Reading rows: [\d,]+ of 600,00"))
    calculator.press("Cancel")
    expect(calculator.work).to_be_hidden()
    expect(calculator.status).to_have_text("Cancelled. The figures show what they showed before.")
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")


def test_the_newest_wish_wins_over_work_in_the_worker(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(rows(200_000))
    calculator.choose(FEW, "few.csv")
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    expect(calculator.field("data").locator("option:checked")).to_have_text("Your file: few.csv")
    calculator.page.wait_for_timeout(1500)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")


def test_a_million_rows_are_worked_out(calculator: Flagged) -> None:
    calculator.page.set_default_timeout(120_000)
    calculator.open()
    calculator.choose(rows(1_000_000), "million.csv")
    expect(calculator.result).to_have_text("250,000 of 1,000,000 rows are flagged.", timeout=120_000)


@pytest.mark.parametrize("file", ["worker.js", f"{GOOD}.csv"])
def test_what_reading_a_file_needs_and_lacks_is_said_and_retry_works(page: Page, watched: Watched, file: str) -> None:
    watched.allowed += [file, "Failed to load resource", "Failed to fetch"]
    page.route(f"**/{file}", lambda route: route.abort())
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.note).to_have_text(MISSING)
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    page.unroute(f"**/{file}")
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")


def test_a_missing_example_is_said_and_retry_works(page: Page, watched: Watched) -> None:
    watched.allowed += ["texture_only", "Failed to load resource", "Failed to fetch"]
    page.route("**/*texture_only*.csv", lambda route: route.abort())
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.fill(t="0.2")
    expect(calculator.note).to_have_text(MISSING)
    page.unroute("**/*texture_only*.csv")
    calculator.press("Retry")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")


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


def test_numbers_and_figures_can_be_saved(calculator: Flagged, saved: Saved) -> None:
    calculator.fill(t="0.2")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")
    names = ("Save numbers as CSV", "Save numbers as JSON", "Save as SVG: Flagged rows")
    files = dict(saved(calculator.page, partial(calculator.press, name)) for name in names)
    assert "result,Flagged,Rows,109" in files["flagged.csv"]
    assert '"calculator": "flagged"' in files["flagged.json"]
    assert re.match(r'<svg [^>]*xmlns="http://www.w3.org/2000/svg"', files["flagged-all.svg"])
    assert "var(" not in files["flagged-all.svg"]


def test_axe_finds_nothing_with_a_report_and_progress(calculator: Flagged, axe: Callable[..., list[str]]) -> None:
    calculator.open()
    calculator.choose(BAD)
    expect(calculator.report).to_be_visible()
    assert axe(calculator.page, "live-calculator") == []
    calculator.page.evaluate("() => { document.querySelector('[data-work]').hidden = false }")
    assert axe(calculator.page, "live-calculator") == []


def test_on_a_phone_nothing_scrolls_sideways(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.open()
    calculator.choose("y_true,y_score\n0,0.1\n1,1.3000000000000000000000001\n1,0.9\n", "a" * 80 + ".csv")
    expect(calculator.report).to_be_visible()
    assert page.evaluate("() => document.scrollingElement.scrollWidth") == 320


def test_the_worker_is_not_started_before_it_may_be_needed(page: Page) -> None:
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.fill(t="0.2")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")
    assert ours(page) == []
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    assert len(ours(page)) == 1


def test_a_slow_start_of_the_worker_is_mentioned(page: Page) -> None:
    page.goto(PAGE)
    calculator = Flagged(page)
    waiting = held(page, "**/worker.js")
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.note).to_contain_text("Starting Python.")
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    for route in waiting:
        route.continue_()
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")


FAIL = """window.Worker = class extends Worker {
  postMessage(message, bytes) {
    const failed = { id: message.id, failed: "MemoryError", type: "MemoryError" };
    if (window.failing && message.what === "ask") setTimeout(() => this.onmessage({ data: failed }));
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
    calculator.press("Retry")
    expect(calculator.note).to_contain_text("Python no longer holds your file. Choose the file again")
    assert [url for url in asked if "own1" in url] == []
    page.evaluate("() => { window.failing = false }")
    calculator.choose(rows(MANY))
    expect(calculator.result).to_have_text("20,000 of 20,000 rows are flagged.")
    expect(calculator.note).to_have_count(0)
