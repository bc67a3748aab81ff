"""A reader who has a keyboard alone: from an item's focused first field to its last one."""

from playwright.sync_api import expect

from tests.browser.items.placed import for_kind
from tests.browser.items.shown import Shown


def type_in(shown: Shown, response: list[str]) -> None:
    """By keys alone, from a focused first field to the last one."""
    typed = {
        "number": type_text,
        "cloze": type_text,
        "match": type_match,
        "order": type_order,
        "several": type_several,
        "one": type_one,
    }
    for_kind(shown.item.kind, typed, "typed in by_keys.py")(shown, response)


def type_text(shown: Shown, response: list[str]) -> None:
    shown.press("ControlOrMeta+a")
    shown.page.keyboard.type(response[0])


def type_match(shown: Shown, response: list[str]) -> None:
    for at, (left, right) in enumerate(map(str.split, response)):
        if at:
            shown.press("Tab")
        turn_to(shown, left, right)


def type_order(shown: Shown, response: list[str]) -> None:
    for name, times in shown.moves(response):
        shown.reach(shown.up(name))
        for _ in range(times):
            shown.press("Enter")
            expect(shown.up(name)).to_be_focused()
    shown.reach(shown.root.locator("[data-move]").last)


def type_several(shown: Shown, response: list[str]) -> None:
    for name in shown.item.choices:
        if shown.box(name).is_enabled():
            if shown.box(name).is_checked() != (name in response):
                shown.press("Space")
            shown.press("Tab")
    shown.press("Shift+Tab")


def type_one(shown: Shown, response: list[str]) -> None:
    for _ in range(2 * len(shown.item.choices)):
        if shown.box(response[0]).is_checked():
            break
        shown.press("ArrowDown")
    expect(shown.box(response[0])).to_be_checked()


def turn_to(shown: Shown, row: str, value: str) -> None:
    """By arrow keys in the focused select."""
    expect(shown.select(row)).to_be_focused()
    values = shown.select(row).evaluate("select => [...select.options].map(option => option.value)")
    for _ in values:
        now = shown.select(row).input_value()
        if now != value:
            shown.press("ArrowDown" if values.index(now) < values.index(value) else "ArrowUp")
    expect(shown.select(row)).to_have_value(value)
