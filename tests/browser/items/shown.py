"""One item on an open page, and the hands of a reader: mouse or finger."""

import re
import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed
from tests.browser.items.stored import WRITES_DONE

FIELDS = ":is(input, select)"
CONTROLS = ":is(input, select, button)"
SEEN = """item => ({
  state: item.dataset.state,
  fields: [...item.querySelectorAll('input, select')].map(i => [i.type === 'text' || i.options ? i.value : i.checked,
    [...i.options ?? []].map(option => option.disabled), i.disabled, i.readOnly,
    i.ariaDisabled, i.getAttribute('aria-describedby'), i.closest('[aria-invalid], [role=radiogroup]')?.ariaInvalid]),
  rows: [...item.querySelectorAll('.row')].map(row => [row.dataset.verdict, row.innerText]),
  head: item.querySelector('.item-head').innerText,
  buttons: [...item.querySelectorAll('.item-buttons button, .hints button')]
    .map(b => [b.innerText, b.hidden, b.type, b.ariaDisabled]),
  hints: [...item.querySelectorAll('.hints details')].map(fold => [fold.hidden, fold.open]),
  // which row was moved last is said once, and no part of the state
  count: item.querySelector('.item-count:not([aria-hidden])')?.innerText,
  result: [...item.querySelectorAll('[role=status] > :not(.visually-hidden), .explanation')].map(it => it.innerText),
})"""
# to a page that asks its clock how long ago a key was pressed
HALF_A_SECOND_LATER = """() => {
  const now = performance.now.bind(performance);
  performance.now = () => now() + 550;
}"""
# two keys are pressed with no time between them, however long a slow machine takes for each
STOP_CLOCK = """() => {
  const stopped = performance.now();
  performance.now = () => stopped;
}"""
# counts in window.updates how often the live region of an item changes
COUNT_ANNOUNCEMENTS = """item => {
  window.updates = 0;
  new MutationObserver(() => window.updates++)
    .observe(item.querySelector('[role=status]'), {childList: true, subtree: true, characterData: true});
}"""
DOUBLE = 0.6  # s within which two taps are one


