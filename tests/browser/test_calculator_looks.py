"""The confusion matrix calculator in each state: axe, phones, fingers, forced colours, print."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculator import PAGE, Calculator
from tests.browser.printed import shown_as


def undefined(calculator: Calculator) -> None:
    calculator.press("Never flags")
    expect(calculator.metric("MCC")).to_contain_text("undefined")


def by_rates(calculator: Calculator) -> None:
    calculator.press("Screening, by rates")
    expect(calculator.result).to_contain_text("These rates give")


def refused(calculator: Calculator) -> None:
    calculator.fill(tp="x")
    expect(calculator.slot).not_to_be_empty()


def reached(calculator: Calculator) -> None:
    calculator.fill(fp="0")
    expect(calculator.takeaway).to_be_visible()


def predicted(calculator: Calculator) -> None:
    calculator.box.get_by_label("It falls").check()
    calculator.press("Check my prediction")
    expect(calculator.metric("Precision")).to_contain_text("8 / 50")


def opened(calculator: Calculator) -> None:
    calculator.fill(tp="9999999", fn="9999998", fp="9999997", tn="9999996")
    expect(calculator.metric("Accuracy")).to_contain_text("39,999,990")
    calculator.box.locator("summary").first.click()


STATES = [undefined, by_rates, refused, reached, predicted, opened]


def through_states(page: Page) -> Iterator[tuple[str, Calculator]]:
    """The calculator in one state after another, Reset between them."""
    page.goto(PAGE)
    calculator = Calculator(page)
    yield "as it comes", calculator
    for bring in STATES:
        bring(calculator)
        yield bring.__name__, calculator
        calculator.press("Reset")
        expect(calculator.about).to_contain_text("Made-up example: 1,000 card payments")


def test_axe_finds_nothing_in_any_state(page: Page, axe_in_both_schemes: Callable[..., list[str]]) -> None:
    found = {name: axe_in_both_schemes(page, "live-calculator") for name, _ in through_states(page)}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_on_a_phone_nothing_scrolls_sideways_in_any_state(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
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


def test_labels_of_the_precision_recall_bar_never_meet_on_a_phone(page: Page, subtests: pytest.Subtests) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
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


def test_targets_are_large_enough_for_a_finger(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
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
    shown_as(calculator.page, "print")
    expect(calculator.result).to_be_visible()
    expect(calculator.metric("Precision")).to_be_visible()
    expect(calculator.box.get_by_role("button", name="Spam filter")).to_be_hidden()
    expect(calculator.box.get_by_role("button", name="Reset")).to_be_hidden()
