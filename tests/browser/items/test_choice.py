"""Choices: counted, marked and explained."""

import re

from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed
from tests.browser.items.shown import Shown
from tests.browser.items.states import correct, wrong


def test_too_few_and_too_many_are_counted_in_words(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "several")).open()
    needed = len(item.right)
    item.answer(item.right[:1])
    expect(item.status).to_contain_text("you chose one.")
    expect(item.root.locator(".item-count")).to_have_text(f"1 of {needed} chosen")
    item.answer([*item.right, item.distractors[0]])
    item.is_now("invalid")
    expect(item.root.locator(".item-count")).to_have_text(f"{needed + 1} of {needed} chosen")


def test_partly_right_says_how_much_and_keeps_what_belongs(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "several")).open()
    wrong(item)
    expect(item.status).to_contain_text(f"Partly right: {len(item.right) - 1} of {len(item.right)}")
    expect(item.status).to_contain_text("still missing.")
    expect(item.root.locator("[data-verdict]")).to_have_count(len(item.wrong))
    item.main.click()
    expect(item.box(item.distractors[0])).to_be_disabled()
    for name in item.right[1:]:
        expect(item.box(name)).to_be_checked()


def test_only_what_was_chosen_is_marked_and_explained(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "one")).open()
    feedback = {name: item.root.locator(f'.answer [data-for="{name}"]').text_content() for name in item.item.choices}
    rationale = item.root.locator(".answer .rationale").text_content()
    wrong(item)
    expect(item.result).to_contain_text(feedback[item.wrong[0]] or "-")
    for name in [each for each in item.item.choices if each != item.wrong[0]]:
        expect(item.result).not_to_contain_text(feedback[name] or "-")
        expect(item.root.locator(f'.row:has([value="{name}"])')).not_to_have_attribute("data-verdict", re.compile("."))
    expect(item.result).not_to_contain_text(rationale or "-")
    item.main.click()
    expect(item.box(item.wrong[0])).to_be_disabled()
    expect(item.root.locator('[data-verdict="tried"]')).to_contain_text("Already tried")
    correct(item)
    expect(item.result).to_contain_text(rationale or "-")
    item.root.locator(".other-lines summary").click()
    for name in item.distractors:
        expect(item.root.locator(".other-lines")).to_contain_text(feedback[name] or "-")
    expect(item.root.locator(".other-lines")).not_to_contain_text(feedback[item.right[0]] or "-")
