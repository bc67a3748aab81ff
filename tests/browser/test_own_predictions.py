"""Readers with their own predictions: names, labels, links, reloads, and nothing about other data."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.calculator import Calculator
from tests.browser.saved import Saved
from tests.browser.waits import wait_for_paint

THRESHOLD = "metrics/thresholds/"
REGRESSION = "metrics/regression/"
YES_NO = "label,probability\nno,0.1\nyes,0.8\nno,0.4\nyes,0.9\nyes,0.3\n"
READ = "At 0.30, the model flags 4 of 5 cases. Of these, 3 are positives, so precision is 0.75."
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}


class Own(Calculator):
    """The calculator and its panel for own predictions."""

    def __init__(self, page: Page, address: str = THRESHOLD) -> None:
        super().__init__(page)
        page.goto(address)
        self.panel = self.box.locator("[data-own]")
        self.report = self.box.locator("[data-report]")
        self.lesson = self.box.locator("[data-lesson]")

    def open_panel(self) -> None:
        self.box.get_by_text("Use your own predictions").click()

    def choose(self, text: str, name: str = "mine.csv") -> None:
        file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        self.box.locator("input[type=file]").set_input_files([file])


def test_a_threshold_is_chosen_for_label_and_probability(page: Page) -> None:
    calculator = Own(page)
    calculator.open_panel()
    calculator.choose(YES_NO)
    expect(calculator.result).to_contain_text(READ)
    expect(calculator.report).to_have_text(
        re.compile(r"mine.csv: 5 rows read. Labels are in column label, scores in probability. Positive: yes.")
    )
    expect(calculator.about).to_have_text("Your own predictions.")
    calculator.fill(cost_fp="5", cost_fn="1")
    expect(calculator.box.locator("[data-offer=cheapest]")).to_contain_text("threshold 0.80: cost 1")
    calculator.press("Use the cheapest threshold")
    expect(calculator.field("threshold")).to_have_value("0.80")
    expect(calculator.result).to_contain_text("which is the lowest cost.")
    calculator.fill(least_recall="1")
    expect(calculator.box.locator("[data-offer=precision]")).to_contain_text(
        "threshold 0.30: precision 0.75, recall 1.00"
    )
    calculator.press("Best precision with recall of at least")
    expect(calculator.result).to_contain_text("recall is 1.00")
    calculator.press("Best recall with precision of at least")
    expect(calculator.result).to_contain_text("precision is 1.00")


def test_own_rows_have_neither_prediction_nor_goal_of_the_example(page: Page) -> None:
    calculator = Own(page, REGRESSION)
    calculator.open_panel()
    calculator.choose("actual,predicted\n1,9\n2,-9\n3,30\n")
    expect(calculator.result).to_contain_text("the forecasts are worse than always predicting the mean")
    expect(calculator.lesson).to_be_hidden()
    expect(calculator.takeaway).to_be_hidden()
    expect(calculator.box.locator("[data-reached]")).to_have_count(0)
    calculator.field("data").select_option("market_stall")
    expect(calculator.lesson).to_be_visible()
    expect(calculator.goals.first).to_contain_text("Not reached")


def shows_nothing_of_the_example(calculator: Own) -> None:
    for part in (calculator.result, calculator.figure, calculator.about, calculator.lesson):
        expect(part).to_be_hidden()
    for table in calculator.box.locator("table").all():
        expect(table).to_be_hidden()


def test_a_link_made_with_a_file_says_so(page: Page, open_context: Callable[..., BrowserContext]) -> None:
    calculator = Own(page)
    calculator.choose(YES_NO)
    expect(calculator.result).to_contain_text(READ)
    calculator.fill(threshold="0.5")
    page.wait_for_url("**data=own1**threshold=0.5**")
    other = open_context().new_page()
    opened = Own(other, page.url)
    expect(opened.note).to_have_text(re.compile(r"^This link was made with a file"))
    expect(opened.note).to_be_in_viewport()
    shows_nothing_of_the_example(opened)
    opened.fill(threshold="0.6")
    expect(opened.note).to_have_count(1)
    shows_nothing_of_the_example(opened)
    with other.expect_file_chooser():
        opened.press("Choose the file")
    expect(opened.panel.locator("input[type=file]")).to_be_focused()
    opened.choose(YES_NO)
    expect(opened.result).to_contain_text("At 0.60, the model flags 2 of 5 cases.")
    expect(opened.note).to_have_count(0)
    expect(opened.figure).to_be_visible()


@pytest.mark.parametrize("hash_before", ["", "#more-than-one-threshold"])
def test_a_reload_says_that_the_file_is_gone(page: Page, hash_before: str) -> None:
    calculator = Own(page, THRESHOLD + hash_before)
    calculator.choose(YES_NO)
    expect(calculator.result).to_contain_text(READ)
    page.wait_for_url("**data=own1**")
    page.reload()
    expect(calculator.note).to_have_text(
        re.compile(r"^This page keeps a file only until you close or reload the page. Choose the")
    )
    expect(calculator.note).to_be_in_viewport()
    shows_nothing_of_the_example(calculator)
    calculator.field("data").select_option("breast_cancer_logreg_test")
    expect(calculator.result).to_contain_text("of 143 cases")
    expect(calculator.note).to_have_count(0)


def test_a_goal_once_reached_stays_reached_in_the_link_too(
    page: Page, open_context: Callable[..., BrowserContext]
) -> None:
    calculator = Own(page)
    calculator.fill(threshold="0.22")
    expect(calculator.goals.first).to_contain_text("Reached: recall 0.91")
    calculator.fill(threshold="0.9")
    expect(calculator.result).to_contain_text("At 0.90")
    expect(calculator.goals.first).to_contain_text("Reached: recall 0.91")
    page.wait_for_url("**threshold=0.9**reached=1")
    opened = Own(open_context().new_page(), page.url)
    expect(opened.result).to_contain_text("At 0.90")
    expect(opened.goals.first).to_contain_text("Reached earlier.")
    expect(opened.goals.nth(1)).to_be_visible()
    opened.press("Reset")
    expect(opened.goals.first).to_contain_text("Not reached")


ODD = "id,kind,value\na,ham,0.1\nb,spam,0.8\nc,ham,0.4\n"


def test_by_keyboard_columns_and_the_positive_label_are_chosen(page: Page) -> None:
    calculator = Own(page)
    calculator.open_panel()
    calculator.choose(ODD)
    expect(calculator.report).to_contain_text("mine.csv: Which columns hold your predictions?")
    actual = calculator.report.locator("select").first
    expect(actual.locator("option")).to_have_text(
        ["Choose a column", "id: a, b, c", "kind: ham, spam, ham", "value: 0.1, 0.8, 0.4"]
    )
    actual.focus()
    page.keyboard.type("kind")
    page.keyboard.press("Tab")
    page.keyboard.type("value")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(calculator.report).to_contain_text("Which label is positive?")
    expect(calculator.report).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(calculator.result).to_contain_text("It finds 1 of 1 positives")
    expect(calculator.report).to_contain_text(
        "Labels are in column kind, scores in value. Positive: spam. Unused columns: id."
    )
    expect(calculator.report).to_be_focused()


def test_commas_that_may_separate_thousands_are_asked_about(page: Page) -> None:
    calculator = Own(page, REGRESSION)
    calculator.choose("actual\tpredicted\n1,234\t1,300\n2,000\t2,100\n")
    expect(calculator.report).to_contain_text("What is the comma in 1,234?")
    calculator.press("A separator of thousands: 1,234 is 1234")
    expect(calculator.report).to_contain_text("2 rows read.")
    calculator.fill(row="1")
    expect(calculator.result).to_contain_text("actual 1,234, forecast 1,300")


def test_rows_can_be_pasted(page: Page) -> None:
    calculator = Own(page)
    calculator.open_panel()
    calculator.panel.get_by_label("Or paste rows").fill(YES_NO.partition("\n")[2])
    calculator.press("Use these rows")
    expect(calculator.result).to_contain_text(READ)
    expect(calculator.report).to_contain_text("Pasted rows: 5 rows read. Positive: yes.")


def test_a_file_can_be_dropped(page: Page) -> None:
    calculator = Own(page)
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], "dropped.csv"));
          const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
          document.querySelector("live-calculator figure").dispatchEvent(event);
        }""",
        YES_NO,
    )
    expect(calculator.result).to_contain_text(READ)
    expect(calculator.report).to_contain_text("dropped.csv: 5 rows read.")


