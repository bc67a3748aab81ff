"""What an item says: one live region, once a deed, and what is missing in words."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.items.placed import for_kind
from tests.browser.items.shown import COUNT_ANNOUNCEMENTS, FIELDS, Shown
from tests.browser.items.states import invalid, wrong
from tests.browser.items.stored import PATIENT

NOW = 1_800_000_000  # s


def test_each_deed_updates_the_one_live_region_once_and_has_its_focus(shown_item: Shown) -> None:
    expect(shown_item.root.locator("[role=status], [aria-live], [role=alert]")).to_have_count(1)
    shown_item.root.evaluate(COUNT_ANNOUNCEMENTS)

    def updates() -> int:
        counted: int = shown_item.page.evaluate("() => { const n = window.updates; window.updates = 0; return n; }")
        return counted

    shown_item.main.click()
    expect(shown_item.status).not_to_be_empty()
    assert updates() == 1
    expect(focused_by_problem(shown_item)).to_be_focused()
    moves = sum(times for _, times in shown_item.moves(shown_item.wrong)) if shown_item.item.kind == "order" else 1
    shown_item.choose(shown_item.wrong)
    assert updates() == moves  # the problem is taken away as soon as something changes
    first_field = shown_item.root.locator(f"{FIELDS}:enabled").first
    for state, focused in [(shown_item.wrong_state, shown_item.main), ("answering", first_field)]:
        shown_item.main.click()
        shown_item.is_now(state)
        assert updates() == 1
        expect(focused).to_be_focused()
        expect(shown_item.root.locator("[aria-invalid]")).to_have_count(0)  # not right is no input error
    shown_item.second.click()
    shown_item.is_now("revealed")
    assert updates() == 1
    expect(shown_item.second).to_have_text("Answer shown")
    expect(shown_item.main).to_be_focused()
    shown_item.reset.click()
    shown_item.is_now("unseen")
    assert updates() == 1
    expect(shown_item.field).to_be_focused()


def test_what_a_page_shows_as_it_opens_is_not_announced(one_of_each: list[Shown], subtests: pytest.Subtests) -> None:
    for shown_item in one_of_each:
        wrong(shown_item)
    clock = one_of_each[0].page.clock
    clock.install(time=NOW)
    clock.pause_at(NOW + 1)
    one_of_each[-1].reload()
    for shown_item in one_of_each:
        with subtests.test(kind=shown_item.item.kind):
            expect(shown_item.status).not_to_be_empty()
            expect(shown_item.status).to_have_attribute("aria-live", "off")
    clock.run_for(1000)
    for shown_item in one_of_each:
        expect(shown_item.status).not_to_have_attribute("aria-live", "off")


def focused_by_problem(shown_item: Shown) -> Any:
    """The field to correct; an order has none, and the button keeps the focus."""
    return shown_item.main if shown_item.item.kind == "order" else shown_item.field


def test_nothing_given_is_said_in_words_and_is_an_input_error(
    one_of_each: list[Shown], subtests: pytest.Subtests
) -> None:
    for shown_item in one_of_each:
        with subtests.test(kind=shown_item.item.kind):
            invalid(shown_item)
            words = {
                "one": "Choose one of the",
                "several": "; you chose none.",
                "number": "Type a number",
                "match": "rows have no answer yet. Choose one in each row.",
                "cloze": "Type the missing words",
                "order": "This is the initial order.",
            }
            expect(shown_item.status).to_contain_text(
                for_kind(shown_item.item.kind, words, "words in test_speaking.py")
            )
            expect(focused_by_problem(shown_item)).to_be_focused()
            if shown_item.item.kind != "order":  # no single row of it is missing
                expect(shown_item.root.locator('[aria-invalid="true"]')).not_to_have_count(0)
            expect(shown_item.field).to_have_accessible_description(re.compile("(Choose|Type|Move)"))
            shown_item.choose(shown_item.right)
            expect(shown_item.status.locator(":not(.visually-hidden)")).to_have_count(0)
            expect(shown_item.root.locator("[aria-invalid]")).to_have_count(0)


def test_a_problem_is_read_at_the_field_that_gets_the_focus_and_announced_otherwise(
    one_of_each: list[Shown], subtests: pytest.Subtests
) -> None:
    one_of_each[0].page.evaluate(PATIENT)  # what is muted stays so until something else is said
    for shown_item in one_of_each:
        with subtests.test(kind=shown_item.item.kind):
            has_new_focus = shown_item.item.kind != "order"
            invalid(shown_item)
            assert is_muted(shown_item) == has_new_focus
            if shown_item.item.kind in ("number", "cloze"):
                shown_item.press_button("Enter")  # the focus stays in the field, so nothing reads its description
                expect(shown_item.status).not_to_have_attribute("aria-live", "off")
            invalid(shown_item)
            shown_item.choose(shown_item.right)
            shown_item.main.click()
            assert not is_muted(shown_item), "the verdict of a quick reader"


def is_muted(shown_item: Shown) -> bool:
    return shown_item.status.get_attribute("aria-live") == "off"
