"""How sure a reader is: said before the first Check or not, kept, never scored; a sure mistake gets its own words."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import answering, correct, second_try
from tests.browser.items.stored import stored_event, stored_rows


@pytest.fixture
def asked(page: Page, items: list[Placed]) -> Shown:
    return Shown(page, next(each for each in items if each.id == "sample-choice")).open()


def radio(shown: Shown, words: str) -> Any:
    return shown.root.get_by_role("radio", name=words, exact=True)


def test_it_stands_before_check_from_the_start_and_goes_with_check(
    page: Page, one_of_each: list[Shown], items: list[Placed], subtests: pytest.Subtests
) -> None:
    for shown in one_of_each:
        with subtests.test(kind=shown.item.kind):
            group = shown.root.get_by_role("group", name="How sure are you?")
            expect(group.get_by_role("radio")).to_have_count(3)
            expect(group.get_by_role("radio", checked=True)).to_have_count(0)
            check = shown.height_of(shown.main)
            answering(shown)
            assert shown.height_of(shown.main) == check
            shown.main.focus()
            shown.press("Shift+Tab")
            expect(group.locator("input:focus")).to_have_count(1)  # which one of them differs between browsers
            shown.main.click()
            shown.is_now(shown.wrong_state)
            expect(group).to_be_hidden()
    card = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "card"))
    card.is_there()
    expect(card.root.locator(".confidence")).to_have_count(0)


def test_what_was_said_stays_in_view_and_cannot_be_changed(asked: Shown) -> None:
    answering(asked)
    radio(asked, "Sure").check()
    asked.main.click()
    asked.is_now("wrong")
    expect(radio(asked, "Sure")).to_be_checked()
    expect(radio(asked, "Sure")).to_be_disabled()
    asked.main.click()
    expect(asked.root.locator(".confidence")).to_be_hidden()


@pytest.mark.parametrize("hand", ["click", "tap", "keys"])
def test_said_by_mouse_finger_or_keys_it_is_kept_with_draft_and_answer(
    open_context: Any, items: list[Placed], hand: str
) -> None:
    page = open_context(has_touch=hand == "tap", viewport={"width": 390, "height": 800}).new_page()
    shown = Shown(page, next(each for each in items if each.id == "sample-choice"), hand).open()
    answering(shown)
    if hand == "keys":
        shown.root.locator("[name=response]:checked").focus()
        shown.reach(radio(shown, "Guess"))
        shown.press("ArrowRight")
    else:
        shown.touch(shown.root.locator("label", has_text="Think so"))
    expect(radio(shown, "Think so")).to_be_checked()
    (draft,) = stored_rows(page, 1, "drafts")
    assert draft["confidence"] == "think"
    shown.reload()
    expect(radio(shown, "Think so")).to_be_checked()
    if hand == "keys":
        shown.root.locator("[name=response]:checked").focus()
        shown.reach(shown.main)
        shown.press("Enter")
    else:
        shown.touch(shown.main)
    shown.is_now("wrong")
    event = stored_event(page)
    assert (event["confidence"], event["score"]) == ("think", 0)
    for box in shown.root.locator(".confidence label").all():
        assert box.bounding_box()["height"] >= 44


def test_enter_in_it_checks_and_the_focus_goes_to_the_button(asked: Shown) -> None:
    answering(asked)
    asked.root.locator("[name=response]:checked").focus()
    asked.reach(radio(asked, "Guess"))
    asked.press("Space")
    asked.press("Enter")
    asked.is_now("wrong")
    expect(asked.main).to_be_focused()


def test_a_sure_mistake_gets_the_strongest_words_also_after_a_reload(asked: Shown) -> None:
    answering(asked)
    radio(asked, "Sure").check()
    asked.main.click()
    expect(asked.status).to_contain_text("Not right, although you were sure")
    expect(asked.status).to_contain_text("read this explanation carefully")
    before = asked.seen()
    asked.reload()
    assert asked.seen() == before


@pytest.mark.parametrize("words", ["Guess", "Think so"])
def test_other_mistakes_are_just_not_right(asked: Shown, words: str) -> None:
    answering(asked)
    radio(asked, words).check()
    asked.main.click()
    expect(asked.status).to_contain_text("Not right")
    expect(asked.status).not_to_contain_text("sure")


def test_sure_and_right_is_right(asked: Shown) -> None:
    asked.choose(asked.right)
    radio(asked, "Sure").check()
    correct(asked)
    event = stored_event(asked.page)
    assert (event["confidence"], event["score"]) == ("sure", 1)


def test_a_second_try_is_not_asked(asked: Shown) -> None:
    second_try(asked)
    asked.choose(asked.right)
    expect(asked.root.locator(".confidence")).to_be_hidden()


def test_who_says_nothing_leaves_no_confidence_in_the_log(asked: Shown) -> None:
    asked.answer(asked.wrong)
    asked.is_now("wrong")
    event = stored_event(asked.page)
    assert "confidence" not in event