@pytest.mark.parametrize("address", [THRESHOLD, REGRESSION])
def test_the_sample_file_can_be_read(page: Page, saved: Saved, address: str) -> None:
    calculator = Own(page, address)
    calculator.open_panel()
    name, text = saved(page, lambda: calculator.press("Download a sample file"))
    assert name == "sample-predictions.csv"
    calculator.choose(text, name)
    expect(calculator.report).to_contain_text(re.compile(r"sample-predictions.csv: (10|6) rows read."))


# how many pieces of a file the worker has read
COUNT_PIECES = """(() => {
  window.Worker = class extends Worker {
    set onmessage(receive) {
      super.onmessage = message => { window.pieces += "words" in (message.data.report ?? {}); receive(message); };
    }
  };
})()"""


def test_of_a_line_without_end_the_worker_reads_only_the_start(page: Page) -> None:
    page.add_init_script(COUNT_PIECES)
    calculator = Own(page)
    calculator.open_panel()
    page.evaluate(
        """() => {
          window.pieces = 0;
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(10_000_000).fill(49)], "line.csv"));
          const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
          document.querySelector("live-calculator figure").dispatchEvent(event);
        }"""
    )
    expect(calculator.report).to_contain_text("Line 1 is longer than 100,000 characters")
    assert 1 <= page.evaluate("() => window.pieces") < 100, "of 2,442 that the file has"


