"""A case and its items."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_a_case_stands_beside_its_items_or_above_them(page: Page, axe: Any, width: int, beside: bool) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("contributing/gallery/")
    case, items = page.locator(".case"), page.locator(".case-set quiz-item")
    expect(case).to_have_count(1)
    expect(items).to_have_count(2)
    text, first = case.bounding_box(), items.first.bounding_box()
    assert (text["x"] + text["width"] <= first["x"]) == beside
    assert (text["y"] + text["height"] <= first["y"]) != beside
    items.first.get_by_role("radio").first.check()
    items.first.locator(".item-buttons button").first.click()
    expect(items.first).to_have_attribute("data-state", "correct")
    items.first.locator(".item-buttons button").first.click()
    expect(items.last.locator("[name=response]")).to_be_focused()
    expect(items.last).to_have_attribute("data-state", "unseen")
    assert axe(page) == []


@pytest.mark.parametrize(("width", "height", "is_folded"), [(1280, 800, False), (390, 844, True), (1280, 400, True)])
def test_each_question_names_its_case_and_shows_it_where_it_is_not_beside(
    page: Page, width: int, height: int, is_folded: bool
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("contributing/gallery/")
    words = page.locator(".case p:not([class])").first.inner_text()
    for item in page.locator(".case-set quiz-item").all():
        expect(item.locator(".item-head")).to_contain_text("Case: tunnel cracks")
        fold = item.locator(".case-fold")
        if not is_folded:
            expect(fold).to_be_hidden()
            continue
        fold.locator("summary").click()
        expect(fold).to_contain_text(words)
        expect(fold.get_by_text(words)).to_be_visible()


def test_a_case_stays_in_view_beside_its_items_but_not_on_a_low_screen(page: Page) -> None:
    for height, position in [(800, "sticky"), (400, "static")]:
        page.set_viewport_size({"width": 1280, "height": height})
        page.goto("contributing/gallery/")
        assert page.locator(".case").evaluate("it => getComputedStyle(it).position") == position
