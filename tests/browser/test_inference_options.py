"""The inference option chooser in the built site: without scripts, by keys, its goal, axe and phones."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculator import Calculator

PAGE = "deployment/inference-options/"
CLIPS = "#inference_options?who=process&payload=900&time=900&gpu=yes&memory=8&traffic=intermittent&rate=0.01"
STATES = {
    "nothing remains": "#inference_options?who=user&payload=1800&time=900&gpu=yes&memory=8&traffic=steady&rate=9",
    "asynchronous": CLIPS,
    "no requests": "#inference_options?who=user&payload=0&time=0&gpu=no&memory=0&traffic=steady&rate=0",
    "large numbers": "#inference_options?who=user&payload=999999.5&time=999999.5&memory=9999.5&rate=999999.5",
}


def opened(page: Page) -> Calculator:
    page.goto(PAGE)
    return Calculator(page)


def test_without_scripts_the_first_example_is_answered(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    calculator = opened(page)
    # nothing is waited for: see test_calculator.py
    assert "Batch transform fits best." in calculator.result.inner_text()
    assert "Ruled out: serverless inference (payload above 4 MB)." in calculator.result.inner_text()
    row = calculator.metric("Serverless inference").first
    assert "The payload of 8 MB is above the limit of 4 MB." in row.inner_text()
    for name in ("payload", "time"):
        assert page.locator(f"[data-figure={name}] > svg").is_visible()
        assert page.locator(f"figure[data-drawing={name}] tbody tr").count() == 4


def test_a_number_typed_by_keyboard_rules_an_option_out_and_reaches_the_goal(page: Page) -> None:
    calculator = opened(page)
    expect(calculator.goals.first).to_contain_text("Not reached: batch transform fits best.")
    calculator.field("who").focus()
    page.keyboard.press("Tab")
    expect(calculator.field("payload")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("150")
    expect(calculator.result).to_contain_text("Asynchronous inference fits best.")
    expect(calculator.metric("Batch transform").first).to_contain_text(
        "The payload of 150 MB is above the limit of 100 MB."
    )
    expect(calculator.goals.first).to_contain_text("Reached: you changed one number of the example Pallet photos.")
    expect(calculator.takeaway).to_be_visible()
    expect(calculator.status).to_contain_text("Asynchronous inference fits best.")


def test_who_waits_is_chosen_by_keyboard(page: Page) -> None:
    calculator = opened(page)
    calculator.field("who").focus()
    page.keyboard.press("Home")
    expect(calculator.result).to_contain_text("Real-time inference fits best. A user waits")
    expect(calculator.metric("Asynchronous inference").first).to_contain_text(
        "the response contains only an S3 location"
    )


def through_states(page: Page) -> Iterator[tuple[str, Calculator]]:
    calculator = opened(page)
    yield "as it comes", calculator
    for name, state in STATES.items():
        before = calculator.result.inner_text()
        page.evaluate("hash => { location.hash = hash }", state)
        expect(calculator.result).not_to_have_text(before)
        for table in calculator.box.locator("details").all():
            table.evaluate("table => { table.open = true }")
        yield name, calculator


def test_axe_finds_nothing(page: Page, axe_in_both_schemes: Callable[..., list[str]]) -> None:
    found = {name: axe_in_both_schemes(page, "live-calculator") for name, _ in through_states(page)}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_scrolls_sideways_and_no_label_meets_another(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    boxes = """box => [...box.querySelectorAll("figure svg text")].map(text => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { words: text.textContent, left, right, top, bottom };
    })"""
    for name, calculator in through_states(page):
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width, name
        found = calculator.box.evaluate(boxes)
        assert [box["words"] for box in found if box["left"] < 0 or box["right"] > width] == [], name
        assert [pair for pair in pairwise(found) if meet(*pair)] == [], name


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes on the same line overlap."""
    same_line = abs(one["top"] - other["top"]) < 2
    return same_line and one["left"] < other["right"] and other["left"] < one["right"]


def test_the_mark_and_a_hatched_bar_survive_forced_colors(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(forced_colors="active").new_page()
    calculator = opened(page)
    figure = calculator.box.locator("[data-figure=payload] > svg")
    hatched = figure.locator("rect.mark-fp")
    assert "url(" in hatched.evaluate("bar => getComputedStyle(bar).fill")
    expect(figure).to_contain_text("exceeded")
