"""What a reader has to read after a button is in view, and nothing moves under the finger that pressed it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import KINDS, Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import correct, wrong

PHONE = {"width": 390, "height": 844}
TOP_OF = "element => element.getBoundingClientRect().top"
AT_BOTTOM = "element => scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 8)"
NEAR_TOP = "element => scrollBy(0, element.getBoundingClientRect().top - 200)"
VISIBLE_SHARE = """element => {
  const { top, bottom } = element.getBoundingClientRect();
  return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / (bottom - top);
}"""


@pytest.fixture
def phone(open_context: Any) -> Page:
    page: Page = open_context(viewport=PHONE, has_touch=True).new_page()
    return page


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "card"])
def test_feedback_is_in_view_after_check_and_so_is_the_way_on(phone: Page, items: list[Placed], kind: str) -> None:
    item = Shown(phone, of_kind(items, kind)).open()
    item.choose(item.wrong)
    item.main.evaluate(AT_BOTTOM)
    item.main.click()
    item.is_now(item.wrong_state)
    assert item.status.evaluate(VISIBLE_SHARE) > 0.99
    expect(item.go_on).to_be_in_viewport()


def test_feedback_that_is_in_view_moves_nothing(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "one")).open()
    item.choose(item.wrong)
    item.main.evaluate(NEAR_TOP)
    top = item.main.evaluate(TOP_OF)
    item.main.click()
    item.is_now("wrong")
    assert abs(item.main.evaluate(TOP_OF) - top) <= 1, "the button moved under the pointer"


def test_nothing_moves_at_the_top_of_a_page_either(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "one")).open()
    item.root.evaluate("element => document.body.prepend(element.closest('.quiz'))")
    item.choose(item.wrong)
    page.evaluate("() => scrollTo(0, 0)")
    top = item.main.evaluate(TOP_OF)
    item.main.click()
    item.is_now("wrong")
    assert abs(item.main.evaluate(TOP_OF) - top) <= 1, "the button moved under the pointer"


@pytest.mark.parametrize("state", [correct, wrong])
def test_a_closed_item_has_no_gap_above_its_buttons(page: Page, items: list[Placed], state: Any) -> None:
    item = Shown(page, of_kind(items, "one")).open()
    state(item)
    last_row = item.root.locator(".row").last.bounding_box()
    hints = item.root.locator(".hints:visible")
    gap = item.main.bounding_box()["y"] - last_row["y"] - last_row["height"]
    assert gap < (80 if hints.count() else 30)


def test_a_problem_is_in_view_although_the_first_row_is_not(phone: Page, items: list[Placed]) -> None:
    item = Shown(phone, of_kind(items, "order")).open()
    item.main.evaluate(AT_BOTTOM)
    top = item.main.evaluate(TOP_OF)
    item.main.click()
    item.is_now("invalid")
    assert item.status.evaluate(VISIBLE_SHARE) > 0.99
    expect(item.main).to_be_focused()
    assert top - item.main.evaluate(TOP_OF) < 200, "the page jumped"


def test_a_choice_that_is_missing_is_said_in_view(phone: Page, items: list[Placed]) -> None:
    item = Shown(phone, of_kind(items, "match")).open()
    item.main.evaluate(AT_BOTTOM)
    item.main.click()
    item.is_now("invalid")
    assert item.status.evaluate(VISIBLE_SHARE) > 0.99


@pytest.mark.parametrize("kind", ["one", "several", "match"])
def test_the_button_that_was_pressed_stays_in_view_in_a_very_small_window(
    page: Page, samples: list[Placed], kind: str
) -> None:
    """320 x 256 is what 1280 x 1024 leaves at 400% zoom: the feedback is taller than the window."""
    page.set_viewport_size({"width": 320, "height": 256})
    item = Shown(page, of_kind(samples, kind)).open()
    item.choose(item.wrong)
    item.main.focus()
    item.press("Enter")
    item.is_now(item.wrong_state)
    expect(item.main).to_be_focused()
    header = page.locator(".md-header").bounding_box()
    assert item.main.bounding_box()["y"] >= header["y"] + header["height"], "the button is under the header"
    expect(item.main).to_be_in_viewport(ratio=1)
