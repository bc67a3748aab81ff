"""Each kind from wrong to right and on, by keys and by touch; by clicks see test_states.py."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.by_keys import type_in
from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import CONTROLS, FIELDS, HALF_A_SECOND_LATER, STOP_CLOCK, Shown
from tests.browser.items.states import correct, correct_at_second_try, revealed, revealed_after_a_try, wrong
from tests.browser.items.stored import stored_rows
from tests.browser.waits import wait_for_paint


def test_by_keys_wrong_then_right_then_on(shown_item: Shown) -> None:
    page, main = shown_item.page, shown_item.main
    shown_item.field.focus()
    type_in(shown_item, shown_item.wrong)
    shown_item.is_now("answering")  # neither arrow keys nor typing submit
    shown_item.reach(main)
    shown_item.press_button("Enter")
    shown_item.is_now(shown_item.wrong_state)
    expect(main).to_have_text("Try again")
    expect(main).to_be_focused()
    shown_item.press_button("Space")
    shown_item.is_now("answering")
    expect(main).to_have_text("Check")
    expect(shown_item.root.locator(".item-head")).to_contain_text("second try")
    expect(shown_item.root.locator(f"{FIELDS}:enabled").first).to_be_focused()
    type_in(shown_item, shown_item.right)
    shown_item.reach(main)
    shown_item.press_button("Enter")
    shown_item.is_now("correct")
    expect(shown_item.result).to_contain_text("Why:")
    expect(shown_item.result).to_contain_text("Second try.")
    expect(main).to_have_text("Next question")
    expect(main).to_be_focused()
    shown_item.press_button("Enter")
    following = shown_item.item.ids[shown_item.item.ids.index(shown_item.item.id) + 1]
    expect(page.locator(f"#item-{following} {CONTROLS}").first).to_be_focused()


def test_by_touch_alone(open_context: Any, item: Placed) -> None:
    page = open_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}).new_page()
    shown_here = Shown(page, item, hand="tap").open()
    correct_at_second_try(shown_here)
    shown_here.touch(shown_here.main)
    after = item.ids[item.ids.index(item.id) + 1]
    expect(page.locator(f"#item-{after} {CONTROLS}").first).to_be_focused()


def test_the_last_item_keeps_its_pressed_button(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.last)).open()
    correct(item)
    expect(item.main).to_have_text(re.compile("Continue reading|See the result"))
    expect(item.main).to_be_focused()
    expect(item.reset).to_have_text("Start over")


@pytest.mark.parametrize("is_pretest", [True, False])
def test_enter_twice_never_starts_over(page: Page, items: list[Placed], is_pretest: bool) -> None:
    """On Check of the last question of a lesson, and of the question before it."""
    lesson = next(each.url for each in items if len(each.ids) > 2 and not each.url.startswith("contributing/"))
    on_page = [each for each in items if each.url == lesson and each.kind == "one"]
    item = Shown(page, on_page[0 if is_pretest else -1]).open()
    assert (item.root.get_attribute("data-mode") == "pretest") == is_pretest
    for response, state in [(item.wrong, "wrong"), (item.right, "correct")]:
        item.choose(response)
        item.reach(item.main)
        page.evaluate(STOP_CLOCK)
        item.press_button("Enter")
        item.is_now(state)
        item.press("Enter")
        wait_for_paint(page)
        item.is_now(state)
        expect(item.main).to_be_focused()
        if state == "wrong":
            item.press_button("Enter")
            item.is_now("answering")
    rows = stored_rows(page, 2)
    assert [row["kind"] for row in rows] == ["answered", "answered"]


def test_enter_twice_in_a_field_checks_once(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "number")).open()
    item.choose(item.wrong)
    page.evaluate(STOP_CLOCK)
    item.press("Enter")
    item.is_now("wrong")
    item.press("Enter")
    wait_for_paint(page)
    item.is_now("wrong")


@pytest.mark.parametrize("on_button", [False, True], ids=["in the field", "on the button"])
def test_enter_that_is_held_down_counts_once(page: Page, items: list[Placed], on_button: bool) -> None:
    item = Shown(page, of_kind(items, "number")).open()
    item.choose(item.wrong)
    if on_button:
        item.reach(item.main)
    page.keyboard.down("Enter")
    item.is_now("wrong")
    page.evaluate(HALF_A_SECOND_LATER)  # long enough that another press would count
    page.keyboard.down("Enter")  # the keyboard repeats it
    wait_for_paint(page)
    item.is_now("wrong")
    page.keyboard.up("Enter")
    item.press("Enter")
    item.is_now("answering")


def test_after_the_question_before_a_lesson_the_lesson_goes_on(page: Page, items: list[Placed]) -> None:
    page.goto(next(each.url for each in items if len(each.ids) > 2))
    pretest = page.locator("quiz-item[data-mode=pretest]").first
    pretest.get_by_role("radio").first.check()
    pretest.get_by_role("button", name="Show answer").click()
    pretest.get_by_role("button", name="Continue reading").click()
    assert page.evaluate("() => document.activeElement.previousElementSibling.matches('.quiz')")
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().top") < 150, "the text did not move"


def test_on_the_home_page_there_is_nothing_to_continue(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.url == "")).open()
    wrong(item)
    expect(item.root.get_by_role("button", name="Try again")).to_be_visible()
    expect(item.root.get_by_role("button", name="Continue reading")).to_have_count(0)
    revealed(item)
    expect(item.root.get_by_role("button", name="Continue reading")).to_have_count(0)


def test_the_strip_counts_what_is_answered_and_what_is_right(page: Page, items: list[Placed]) -> None:
    lesson = next(each.url for each in items if len(each.ids) > 2 and not each.url.startswith("contributing/"))
    page.goto(lesson)
    counted = page.locator("quiz-item[data-mode=practice]").count()
    expect(page.locator(".done-count")).to_have_text(f"0 of {counted} answered, 0 right")  # no question is near yet
    expect(page.locator(".done-count i")).to_have_count(counted)
    choices = [each for each in items if each.url == lesson and each.kind == "one"]
    shown = [Shown(page, each) for each in choices if each.id not in {choices[0].id}]
    for each in shown[:2]:
        each.is_there()
    wrong(shown[0])
    expect(page.locator(".done-count")).to_have_text(f"1 of {counted} answered, 0 right")
    correct(shown[1])
    expect(page.locator(".done-count")).to_have_text(f"2 of {counted} answered, 1 right")
    expect(page.locator(".done-count .right")).to_have_count(1)
    expect(page.locator(".done-count .answered")).to_have_count(1)
    shown[0].main.click()
    expect(page.locator(".done-count")).to_have_text(f"2 of {counted} answered, 1 right")


def test_two_clicks_are_one(one_of_each: list[Shown], subtests: pytest.Subtests) -> None:
    for shown_item in one_of_each:
        with subtests.test(kind=shown_item.item.kind):
            shown_item.choose(shown_item.wrong)
            shown_item.main.dblclick()
            shown_item.is_now(shown_item.wrong_state)


def test_a_checked_form_is_closed(one_of_each: list[Shown], subtests: pytest.Subtests) -> None:
    for shown_item in one_of_each:
        with subtests.test(kind=shown_item.item.kind):
            wrong(shown_item)
            before = shown_item.seen()
            for row in shown_item.root.locator(".row").all():
                row.click(force=True)
            shown_item.field.focus()
            shown_item.press("ArrowDown")
            shown_item.press("Space")
            shown_item.page.keyboard.type("7")
            assert shown_item.seen() == before


def test_start_over_forgets_the_tries(one_of_each: list[Shown], subtests: pytest.Subtests) -> None:
    for shown_item in one_of_each:
        with subtests.test(kind=shown_item.item.kind):
            revealed_after_a_try(shown_item)
            shown_item.reset.click()
            shown_item.is_now("unseen")
            expect(shown_item.root.locator("[data-verdict]")).to_have_count(0)
            expect(shown_item.root.locator(f"{FIELDS}:disabled, input:checked")).to_have_count(0)
