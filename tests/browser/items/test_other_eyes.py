"""Readers with large text, forced colours, less motion, big fingers, or a keyboard under a sticky header.

That nothing scrolls sideways at 320 px in any state is asked in test_states.py.
"""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import CONTROLS, FIELDS, Shown, side_by_side
from tests.browser.items.states import correct, revealed, second_try, unseen, wrong

CUT = """item => [...item.querySelectorAll('*')]
  .filter(part => part.checkVisibility() && !part.matches('select, input, .visually-hidden, svg, svg *, option'))
  .filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline')
  .map(part => `${part.tagName}.${part.className} ${part.scrollWidth} in ${part.clientWidth}`)"""
SMALL = """item => [...item.querySelectorAll('button, select, summary, a, .row:has(input), input[type=text]')]
  .filter(part => part.checkVisibility() && !part.closest('p, dd, li > span'))
  .map(part => [part, part.getBoundingClientRect()])
  .filter(([part, box]) => box.height < (part.matches('a') ? 24 : 43.9) || box.width < 24)
  .map(([part, box]) => `${part.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`)"""
MOVING = """() => document.getAnimations()
  .filter(one => one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 1)
  .map(one => (one.animationName ?? one.transitionProperty) + ' of ' + one.effect.target.className)"""
COVERED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const header = document.querySelector('.md-header').getBoundingClientRect();
  const inside = document.activeElement.closest('quiz-item');
  return inside && (box.top < header.bottom - 0.5 || box.top > innerHeight)
    ? [document.activeElement.outerHTML.slice(0, 80), box.top, header.bottom, box.bottom] : null;
}"""

OUTLINE = "row => getComputedStyle(row).outlineStyle"
LINE = "result => getComputedStyle(result).borderLeftStyle"


@pytest.fixture
def with_card(samples: list[Placed], items: list[Placed]) -> list[Placed]:
    return [*samples, of_kind([each for each in items if each.url == samples[0].url], "card")]


@pytest.mark.parametrize("width", [1280, 640])
def test_text_of_double_size_is_neither_cut_nor_scrolled_sideways(
    open_context: Any, with_card: list[Placed], subtests: pytest.Subtests, width: int
) -> None:
    page = open_context(viewport={"width": width, "height": 800}, large_text=True).new_page()
    shown_items = side_by_side(page, with_card)
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "40px"
    for state in [second_try, correct]:
        for each in shown_items:
            state(each)
        for each in shown_items:
            with subtests.test(kind=each.item.kind, state=state.__name__):
                assert each.root.evaluate(CUT) == []
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width


def test_every_target_is_large_enough_for_a_finger(
    page: Page, with_card: list[Placed], subtests: pytest.Subtests
) -> None:
    """44 px for what answers, 24 px for the rest; a row of a choice is its target."""
    page.set_viewport_size({"width": 320, "height": 800})
    shown_items = side_by_side(page, with_card)
    for state in [unseen, second_try, correct]:
        for each in shown_items:
            state(each)
        for each in shown_items:
            with subtests.test(kind=each.item.kind, state=state.__name__):
                assert each.root.evaluate(SMALL) == []


def test_with_less_motion_nothing_moves(open_context: Any, with_card: list[Placed], subtests: pytest.Subtests) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    for each in side_by_side(page, with_card):
        with subtests.test(kind=each.item.kind):
            wrong(each)
            assert page.evaluate(MOVING) == []
            each.root.hover()
            assert page.evaluate(MOVING) == []


def test_a_focused_field_is_never_under_the_header(one_of_each: list[Shown], page: Page) -> None:
    """Down the page by Tab, and up again, which is where a sticky header covers."""
    page.set_viewport_size({"width": 1280, "height": 500})
    first = page.locator("quiz-item").first.locator(CONTROLS).first
    last = page.locator("quiz-item").last.locator(f"{CONTROLS}:visible").last
    for start, key in [(first, "Tab"), (last, "Shift+Tab")]:
        start.focus()
        stops = 0
        while page.evaluate("() => !!document.activeElement.closest('quiz-item')"):
            assert page.evaluate(COVERED) is None
            page.keyboard.press(key)
            stops += 1
        assert stops > 30


def test_forced_colours_keep_borders_and_selection(
    open_context: Any, with_card: list[Placed], subtests: pytest.Subtests
) -> None:
    page = open_context(forced_colors="active").new_page()
    for each in side_by_side(page, with_card):
        with subtests.test(kind=each.item.kind):
            assert edges(each.root)
            for control in each.root.locator(
                f"{FIELDS}:not([type=radio], [type=checkbox]), .item-buttons button"
            ).all():
                assert edges(control) or control.is_hidden()
            for row in each.root.locator(".row:has(:is([type=radio], [type=checkbox]))").all():
                assert edges(row)
                assert row.evaluate(OUTLINE) == "none"
                row.click()
                assert row.evaluate(OUTLINE) == "solid"


def test_forced_colours_leave_each_verdict_a_line_of_its_own(
    open_context: Any, samples: list[Placed], subtests: pytest.Subtests
) -> None:
    page = open_context(forced_colors="active").new_page()
    for each in side_by_side(page, samples):
        with subtests.test(kind=each.item.kind):
            wrong(each)
            lines = [each.result.evaluate(LINE)]
            revealed(each)
            lines.append(each.result.evaluate(LINE))
            each.reset.click()
            correct(each)
            lines.append(each.result.evaluate(LINE))
            assert len(set(lines)) == 3
            assert "none" not in lines


def edges(part: Any) -> bool:
    """A line all round, in another colour than what it stands on."""
    found: bool = part.evaluate(
        """part => { const style = getComputedStyle(part);
          return ['Top', 'Right', 'Bottom', 'Left'].every(side => parseFloat(style[`border${side}Width`]) > 0
            && style[`border${side}Style`] !== 'none' && style[`border${side}Color`] !== style.backgroundColor); }"""
    )
    return found
