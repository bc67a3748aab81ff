"""Rows and their partners."""

from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import correct, wrong


def test_a_row_without_partner_is_named_and_in_focus(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "match")).open()
    rows = [row for row, _ in map(str.split, item.right)]
    expect(item.select(rows[0]).locator("option").first).to_have_text("Choose …")
    item.answer([item.right[0], *item.right[2:]])
    item.is_now("invalid")
    name = item.root.locator(f'[data-row="{rows[1]}"] > span').first.inner_text()
    end = "" if name.endswith((".", "?", "!")) else "."
    expect(item.status).to_have_text(f'Choose an answer for "{name}{end}"')
    expect(item.select(rows[1])).to_be_focused()
    expect(item.root.locator("[aria-invalid]")).to_have_count(1)
    expect(item.root.locator(".item-count")).to_have_text(f"{len(rows) - 1} of {len(rows)} rows answered")


def test_partly_matched_keeps_the_right_rows_and_bars_what_was_tried(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "match")).open()
    feedback = {
        row: item.root.locator(f'.answer [data-for="{row}"]').text_content() for row, _ in map(str.split, item.right)
    }
    (first, tried), *others = map(str.split, item.wrong)
    wrong(item)
    expect(item.status).to_contain_text(f"Partly right: {len(others)} of {len(others) + 1} rows")
    expect(item.status).to_contain_text(feedback[first] or "-")
    for row, _ in others:
        expect(item.status).not_to_contain_text(feedback[row] or "-")
        expect(item.root.locator(f'[data-row="{row}"]')).to_have_attribute("data-verdict", "right")
    expect(item.root.locator('[data-verdict="wrong"] .row-verdict')).to_have_text("Not right")
    item.main.click()
    expect(item.select(first)).to_have_value("")
    expect(item.select(first).locator(f'option[value="{tried}"]')).to_be_disabled()
    expect(item.root.locator(f'[data-row="{first}"] .row-verdict')).to_contain_text("Already tried: ")
    for row, partner in others:
        expect(item.select(row)).to_have_value(partner)
    correct(item)
    item.root.locator(".other-lines summary").click()
    for words in feedback.values():
        expect(item.root.locator(".other-lines")).to_contain_text(words or "-")
