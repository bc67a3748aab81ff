"""Dragging is an extra: by mouse and by finger it does what buttons and selects do, and called off it does nothing."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import held
from tests.browser.items.loaded import loaded
from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import COUNT_ANNOUNCEMENTS, Shown
from tests.browser.items.states import wrong
from tests.browser.waits import wait_for_paint, wait_until

Point = tuple[float, float]


class Mouse:
    """Presses, moves and lets go at points of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, at: Point) -> None:
        self.page.mouse.move(*at)
        self.page.mouse.down()

    def move(self, to: Point) -> None:
        self.page.mouse.move(*to, steps=5)

    def release(self) -> None:
        self.page.mouse.up()


class Finger:
    """The same by touch, through the browser's own input."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.at: Point = (0, 0)

    def send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def press(self, at: Point) -> None:
        self.at = at
        self.send("touchStart", at)

    def move(self, to: Point) -> None:
        for step in (0.25, 0.5, 0.75, 1):
            self.send("touchMove", (self.at[0] + step * (to[0] - self.at[0]), self.at[1] + step * (to[1] - self.at[1])))
        self.at = to
        wait_for_paint(self.page)  # the browser hands moves of a finger on with the next frame

    def release(self) -> None:
        self.send("touchEnd")

    def cancel(self) -> None:
        self.send("touchCancel")


@pytest.fixture(params=[Mouse, Finger])
def shown_and_hand(request: pytest.FixtureRequest, open_context: Any, items: list[Placed]) -> Any:
    def make(kind: str) -> tuple[Shown, Any]:
        touch = request.param is Finger
        page = open_context(has_touch=touch, viewport={"width": 390, "height": 900}).new_page()
        on_gallery = [each for each in items if each.url == "contributing/gallery/"]
        shown = Shown(page, of_kind(on_gallery, kind)).open()
        page.evaluate("() => scrollBy(0, 1)")
        shown.root.evaluate("it => it.scrollIntoView({block: 'center'})")
        return shown, request.param(page)

    return make


def middle(what: Any) -> Point:
    box = what.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def grip(shown: Shown, row: str) -> Any:
    return shown.root.locator(f'[data-row="{row}"] .grip')


def begin(shown: Shown, hand: Any, what: Any) -> None:
    """Presses, and waits for the module that only the first press brings."""
    hand.press(middle(what))
    expect(shown.root.locator("[data-dragged]")).to_have_count(1)


def test_a_row_is_dragged_to_its_place_said_once_and_kept(shown_and_hand: Any) -> None:
    shown, hand = shown_and_hand("order")
    first, *others = shown.standing()
    name = shown.root.locator(f'[data-row="{first}"] > span').inner_text()
    shown.root.evaluate(COUNT_ANNOUNCEMENTS)
    assert "drag" not in loaded(shown.page)
    begin(shown, hand, grip(shown, first))
    assert "drag" in loaded(shown.page)
    x, y = middle(shown.root.locator("[data-row]").nth(2))
    hand.move((x, y + 20))
    assert shown.standing() == [*others[:2], first, *others[2:]]  # it goes along
    expect(shown.status).to_be_empty()
    hand.release()
    expect(shown.status).to_have_text(f'"{name}" moved to position 3 of {len(others) + 1}')
    assert shown.page.evaluate("() => window.updates") == 1
    assert shown.standing() == [*others[:2], first, *others[2:]]
    expect(shown.select(first)).to_have_value("3")
    shown.is_now("answering")
    before = shown.seen()
    shown.reload()
    assert shown.seen() == before


def test_a_drag_that_is_called_off_leaves_everything_as_it_was(shown_and_hand: Any) -> None:
    shown, hand = shown_and_hand("order")
    before = shown.standing()
    begin(shown, hand, grip(shown, before[0]))
    hand.move(middle(shown.root.locator("[data-row]").last))
    assert shown.standing() != before
    if isinstance(hand, Finger):
        hand.cancel()
    else:
        shown.press("Escape")
        hand.release()
    expect(shown.root.locator("[data-dragged]")).to_have_count(0)
    assert shown.standing() == before
    shown.is_now("unseen")
    expect(shown.status).to_be_empty()


def test_a_drag_ends_when_the_window_loses_the_focus(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "order")).open()
    shown.root.evaluate("it => it.scrollIntoView({block: 'center'})")
    hand, before = Mouse(page), shown.standing()
    begin(shown, hand, grip(shown, before[0]))
    hand.move(middle(shown.root.locator("[data-row]").last))
    assert shown.standing() != before
    page.evaluate("() => dispatchEvent(new Event('blur'))")
    expect(shown.root.locator("[data-dragged]")).to_have_count(0)
    assert shown.standing() == before
    hand.move(middle(shown.root.locator("[data-row]").nth(1)))
    hand.release()
    wait_for_paint(page)
    assert shown.standing() == before
    shown.is_now("unseen")


def test_a_press_without_a_move_does_nothing(shown_and_hand: Any) -> None:
    shown, hand = shown_and_hand("order")
    begin(shown, hand, grip(shown, shown.standing()[1]))
    hand.release()
    expect(shown.root.locator("[data-dragged]")).to_have_count(0)
    shown.is_now("unseen")


def test_a_quick_press_before_the_module_is_there_holds_nothing(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "order")).open()
    shown.root.evaluate("it => it.scrollIntoView({block: 'center'})")
    before = shown.standing()
    waiting = held(page, "**/drag-*.js")
    page.mouse.move(*middle(grip(shown, before[0])))
    page.mouse.down()
    wait_until(page, lambda: waiting)
    page.mouse.up()
    waiting[0].continue_()
    wait_until(page, lambda: "drag" in loaded(page))
    wait_for_paint(page)
    expect(shown.root.locator("[data-dragged]")).to_have_count(0)
    page.mouse.move(*middle(shown.root.locator("[data-row]").last), steps=4)
    wait_for_paint(page)
    assert shown.standing() == before
    expect(shown.root.locator("[data-dragged]")).to_have_count(0)


def test_a_checked_order_has_no_grips(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "order")).open()
    wrong(shown)
    expect(shown.root.locator(".grip:visible")).to_have_count(0)


def test_partners_are_dragged_onto_their_rows(shown_and_hand: Any) -> None:
    shown, hand = shown_and_hand("match")
    shown.root.get_by_role("button", name="Drag answers").click()
    shown.root.evaluate("it => it.scrollIntoView({block: 'center'})")
    left, right = shown.right[0].split()
    chip = shown.root.locator(f'.chip[data-partner="{right}"]')
    words = chip.inner_text()
    shown.root.evaluate(COUNT_ANNOUNCEMENTS)
    begin(shown, hand, chip)
    hand.move(middle(shown.root.locator(f'[data-row="{left}"] > span').first))
    expect(shown.root.locator(f'[data-row="{left}"]')).to_have_attribute("data-drop-target", "")
    hand.release()
    expect(shown.select(left)).to_have_value(right)
    expect(shown.status).to_contain_text(f"{words} goes with ")
    assert shown.page.evaluate("() => window.updates") == 1
    expect(shown.root.locator("[data-drop-target], [data-dragged]")).to_have_count(0)
    begin(shown, hand, chip)
    hand.move(middle(shown.root.locator("legend").first))
    hand.release()  # on no row
    expect(shown.root.locator("[data-dragged]")).to_have_count(0)
    expect(shown.root.locator(".item-count")).to_have_text("1 of 3 rows answered")


def test_a_partner_that_was_tried_on_a_row_is_not_taken_again(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "match")).open()
    wrong(shown)
    shown.main.click()
    left, tried = shown.wrong[0].split()
    shown.root.get_by_role("button", name="Drag answers").click()
    shown.root.evaluate("it => it.scrollIntoView({block: 'center'})")
    hand = Mouse(page)
    begin(shown, hand, shown.root.locator(f'.chip[data-partner="{tried}"]'))
    hand.move(middle(shown.root.locator(f'[data-row="{left}"] > span').first))
    hand.release()
    expect(shown.select(left)).to_have_value("")


def test_an_answer_is_put_into_a_row_by_two_presses(shown_and_hand: Any) -> None:
    shown, hand = shown_and_hand("match")
    shown.root.get_by_role("button", name="Drag answers").click()
    expect(shown.root.locator(".tray .instructions")).to_contain_text("press an answer and then its row")
    left, right = shown.right[0].split()
    chip = shown.root.locator(f'.chip[data-partner="{right}"]')
    for picked_count in (1, 0, 1):
        hand.press(middle(chip))
        hand.release()
        expect(shown.root.locator(".chip[data-picked]")).to_have_count(picked_count)
    expect(shown.select(left)).to_have_value("")
    hand.press(middle(shown.select(left)))  # where the list is: it does not open
    hand.release()
    expect(shown.select(left)).to_have_value(right)
    expect(shown.status).to_contain_text(" goes with ")
    expect(shown.root.locator(".chip[data-picked]")).to_have_count(0)


def test_the_button_says_that_it_hides_the_tray_and_goes_with_the_answer(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "match")).open()
    button = shown.root.locator("[data-do=drag]")
    expect(button).to_have_text("Drag answers (mouse or touch)")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_text("Hide the tray")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(button).to_have_text("Drag answers (mouse or touch)")
    expect(shown.root.locator(".tray")).to_have_count(0)
    shown.second.click()
    shown.is_now("revealed")
    expect(button).to_be_hidden()


def test_the_tray_is_in_view_beside_the_first_row_of_a_tall_question(open_context: Any, items: list[Placed]) -> None:
    page = open_context(has_touch=True, viewport={"width": 360, "height": 640}).new_page()
    shown = Shown(page, of_kind(items, "match")).open()
    shown.root.get_by_role("button", name="Drag answers").click()
    first = shown.root.locator("[data-row]").first
    first.evaluate("row => scrollBy(0, row.getBoundingClientRect().top - 100)")
    expect(shown.root.locator(".tray")).to_be_in_viewport(ratio=1)
