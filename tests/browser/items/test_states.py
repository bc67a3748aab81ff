"""Every kind in every state: axe finds nothing, nothing scrolls sideways, and a reload restores it to the letter."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import looks_without_sideways_scrolling
from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown, side_by_side
from tests.browser.items.states import NOT_OF_A_CARD, STATES


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_state_is_free_of_faults_and_comes_back_to_the_letter(
    page: Page, axe: Any, samples: list[Placed], items: list[Placed], state: Callable[[Shown], None]
) -> None:
    """In light at 1280 px, then the same page in dark at 320 px, then after a reload."""
    cards = [] if state in NOT_OF_A_CARD else [of_kind([each for each in items if each.url == samples[0].url], "card")]
    shown_items = side_by_side(page, [*samples, *cards])
    for each in shown_items:
        state(each)
    before = [each.seen() for each in shown_items]
    for fold in page.locator("quiz-item .other-lines summary").all():
        fold.click()
    for look in looks_without_sideways_scrolling(page):
        assert axe(page, "quiz-item") == [], look
    shown_items[0].reload()
    for each in shown_items:
        each.is_there()
    assert [each.seen() for each in shown_items] == before
