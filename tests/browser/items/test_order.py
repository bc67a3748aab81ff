"""Rows that move."""

from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import COUNT_ANNOUNCEMENTS, Shown
from tests.browser.items.states import revealed, wrong


def test_a_moved_row_is_said_once_and_keeps_the_focus(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    rows = item.standing()
    name = item.root.locator(f'[data-row="{rows[1]}"] > span').inner_text()
    item.root.evaluate(COUNT_ANNOUNCEMENTS)
    item.up(rows[1]).click()
    assert item.standing() == [rows[1], rows[0], *rows[2:]]
    expect(item.up(rows[1])).to_be_focused()
    expect(item.status).to_have_text(f'"{name}" moved to position 1 of {len(rows)}')
    expect(item.root.locator(".item-count")).to_have_text(f'"{name}" moved to position 1 of {len(rows)}')
    assert page.evaluate("() => window.updates") == 1
    expect(item.up(rows[1])).to_have_attribute("aria-disabled", "true")
    item.up(rows[1]).click(force=True)  # there is no way further up
    assert item.standing()[0] == rows[1]
    assert page.evaluate("() => window.updates") == 1
    expect(item.root.locator('[data-move="1"][aria-disabled="true"]')).to_have_count(1)


def test_a_row_goes_to_the_position_that_its_select_names(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    first, *others = item.standing()
    item.select(first).focus()
    item.press("End")
    assert item.standing() == [*others, first]
    expect(item.select(first)).to_be_focused()
    expect(item.status).to_contain_text(f"moved to position {len(others) + 1} of")
    for place, row in enumerate(item.standing()):
        expect(item.select(row)).to_have_value(str(place + 1))


def test_the_fewest_rows_are_marked_and_no_right_one(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    first, *others = item.right
    item.answer([*others, first])
    item.is_now("partly")
    expect(item.root.locator("[data-verdict]")).to_have_count(1)
    expect(item.root.locator(f'[data-row="{first}"] .row-verdict')).to_have_text("Too late")
    expect(item.status).to_contain_text(" comes before ")


def test_partly_ordered_marks_the_step_that_stands_too_early(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    feedback = {row: item.root.locator(f'.answer [data-for="{row}"]').text_content() for row in item.right}
    begun = item.standing()
    assert begun != item.right
    wrong(item)
    pairs = len(item.right) * (len(item.right) - 1) // 2
    expect(item.status).to_contain_text(f"Partly right: {pairs - 1} of {pairs} pairs in order")
    expect(item.root.locator("[data-verdict]")).to_have_count(1)
    expect(item.root.locator(f'[data-row="{item.right[1]}"] .row-verdict')).to_have_text("Too early")
    for row, words in feedback.items():
        (expect(item.status).to_contain_text if row == item.right[1] else expect(item.status).not_to_contain_text)(
            words or "-"
        )
    item.main.click()
    assert item.standing() == item.wrong
    item.main.click()
    expect(item.status).to_have_text("You already tried this order. Move a row, then press Check.")
    revealed(item)
    assert item.standing() == item.right
    item.reset.click()
    item.is_now("unseen")
    assert item.standing() != item.right and sorted(item.standing()) == sorted(begun)