class Shown:
    """One item on an open page, and the hands of a reader."""

    def __init__(self, page: Page, item: Placed, hand: str = "click") -> None:
        self.hand = hand
        self.tapped: tuple[Any, float] = (None, 0.0)
        self.page, self.item, self.declaration = page, item, item.declaration
        self.root = page.locator(f"#item-{item.id}")
        self.main, self.go_on, answer, self.reset = (
            self.root.locator(".item-buttons > button").nth(at) for at in range(4)
        )
        self.second = self.go_on if item.kind == "card" else answer
        self.status, self.result = self.root.locator("[role=status]"), self.root.locator(".item-result")
        self.field = self.main if item.kind == "card" else self.root.locator(FIELDS).first

    def open(self) -> "Shown":
        self.page.goto(self.item.url)
        self.is_there()
        return self

    def reload(self) -> None:
        """As a reader does, who is not so quick that the last answer is not written yet."""
        self.page.evaluate(WRITES_DONE)
        self.page.reload()
        self.is_there()

    def is_there(self) -> None:
        """The reader has come near, scripts have come, and the item knows what was kept of it."""
        self.root.scroll_into_view_if_needed()
        expect(self.root).to_have_attribute("data-state", re.compile("."))

    def is_now(self, state: str) -> None:
        expect(self.root).to_have_attribute("data-state", state)

    def seen(self) -> Any:
        return self.root.evaluate(SEEN)

    def box(self, name: str) -> Any:
        return self.root.locator(f'input[value="{name}"]')

    @property
    def right(self) -> list[str]:
        """The key, in texts; of a row `left right`."""
        return [" ".join(key) if isinstance(key, list) else str(key) for key in self.declaration["correct"]]

    @property
    def distractors(self) -> list[str]:
        return [name for name in self.item.choices if name not in self.right]

    @property
    def wrong(self) -> list[str]:
        """Not right; for several keys one of them and a distractor, for rows the first in another's place."""
        if self.item.kind == "order":
            return [self.right[1], self.right[0], *self.right[2:]]
        if self.item.kind == "match":
            (left, _), (_, other), *_ = self.declaration["correct"]
            return [f"{left} {other}", *self.right[1:]]
        if self.item.kind == "card":
            return ["forgot"]
        if self.item.kind in ("cloze", "number"):
            [key, *_] = self.declaration["correct"]
            invented = "some other words" if self.item.kind == "cloze" else key * 3 + 7
            return [str(next(iter(self.declaration.get("mistakes", [])), invented))]
        return [*self.right[1:], self.distractors[0]]

    @property
    def wrong_state(self) -> str:
        return "partly" if self.item.kind in ("several", "match", "order") else "wrong"

    def choose(self, response: list[str]) -> None:
        """By clicks on rows, by typing into a field, by the browser's own list of a select."""
        if self.item.kind == "card":
            self.touch(self.main)
            expect(self.second).to_have_text("Remembered")
        elif self.item.kind in ("number", "cloze"):
            self.touch(self.field)
            self.field.fill(response[0])
        elif self.item.kind == "match":
            for left, right in map(str.split, response):
                self.select(left).select_option(right)
        elif self.item.kind == "order":
            for name, times in self.moves(response):
                for _ in range(times):
                    self.touch(self.up(name))
        else:
            for name in response:
                if not self.box(name).is_checked():
                    self.touch(self.root.locator(f'.row:has([value="{name}"])'))

    def touch(self, what: Any) -> None:
        """By mouse or by finger."""
        if self.hand == "tap":
            self.rest(what)
            place = what.bounding_box()
            what.tap()
            self.tapped = place, time.monotonic()
        else:
            what.click()

    def rest(self, what: Any) -> None:
        """A tap that follows on another at the same place would be the second half of a double tap."""
        what.scroll_into_view_if_needed()
        last, when = self.tapped
        if last and overlap(last, what.bounding_box()):
            self.page.wait_for_timeout(max(0, 1000 * (DOUBLE + when - time.monotonic())))

    def standing(self) -> list[str]:
        """The rows as they stand."""
        found: list[str] = self.root.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
        return found

    def moves(self, response: list[str]) -> list[tuple[str, int]]:
        """Which rows have to go up, and how far each, first things first."""
        now, found = self.standing(), []
        for place, name in enumerate(response):
            found.append((name, now.index(name) - place))
            now.remove(name)
            now.insert(place, name)
        return found

    def up(self, row: str) -> Any:
        return self.root.locator(f'[data-row="{row}"] [data-move="-1"]')

    def reach(self, what: Any) -> None:
        """By Tab, forwards or backwards."""
        later = what.evaluate("it => !!(document.activeElement.compareDocumentPosition(it) & 4)")
        for _ in range(40):
            if what.evaluate("it => it === document.activeElement"):
                return
            self.press("Tab" if later else "Shift+Tab")
        pytest.fail("not reached by Tab")

    def select(self, row: str) -> Any:
        return self.root.locator(f'[data-row="{row}"] select')

    def answer(self, response: list[str]) -> None:
        self.choose(response)
        self.touch(self.root.locator(f'[data-do="{response[0]}"]') if self.item.kind == "card" else self.main)

    def height_of(self, what: Any) -> float:
        """How far below the item's top something stands, to 0.01 px, wherever the page is scrolled to."""
        return round(float(what.bounding_box()["y"] - self.root.bounding_box()["y"]), 2)  # 0.00002: how Firefox adds

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def press_button(self, key: str) -> None:
        """As a reader who has read what the button says now: a key that is pressed twice in a hurry counts once."""
        self.page.evaluate(HALF_A_SECOND_LATER)
        self.press(key)


def overlap(one: Any, other: Any) -> bool:
    """Whether two boxes share a point."""
    return all(
        one[side] < other[side] + other[size] and other[side] < one[side] + one[size]
        for side, size in [("x", "width"), ("y", "height")]
    )


def side_by_side(page: Page, items: list[Placed]) -> list[Shown]:
    """Items of one page, which is opened."""
    page.goto(items[0].url)
    shown_items = [Shown(page, item) for item in items]
    for each in shown_items:
        each.is_there()
    return shown_items
