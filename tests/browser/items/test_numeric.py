"""Numbers: named mistakes, and what is no number."""

from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown


def test_a_wrong_number_that_has_a_name_is_explained(page: Page, items: list[Placed]) -> None:
    named = next(each for each in items if each.kind == "number" and each.declaration.get("mistakes"))
    item = Shown(page, named).open()
    feedback = item.root.locator('.answer [data-for="0"]').text_content() or "-"
    item.answer([str(item.declaration["mistakes"][0])])
    expect(item.status).to_contain_text(feedback)
    item.main.click()
    expect(item.root.locator(".item-count")).to_contain_text("Already tried")
    item.answer(["-98765,4"])
    expect(item.status).to_contain_text("-98765,4 was read as -98765.4.")
    expect(item.status).not_to_contain_text(feedback)


def test_a_wrong_number_and_a_wrong_word_look_wrong_not_by_color_alone(page: Page, items: list[Placed]) -> None:
    for kind in ("number", "cloze"):
        item = Shown(page, of_kind(items, kind)).open()
        fieldset = item.root.locator("fieldset").first
        height = fieldset.bounding_box()["height"]
        item.answer(item.wrong)
        item.is_now("wrong")
        assert item.field.evaluate("field => getComputedStyle(field).borderTopStyle") == "dashed"
        expect(item.root.locator(".field-verdict svg")).to_be_visible()
        assert fieldset.bounding_box()["height"] == height
        item.main.click()
        expect(item.root.locator(".field-verdict")).to_have_count(0)
        item.answer(item.right)
        assert item.field.evaluate("field => getComputedStyle(field).borderTopStyle") == "solid"


def test_what_is_no_number_is_refused_and_stays_in_the_field(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "number")).open()
    for typed, words in [("1,234.5", "no thousands separators"), ("about 4", "not a number"), ("NaN", "not a number")]:
        item.answer([typed])
        expect(item.status).to_contain_text(words)
        expect(item.field).to_have_value(typed)
        expect(item.field).to_be_focused()
