"""A card: turned, then forgotten or remembered."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import COUNT_ANNOUNCEMENTS, Shown
from tests.browser.items.states import correct_at_second_try
from tests.browser.items.stored import stored_rows


@pytest.fixture
def card(page: Page, items: list[Placed]) -> Shown:
    return Shown(page, of_kind(items, "card")).open()


def test_a_card_by_keys_alone_forgotten_then_remembered(card: Shown) -> None:
    words = card.root.locator('.answer [data-for="key"]').text_content() or "-"
    expect(card.root.locator(".card-back")).to_be_hidden()
    expect(card.second).to_be_hidden()
    card.root.evaluate(COUNT_ANNOUNCEMENTS)
    card.main.focus()
    for pressed, state, label in [
        ("Enter", "answering", "Forgot"),
        ("Enter", "wrong", "Try again"),
        ("Space", "answering", "Show the back"),
        ("Enter", "answering", "Forgot"),
    ]:
        card.press_button(pressed)
        card.is_now(state)
        expect(card.main).to_have_text(label)
        expect(card.main).to_be_focused()
        assert card.page.evaluate("() => { const n = window.updates; window.updates = 0; return n; }") == 1
    expect(card.status).to_have_text(words)
    expect(card.root.locator(".card-back")).to_have_text(words)
    card.press("Tab")
    card.press_button("Enter")
    card.is_now("correct")
    expect(card.status).to_have_text("Remembered")
    expect(card.result).to_contain_text("Second try.")
    expect(card.second).to_be_focused()
    expect(card.second).to_have_text("Next question")
    scores = [(row["response"], row["score"]) for row in stored_rows(card.page, 2)]
    assert sorted(scores) == [("forgot", 0), ("remembered", 1)]


def test_a_forgotten_card_has_shown_its_answer_and_offers_to_go_on(card: Shown) -> None:
    card.answer(["forgot"])
    card.is_now("wrong")
    expect(card.root.locator(".card-back")).to_be_visible()
    expect(card.root.get_by_role("button", name="Show answer")).to_have_count(0)
    expect(card.second).to_have_text("Next question")


def test_a_card_s_two_answers_have_equal_size_and_no_double_press_gives_one(card: Shown) -> None:
    card.main.dblclick()
    card.is_now("answering")
    one, other = (button.bounding_box() for button in (card.main, card.second))
    assert (one["width"], one["height"]) == (other["width"], other["height"])
    assert one["height"] >= 44


@pytest.mark.parametrize("hand", ["click", "tap"])
def test_a_card_by_clicks_and_by_touch_alone(open_context: Any, items: list[Placed], hand: str) -> None:
    page = open_context(has_touch=True, viewport={"width": 390, "height": 800}).new_page()
    shown_here = Shown(page, of_kind(items, "card"), hand).open()
    correct_at_second_try(shown_here)
    expect(shown_here.main).to_have_text("Start over")
    shown_here.touch(shown_here.main)
    shown_here.is_now("unseen")
    expect(shown_here.root.locator(".card-back")).to_be_hidden()