PICTURES = {
    "metrics/thresholds/": ("threshold", "strip"),
    "metrics/regression/": ("forecast_by", "forecasts"),
    "building/bias-and-variance/": ("degree", "fits"),
    "metrics/confusion-matrix/": ("fp", "shares"),
}


def both_in_view(page: Page, control: Locator, picture: Locator) -> bool:
    """Whether control and picture are in the window below the site's header, after the control was scrolled to."""
    control.evaluate("field => scrollBy({ top: field.getBoundingClientRect().top - 64, behavior: 'instant' })")
    wait_for_paint(page)
    boxes = [control.bounding_box(), picture.bounding_box()]
    height = page.evaluate("() => innerHeight")
    return all(box and box["y"] >= 40 and box["y"] + box["height"] <= height for box in boxes)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", PICTURES)
def test_what_is_moved_and_the_main_picture_are_in_view_together(page: Page, address: str, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    calculator = Calculator(page)
    control, name = PICTURES[address]
    assert both_in_view(page, calculator.field(control), page.locator(f"[data-figure={name}] > svg"))


@pytest.mark.parametrize("size", SIZES)
def test_the_slider_stays_in_view_with_the_last_picture(page: Page, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(THRESHOLD)
    page.locator("[data-figure=cost] > svg").scroll_into_view_if_needed()
    expect(page.get_by_role("slider", name="Threshold, slider")).to_be_in_viewport(ratio=1)


def test_on_a_phone_a_problem_is_said_at_its_field(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    calculator = Own(page)
    calculator.fill(cost_fp="-1")
    expect(calculator.slot).to_contain_text("Cost of a false positive must be")
    field, problem = calculator.field("cost_fp").bounding_box(), calculator.slot.bounding_box()
    assert field and problem
    assert 0 <= problem["y"] - field["y"] - field["height"] < 40


def test_axe_finds_nothing(page: Page, axe_in_both_schemes: Callable[..., list[str]]) -> None:
    calculator = Own(page)
    calculator.open_panel()
    calculator.box.locator(".calculator-save > summary").click()
    assert axe_in_both_schemes(page, "live-calculator") == []
    calculator.choose(ODD)
    expect(calculator.report.locator("select").first).to_be_visible()
    assert axe_in_both_schemes(page, "[data-report]") == []
    calculator.choose(ODD.replace("kind,value", "label,score"))
    expect(calculator.report.get_by_role("button", name="spam")).to_be_visible()
    assert axe_in_both_schemes(page, "[data-report]") == []
    calculator.report.get_by_role("button", name="spam").click()
    expect(calculator.result).to_contain_text("1 of 1 positives")
    assert axe_in_both_schemes(page, "live-calculator") == []
    page.wait_for_url("**data=own1**")
    page.reload()
    expect(calculator.note).to_be_visible()
    assert axe_in_both_schemes(page, "live-calculator") == []


def test_on_a_small_phone_nothing_scrolls_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    calculator = Own(page)
    calculator.open_panel()
    calculator.box.locator(".calculator-save > summary").click()
    calculator.choose(ODD.replace("kind", "k" * 80), "a" * 80 + ".csv")
    expect(calculator.report.locator("select").first).to_be_visible()
    assert page.evaluate("() => document.scrollingElement.scrollWidth") == 320
    calculator.choose(YES_NO, "b" * 80 + ".csv")
    expect(calculator.result).to_contain_text(READ)
    assert page.evaluate("() => document.scrollingElement.scrollWidth") == 320
    calculator.choose(f"{YES_NO}yes,1.{'3' * 80}\n")
    expect(calculator.report.locator("li")).to_be_visible()
    assert page.evaluate("() => document.scrollingElement.scrollWidth") == 320


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_what_was_read_of_a_file_is_in_view(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    calculator = Own(page)
    calculator.open_panel()
    calculator.panel.get_by_label("Choose a CSV file").focus()
    calculator.choose(YES_NO)
    expect(calculator.result).to_contain_text(READ)
    expect(calculator.report).to_be_in_viewport(ratio=1)
    top = calculator.report.evaluate("report => report.getBoundingClientRect().top")
    assert top >= page.locator(".md-header").evaluate("header => header.getBoundingClientRect().bottom")


def test_a_refused_paste_is_marked_and_says_what_the_results_show(page: Page) -> None:
    calculator = Own(page)
    refused = "All 2 rows have the label yes. The file must have rows of both classes. The results below still use the"
    calculator.open_panel()
    calculator.panel.get_by_label("Or paste rows").fill("yes,0.3\nyes,0.4")
    calculator.press("Use these rows")
    expect(calculator.report).to_have_text(re.compile(f"^\\s*Pasted rows: {refused} example."))
    calculator.choose(YES_NO)
    expect(calculator.result).to_contain_text(READ)
    border = "report => getComputedStyle(report).borderTopColor"
    usual = calculator.report.evaluate(border)
    calculator.open_panel()
    calculator.press("Use these rows")
    expect(calculator.report).to_have_text(re.compile(f"^\\s*Pasted rows: {refused} earlier file."))
    assert calculator.report.evaluate(border) != usual
    expect(calculator.result).to_contain_text(READ)
    calculator.panel.get_by_label("Or paste rows").fill("no,0.2\nyes,0.3\nmaybe,0.4")
    calculator.press("Use these rows")
    expect(calculator.report).to_contain_text("Line 3: the label must be yes or no; found maybe.")
    assert calculator.report.evaluate(border) == usual
    calculator.press("Do not use these rows")
    expect(calculator.report).to_be_hidden()


def test_percentages_are_asked_about_and_divided(page: Page) -> None:
    calculator = Own(page)
    calculator.choose("label,probability\nno,10\nyes,80\nno,40\nyes,90\nyes,30\n")
    expect(calculator.report).to_contain_text("Your scores go up to 90. Are they percentages?")
    calculator.press("Yes, divide by 100")
    expect(calculator.result).to_contain_text(READ)


def test_a_copied_link_says_that_the_file_is_not_in_it(open_context: Callable[..., BrowserContext]) -> None:
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    calculator = Own(context.new_page())
    calculator.choose(YES_NO)
    expect(calculator.result).to_contain_text(READ)
    calculator.press("Copy link to these numbers")
    words = "Link copied. It does not contain your file: choose the file again after you open the link."
    expect(calculator.box.locator("[data-copied]")).to_have_text(words)
