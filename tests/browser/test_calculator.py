"""The confusion matrix calculator in the built site: keyboard, clicks, links, refusals, failures, no scripts."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from macros.staging.bundles import bundle, sources_of
from tests.browser.conftest import ROOT, Watched

PAGE = "metrics/confusion-matrix/"
RATES_PAGE = "metrics/precision-and-recall/"
SPAM = "#confusion_matrix?from=counts&tp=40&fn=20&fp=10&tn=930"


class Calculator:
    """The parts of the calculator, by what a reader calls them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator("live-calculator")
        self.result = self.box.locator("[data-says=result]")
        self.about = self.box.locator("[data-says=about]")
        self.slot = self.box.locator(".calculator-slot")
        self.status = self.box.get_by_role("status")
        self.figure = self.box.locator("figure svg").first
        self.note = self.box.locator("[data-note]:visible")
        self.told = self.box.locator("[data-told]:visible")
        self.goals = self.box.locator(".calculator-goal")
        self.takeaway = self.box.locator(".calculator-takeaway")

    def field(self, name: str) -> Locator:
        return self.box.locator(f"input[name={name}], select[name={name}]")

    def press(self, name: str) -> None:
        self.box.get_by_role("button", name=name).click()

    def metric(self, name: str) -> Locator:
        head = self.page.get_by_role("rowheader", name=name, exact=True)
        return self.box.locator(".metrics tr").filter(has=head)

    def fill(self, **texts: str) -> None:
        for name, text in texts.items():
            self.field(name).fill(text)


@pytest.fixture
def calculator(page: Page) -> Calculator:
    page.goto(PAGE)
    return Calculator(page)


def blocked(route: Route) -> None:
    route.abort()


def listen(page: Page, region: str) -> None:
    """Keeps in window.heard what the region says from now on."""
    page.evaluate(
        """region => {
          window.heard = [];
          const place = document.querySelector(`live-calculator ${region}`);
          new MutationObserver(changes => changes.forEach(() => window.heard.push(place.textContent)))
            .observe(place, {childList: true});
        }""",
        region,
    )


