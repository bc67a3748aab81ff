"""A gap to fill."""

from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import revealed


def test_a_gap_takes_every_variant_in_any_case_and_explains_a_known_mistake(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "cloze")).open()
    feedback = item.root.locator('.answer [data-for="0"]').text_content() or "-"
    item.answer([f"  {item.wrong[0].upper()} "])
    item.is_now("wrong")
    expect(item.status).to_contain_text(feedback)
    item.main.click()
    item.answer(["something else"])
    expect(item.status).to_contain_text("does not fit")
    expect(item.root.locator(".item-count")).to_contain_text("Already tried: ")
    item.main.click()
    item.answer([item.right[-1][:2] + item.right[-1][3:]])
    expect(item.status).to_contain_text("Check the spelling.")
    item.main.click()
    item.answer([item.right[-1].title()])
    item.is_now("correct")


def test_what_fills_the_gap_is_shown_in_it(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "cloze")).open()
    revealed(item)
    expect(item.field).to_have_value(item.right[0])
    expect(item.field).to_have_attribute("readonly", "true")
    item.reset.click()
    expect(item.field).to_have_value("")
