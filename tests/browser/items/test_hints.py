"""Hints come one at a time, each said once, and are there again after a reload."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed
from tests.browser.items.shown import COUNT_ANNOUNCEMENTS, Shown
from tests.browser.items.states import invalid
from tests.browser.items.stored import stored_rows


@pytest.fixture
def hinted(page: Page, items: list[Placed]) -> Shown:
    return Shown(page, next(each for each in items if each.id == "sample-choice")).open()


def open_hints(shown: Shown) -> list[str]:
    found: list[str] = shown.root.locator(".hints details:visible").all_inner_texts()
    return found


@pytest.mark.parametrize("by", ["click", "Enter", "Space"])
def test_each_press_opens_the_next_hint_and_says_it_once(hinted: Shown, by: str) -> None:
    button = hinted.root.get_by_role("button", name="Hint", exact=True)
    assert open_hints(hinted) == []
    hinted.root.evaluate(COUNT_ANNOUNCEMENTS)
    for number in (1, 2):
        if by == "click":
            button.click()
        else:
            hinted.main.focus()
            hinted.reach(hinted.root.locator("[data-do=hint]"))
            hinted.press(by)
        assert len(open_hints(hinted)) == number
        expect(hinted.status).to_contain_text(f"Hint {number}: ")
        assert hinted.page.evaluate("() => window.updates") == number
    last = hinted.root.get_by_role("button", name="No more hints")
    expect(last).to_have_attribute("aria-disabled", "true")
    expect(last).to_have_css("text-decoration-line", "none")
    last.click(force=True)
    assert hinted.page.evaluate("() => window.updates") == 2
    rows = stored_rows(hinted.page, 2)
    assert [(row["kind"], row["item"]) for row in rows] == [("hinted", hinted.item.id)] * 2
    assert not any("response" in row or "score" in row for row in rows)


def test_opened_hints_and_a_begun_answer_come_back_after_a_reload(hinted: Shown) -> None:
    hinted.choose(hinted.wrong)
    hinted.root.locator("[data-do=hint]").click()
    before = hinted.seen()
    assert before["hints"] == [[False, True], [True, False]]
    hinted.reload()
    assert hinted.seen() == before


def test_a_hint_that_the_reader_folds_stays_folded_when_the_next_one_opens(hinted: Shown) -> None:
    next_hint = hinted.root.locator("[data-do=hint]")
    first, second = hinted.root.locator(".hints details").all()
    next_hint.click()
    first.locator("summary").click()
    expect(first).not_to_have_attribute("open", "")
    next_hint.click()
    expect(second).to_have_attribute("open", "")
    expect(first).not_to_have_attribute("open", "")
    invalid(hinted)
    expect(first).not_to_have_attribute("open", "")


def test_a_hint_leaves_what_is_said_already(hinted: Shown) -> None:
    invalid(hinted)
    said = hinted.status.locator(".verdict")
    expect(said).to_have_count(1)
    hinted.root.locator("[data-do=hint]").click()
    expect(said).to_have_count(1)
    hinted.is_now("invalid")


def test_nothing_moves_when_a_right_answer_takes_the_hints_away(hinted: Shown) -> None:
    hinted.choose(hinted.right)
    hinted.main.evaluate("element => scrollBy(0, element.getBoundingClientRect().top - 200)")
    before = hinted.main.bounding_box()["y"]
    hinted.main.click()
    hinted.is_now("correct")
    assert abs(hinted.main.bounding_box()["y"] - before) <= 1
    expect(hinted.root.locator("[data-do=hint]")).to_be_hidden()


def test_without_scripts_each_hint_is_a_fold_and_the_item_is_as_tall(open_context: Any, hinted: Shown) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(hinted.item.url)
    root = page.locator(f"#item-{hinted.item.id}")
    assert abs(root.bounding_box()["height"] - hinted.root.bounding_box()["height"]) < 1  # type: ignore[index]
    # nothing is waited for: see test_calculator.py
    assert root.locator(".hints summary").all_inner_texts() == ["Hint 1", "Hint 2"]
    assert "Each missed case" not in root.locator(".hints").inner_text()
    for fold in root.locator(".hints summary").all():
        fold.press("Enter")
    assert "Each missed case" in root.locator(".hints").inner_text()