def held(page: Page, pattern: str) -> list[Route]:
    """Requests that wait until the test lets them go on."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(pattern, hold)
    return waiting


def test_without_scripts_the_worked_example_is_all_there(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(PAGE)
    calculator = Calculator(page)
    # nothing will change, so nothing is waited for; where scripts are off, Firefox's driver would wait for ever
    assert "The model flags 20 of 1,000 rows" in calculator.result.inner_text()
    assert "8 / 20" in calculator.metric("Precision").inner_text()
    assert "0.400" in calculator.metric("Precision").inner_text()
    assert calculator.figure.is_visible()
    assert calculator.field("tp").input_value() == "8"
    assert not calculator.field("tp").is_editable()
    assert page.locator("live-calculator noscript p").is_visible()
    for control in page.locator("live-calculator button").all():
        assert control.is_hidden()


def test_scripts_move_nothing_when_they_arrive(page: Page) -> None:
    waiting = held(page, "**/calculator/define.js")
    page.goto(PAGE, wait_until="commit")
    height = "() => document.querySelector('live-calculator')?.offsetHeight ?? 0"
    expect(page.locator("live-calculator .calculator-foot")).to_be_attached()
    page.wait_for_timeout(300)
    before = page.evaluate(height)
    for route in waiting:
        route.continue_()
    expect(page.locator("live-calculator:defined")).to_be_attached()
    assert before == page.evaluate(height) > 0


def test_the_engine_is_not_loaded_before_it_is_in_sight(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(viewport={"width": 1280, "height": 500}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE, wait_until="networkidle")
    assert not [url for url in asked if "micropython" in url]
    with page.expect_response(re.compile(r"micropython\.wasm")):
        page.locator("live-calculator").scroll_into_view_if_needed()


def test_by_keyboard_only_a_count_moves_the_metrics(calculator: Calculator) -> None:
    page = calculator.page
    calculator.box.locator("button").first.focus()
    for _ in range(30):
        if page.evaluate("() => document.activeElement.name") == "fp":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("2")
    expect(calculator.metric("Precision")).to_contain_text("8 / 10")
    expect(calculator.metric("Precision")).to_contain_text("0.800")
    expect(calculator.metric("Recall")).to_contain_text("0.800")
    expect(calculator.field("fp")).to_be_focused()
    expect(calculator.about).to_have_text("Your own numbers.")


def test_by_clicks_only_an_example_fills_the_matrix(calculator: Calculator) -> None:
    calculator.press("Spam filter")
    expect(calculator.metric("Precision")).to_contain_text("0.800")
    expect(calculator.field("tp")).to_have_value("40")
    expect(calculator.box.get_by_role("button", name="Spam filter")).to_have_attribute("aria-pressed", "true")
    expect(calculator.box.get_by_role("button", name="Flags 20")).to_have_attribute("aria-pressed", "false")
    expect(calculator.about).to_contain_text("Invented")
    expect(calculator.figure).to_contain_text("Precision: 40 of 50 flagged")


def test_the_twin_table_holds_the_numbers_of_the_figure(calculator: Calculator) -> None:
    calculator.press("Spam filter")
    calculator.box.get_by_text("The four counts with their sums").click()
    expect(calculator.box.get_by_role("row", name="Actual positive 40 20 60")).to_be_visible()


def test_zero_over_zero_is_named_where_it_stands(calculator: Calculator) -> None:
    calculator.press("Never flags")
    for name in ("Precision", "MCC"):
        expect(calculator.metric(name)).to_contain_text("undefined: nothing was predicted positive. scikit-learn: 0.0")
    expect(calculator.result).to_contain_text("precision has no value")
    expect(calculator.box).not_to_contain_text("NaN")


def test_rates_make_counts(calculator: Calculator) -> None:
    calculator.field("from").select_option("rates")
    expect(calculator.field("tp")).to_be_hidden()
    expect(calculator.result).to_contain_text("These rates make TP 9, FN 1, FP 99, TN 891.")
    calculator.fill(prevalence="50 %")
    expect(calculator.metric("Precision")).to_contain_text("0.900")
    expect(calculator.metric("Recall")).to_contain_text("0.900")


def test_a_page_can_start_from_another_example(page: Page) -> None:
    page.goto(RATES_PAGE)
    calculator = Calculator(page)
    expect(calculator.field("prevalence")).to_have_value("0.0059")
    expect(calculator.result).to_contain_text("TP 51, FN 8, FP 1,103, TN 8,838")


def test_a_refused_count_is_explained_and_kept(calculator: Calculator) -> None:
    calculator.fill(tp="-3")
    words = "TP must be a whole number of 0 or more; this says -3. The figures below still show 8."
    expect(calculator.slot).to_have_text(words)
    expect(calculator.status).to_have_text(words)
    expect(calculator.field("tp")).to_have_value("-3")
    expect(calculator.field("tp")).to_have_attribute("aria-invalid", "true")
    expect(calculator.field("tp")).to_have_accessible_description(words)
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")
    calculator.fill(tp="3")
    expect(calculator.slot).to_be_empty()
    expect(calculator.field("tp")).not_to_have_attribute("aria-invalid", "true")
    expect(calculator.metric("Precision")).to_contain_text("3 / 15")


def test_a_screen_reader_hears_one_sentence_after_rest(calculator: Calculator) -> None:
    calculator.press("Spam filter")
    expect(calculator.status).to_contain_text("The model flags 50 of")
    listen(calculator.page, "[role=status]")
    calculator.field("fp").press("Control+A")
    calculator.field("fp").press_sequentially("34", delay=60)
    expect(calculator.metric("Precision")).to_contain_text("40 / 74")
    expect(calculator.status).to_contain_text("The model flags 74 of")
    assert len(calculator.page.evaluate("() => window.heard")) == 1


def test_a_linked_state_opens(page: Page) -> None:
    page.goto(PAGE + "#confusion_matrix?tp=40&fp=10&fn=20&tn=930")
    calculator = Calculator(page)
    expect(calculator.metric("Precision")).to_contain_text("40 / 50")
    expect(calculator.box).to_be_in_viewport()
    expect(calculator.field("from")).to_have_value("counts")


def test_a_linked_state_opens_on_the_page_it_stands_on(calculator: Calculator) -> None:
    page = calculator.page
    page.evaluate("() => { location.hash = '#confusion_matrix?tp=1&fp=3&fn=0&tn=0' }")
    expect(calculator.metric("Precision")).to_contain_text("1 / 4")


def test_the_address_follows_after_rest_and_adds_no_step(calculator: Calculator) -> None:
    page = calculator.page
    steps = page.evaluate("() => history.length")
    calculator.press("Spam filter")
    expect(page).to_have_url(re.compile(re.escape(SPAM)))
    calculator.fill(fp="11")
    expect(page).to_have_url(re.compile(r"fp=11&"))
    assert page.evaluate("() => history.length") == steps


def test_back_leaves_the_page_and_forward_finds_the_numbers_again(page: Page) -> None:
    page.goto("")
    page.goto(PAGE)
    calculator = Calculator(page)
    calculator.press("Spam filter")
    expect(page).to_have_url(re.compile(re.escape(SPAM)))
    page.go_back()
    expect(page.locator("live-calculator")).to_have_count(0)
    page.go_forward()
    expect(calculator.metric("Precision")).to_contain_text("40 / 50")


def test_the_hash_of_a_heading_is_left_alone(page: Page) -> None:
    page.goto(PAGE + "#fill-confusion-matrix")
    calculator = Calculator(page)
    calculator.press("Spam filter")
    expect(calculator.status).to_contain_text("The model flags 50")
    expect(page).to_have_url(re.compile(r"#fill-confusion-matrix$"))


def test_the_link_can_be_copied(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(PAGE)
    calculator = Calculator(page)
    calculator.press("Spam filter")
    expect(calculator.status).to_contain_text("The model flags 50")  # what it says at rest would come after the link
    calculator.press("Copy link to these numbers")
    expect(calculator.box.locator("[data-copied]")).to_have_text("Link copied.")
    expect(calculator.status).to_have_text("Link copied.")
    assert page.evaluate("() => navigator.clipboard.readText()").endswith(PAGE + SPAM)


def test_a_link_that_cannot_be_copied_is_shown(calculator: Calculator) -> None:
    calculator.page.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    calculator.press("Copy link to these numbers")
    expect(calculator.box.locator("[data-copied]")).to_have_text(re.compile("^Copy this address: http.*tp=8&"))


def test_reset_brings_the_pages_example_back(page: Page) -> None:
    page.goto(RATES_PAGE)
    calculator = Calculator(page)
    calculator.press("Never flags")
    expect(calculator.field("tp")).to_have_value("0")
    calculator.press("Reset")
    expect(calculator.field("prevalence")).to_have_value("0.0059")
    expect(calculator.result).to_contain_text("TP 51, FN 8")


def test_a_prediction_is_committed_then_told(calculator: Calculator) -> None:
    calculator.press("Commit and see")
    expect(calculator.told).to_have_text("Choose one, then commit.")
    calculator.box.get_by_label("It falls").check()
    calculator.press("Commit and see")
    expect(calculator.told).to_have_text(re.compile("^Not so. The new flags"))
    expect(calculator.status).to_have_text(re.compile("^Not so. The new flags.* The model flags 50"))
    expect(calculator.box.get_by_label("It stays")).to_be_disabled()
    expect(calculator.field("fp")).to_have_value("42")
    expect(calculator.metric("Recall")).to_contain_text("0.800")
    expect(calculator.metric("Precision")).to_contain_text("0.160")


def test_a_right_prediction_is_told_as_such_and_reset_asks_again(calculator: Calculator) -> None:
    calculator.box.get_by_label("It stays").check()
    calculator.press("Commit and see")
    expect(calculator.told).to_have_text(re.compile("^As you said."))
    calculator.press("Reset")
    expect(calculator.told).to_have_count(0)
    expect(calculator.box.get_by_label("It stays")).to_be_enabled()
    expect(calculator.box.get_by_label("It stays")).not_to_be_checked()


def test_goals_are_reached_one_after_the_other(calculator: Calculator) -> None:
    first, second = calculator.goals.all()
    expect(first).to_contain_text("Not reached: precision 0.40 is below 0.50; recall 0.80 is enough.")
    expect(second).to_be_hidden()
    calculator.fill(fp="8")
    expect(first).to_contain_text("Reached: precision 0.50, recall 0.80. 2 missed, 8 false alarms.")
    expect(calculator.status).to_contain_text("Reached: precision 0.50")
    expect(second).to_be_visible()
    expect(calculator.takeaway).to_be_hidden()
    calculator.fill(fp="0")
    expect(second).to_contain_text("Reached: precision 1.00")
    expect(calculator.takeaway).to_be_visible()


def test_an_example_that_meets_the_goal_does_not_count(calculator: Calculator) -> None:
    calculator.press("Always positive")
    expect(calculator.goals.first).to_contain_text("Start from another one and move its numbers.")
    expect(calculator.goals.nth(1)).to_be_hidden()


def test_goals_can_be_skipped_and_the_takeaway_still_comes(calculator: Calculator) -> None:
    calculator.press("Skip")
    expect(calculator.goals.nth(1)).to_be_focused()
    calculator.press("Skip")
    expect(calculator.takeaway).to_be_focused()
    expect(calculator.takeaway).to_contain_text("Precision answers to false alarms, recall to misses.")


@pytest.fixture
def failing(page: Page, watched: Watched) -> Page:
    watched.allowed += ["micropython", "confusion_matrix.bin", "Failed to load resource", "prepare wasm", "Aborted"]
    watched.allowed += ["no native wasm support", "wasm streaming compile failed", "falling back to ArrayBuffer"]
    return page


@pytest.mark.parametrize("file", ["micropython.mjs", "micropython.wasm", "confusion_matrix.bin"])
def test_a_missing_file_is_said_and_retry_works(failing: Page, file: str) -> None:
    failing.route(f"**/{file}", blocked)
    failing.goto(PAGE)
    calculator = Calculator(failing)
    calculator.fill(fp="2")
    expect(calculator.note).to_have_text(re.compile("^The calculator could not start: one of its files did not arrive"))
    expect(calculator.status).to_contain_text("What you see was worked out for the example.")
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")
    expect(calculator.figure).to_be_visible()
    expect(calculator.field("fp")).to_have_value("2")
    failing.unroute(f"**/{file}")
    calculator.press("Retry")
    expect(calculator.metric("Precision")).to_contain_text("8 / 10")
    expect(calculator.note).to_have_count(0)


@pytest.mark.parametrize("file", ["micropython.mjs", "micropython.wasm", "confusion_matrix.bin"])
def test_a_deleted_file_is_said(failing: Page, file: str) -> None:
    failing.route(f"**/{file}", lambda route: route.fulfill(status=404, body="gone"))
    failing.goto(PAGE)
    calculator = Calculator(failing)
    calculator.fill(fp="2")
    expect(calculator.note).to_have_text(re.compile("^The calculator could not start: one of its files did not arrive"))
    expect(calculator.note.get_by_role("button", name="Retry")).to_be_visible()
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")


def test_a_browser_without_webassembly_is_told_so(failing: Page) -> None:
    failing.add_init_script("delete globalThis.WebAssembly")
    failing.goto(PAGE)
    calculator = Calculator(failing)
    calculator.fill(fp="2")
    expect(calculator.note).to_contain_text("could not start: this browser does not run WebAssembly")


def thirteen_raises(page: Page, error: str) -> Calculator:
    """A calculator that has answered to 12 hits, and whose Python raises at the 13 it is now given."""
    sources, name = sources_of(ROOT), "live/calculators/confusion_matrix.py"
    planted = f"    if values.get('tp') == 13:\n        raise {error}\n    counts = _from_rates"
    sources[name] = sources[name].replace("    counts = _from_rates", planted)
    faulty = bundle(sources)
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
    expect(calculator.note).to_contain_text("The calculator failed on these numbers, and the fault is ours.")
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
    for route in waiting:
        route.continue_()
    expect(calculator.metric("Precision")).to_contain_text("8 / 10")
    assert len(page.evaluate("() => window.heard")) == 1
    expect(calculator.note).to_have_count(0)


def undefined(calculator: Calculator) -> None:
    calculator.press("Never flags")
    expect(calculator.metric("MCC")).to_contain_text("undefined")


def by_rates(calculator: Calculator) -> None:
    calculator.press("Screening, by rates")
    expect(calculator.result).to_contain_text("These rates make")


def refused(calculator: Calculator) -> None:
    calculator.fill(tp="x")
    expect(calculator.slot).not_to_be_empty()


def reached(calculator: Calculator) -> None:
    calculator.fill(fp="0")
    expect(calculator.takeaway).to_be_visible()


def predicted(calculator: Calculator) -> None:
    calculator.box.get_by_label("It falls").check()
    calculator.press("Commit and see")
    expect(calculator.metric("Precision")).to_contain_text("8 / 50")


def opened(calculator: Calculator) -> None:
    calculator.fill(tp="9999999", fn="9999998", fp="9999997", tn="9999996")
    expect(calculator.metric("Accuracy")).to_contain_text("39,999,990")
    calculator.box.locator("summary").first.click()


FIRST = "as it comes"
STATES = [undefined, by_rates, refused, reached, predicted, opened]


def through_states(page: Page) -> Iterator[tuple[str, Calculator]]:
    """The calculator in one state after another, Reset between them."""
    page.goto(PAGE)
    calculator = Calculator(page)
    yield FIRST, calculator
    for bring in STATES:
        bring(calculator)
        yield bring.__name__, calculator
        calculator.press("Reset")
        expect(calculator.about).to_contain_text("Invented: 1,000 card payments")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(
    open_context: Callable[..., BrowserContext], axe: Callable[..., list[str]], scheme: str
) -> None:
    """On the whole page as it comes; what is outside of the calculator stays as it is."""
    page = open_context(color_scheme=scheme).new_page()
    found = {name: axe(page, "html" if name == FIRST else "live-calculator") for name, _ in through_states(page)}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_on_a_phone_nothing_scrolls_sideways_in_any_state(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    width = "() => document.scrollingElement.scrollWidth"
    reach = "svg => Math.max(...[...svg.querySelectorAll('text')].map(text => text.getBoundingClientRect().right))"
    wide = {}
    for name, calculator in through_states(page):
        wide[name] = max(page.evaluate(width), calculator.figure.evaluate(reach))
    assert {name: width for name, width in wide.items() if width > 320} == {}


SHARES = {  # tp, fp, fn
    "large": (9_999_999, 9_999_998, 9_999_997),
    "hits far right": (1, 999_999, 1),
    "hits far left": (999_999, 1, 1),
    "nothing flagged": (0, 0, 7),
}


def test_labels_of_the_share_bar_never_meet_on_a_phone(
    open_context: Callable[..., BrowserContext], subtests: pytest.Subtests
) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(PAGE)
    calculator = Calculator(page)
    numbers = calculator.figure.locator("svg text:nth-of-type(1)")
    for name, (tp, fp, fn) in SHARES.items():
        with subtests.test(name):
            page.evaluate("hash => { location.hash = hash }", f"#confusion_matrix?tp={tp}&fp={fp}&fn={fn}&tn=1")
            expect(numbers).to_have_text([f"{count:,}" for count in (fp, tp, fn)])
            spans = calculator.figure.evaluate(
                """svg => [...svg.querySelectorAll("svg")].map(label => {
                  const boxes = [...label.children].map(part => part.getBoundingClientRect());
                  return [Math.min(...boxes.map(box => box.left)), Math.max(...boxes.map(box => box.right))];
                })"""
            )
            assert len(spans) == 3
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges)
            assert min(edges) >= 0
            assert max(edges) <= 320


def test_targets_are_large_enough_for_a_finger(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(PAGE)
    for control in page.locator(
        "live-calculator :is(button, input[size], select, fieldset label, summary):visible"
    ).all():
        box = control.bounding_box()
        assert box and box["height"] >= 43.9, control.evaluate("node => node.outerHTML")


def test_hatches_and_strips_survive_forced_colours(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(forced_colors="active").new_page()
    page.goto(PAGE)
    strip = "cell => getComputedStyle(cell, '::before').backgroundImage"
    assert "gradient" in page.locator("td.mark-fp").evaluate(strip)
    colour = "cell => getComputedStyle(cell, '::before').backgroundColor"
    cell, paper = page.locator("td.mark-tp"), page.locator("live-calculator")
    assert cell.evaluate(colour) != paper.evaluate("box => getComputedStyle(box).backgroundColor")


def test_print_shows_the_result_and_no_controls(calculator: Calculator) -> None:
    calculator.press("Spam filter")
    expect(calculator.metric("Precision")).to_contain_text("40 / 50")
    calculator.page.emulate_media(media="print")
    expect(calculator.result).to_be_visible()
    expect(calculator.metric("Precision")).to_be_visible()
    expect(calculator.box.get_by_role("button", name="Spam filter")).to_be_hidden()
    expect(calculator.box.get_by_role("button", name="Reset")).to_be_hidden()
