"""A page loads what its quiz needs when a reader comes near, and nothing that is done before is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.items.loaded import loaded
from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import correct
from tests.browser.items.stored import PATIENT, STUCK, WRITES_DONE
from tests.browser.waits import wait_until

FAR = {"width": 1280, "height": 300}  # no item is in view


@pytest.fixture
def lesson(items: list[Placed]) -> Placed:
    """Of the page with the fewest interactions; its items stand below other things."""
    found = [each for each in items if each.kind == "one" and each.url.count("/") == 2 and not each.last]
    return min(found, key=lambda item: len({each.interaction for each in items if each.url == item.url}))


def test_a_page_that_nobody_answered_loads_one_small_script(page: Page, lesson: Placed) -> None:
    page.set_viewport_size(FAR)
    page.goto(lesson.url, wait_until="networkidle")
    here = loaded(page)
    assert "define.js" in here and "quiz.css" in here
    assert not [name for name in here if name in ("page-session", "choice", "states.css")]
    page.locator(f"#item-{lesson.id}").scroll_into_view_if_needed()
    expect(page.locator(f"#item-{lesson.id}")).to_have_attribute("data-state", "unseen")


def test_only_the_interactions_of_the_page_are_loaded(page: Page, items: list[Placed], lesson: Placed) -> None:
    Shown(page, lesson).open()
    here = {each.interaction for each in items if each.url == lesson.url}
    others = {each.interaction for each in items} - here
    assert others and here <= set(loaded(page))
    assert not others & set(loaded(page))
    assert "drag" not in loaded(page)


@pytest.mark.parametrize("url", ["", "review/", "progress/", "your-answers/", "lesson"])
def test_a_page_that_is_only_read_stores_nothing(page: Page, lesson: Placed, url: str) -> None:
    if url == "lesson":
        Shown(page, lesson).open()
    else:
        page.goto(url, wait_until="networkidle")
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


def test_a_reader_who_has_answered_before_finds_the_page_awake(open_context: Any, lesson: Placed) -> None:
    context = open_context(viewport=FAR)
    shown = Shown(context.new_page(), lesson).open()
    correct(shown)
    shown.page.evaluate(WRITES_DONE)
    again = context.new_page()
    again.goto(lesson.url)
    expect(again.locator(f"#item-{lesson.id}")).to_have_attribute("data-state", "correct")
    assert not again.evaluate("() => scrollY")


@pytest.fixture
def slow(open_context: Any) -> Callable[[], tuple[Page, Callable[[], None]]]:
    """A page whose elements do not come until they are let through."""

    def make() -> tuple[Page, Callable[[], None]]:
        held: list[Route] = []
        page = open_context().new_page()

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/page-session-*.js", hold)

        def let_through() -> None:
            wait_until(page, lambda: held)
            for route in held:
                route.continue_()
            page.unroute("**/page-session-*.js")

        return page, let_through

    return make


def test_what_is_pressed_before_scripts_are_there_is_done_once_they_are(slow: Any, items: list[Placed]) -> None:
    on_gallery = [each for each in items if each.url == "contributing/gallery/"]
    page, let_through = slow()
    one, order = (Shown(page, of_kind(on_gallery, kind)) for kind in ("one", "order"))
    page.goto(one.item.url)
    one.choose(one.wrong)
    one.main.click()
    first, second, *_ = order.standing()
    order.up(second).click()
    before = one.height_of(one.root.locator(".row").last)
    expect(one.root).to_have_attribute("data-state", "")
    let_through()
    one.is_now("wrong")
    order.is_now("answering")
    assert order.standing()[:2] == [second, first]
    assert one.height_of(one.root.locator(".row").last) == before


def test_who_acts_before_scripts_are_there_does_not_wait_for_a_browser_that_is_stuck(
    slow: Any, items: list[Placed]
) -> None:
    page, let_through = slow()
    page.add_init_script(STUCK + PATIENT)
    number = Shown(page, of_kind([each for each in items if not each.url.startswith("contributing/")], "number"))
    page.goto(number.item.url)
    number.field.fill(number.right[0])
    let_through()
    number.is_now("answering")


def test_what_is_typed_before_scripts_are_there_is_kept(slow: Any, items: list[Placed]) -> None:
    page, let_through = slow()
    number = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "number"))
    page.goto(number.item.url)
    number.field.fill("0.")  # half a number
    let_through()
    number.is_now("answering")
    number.reload()
    expect(number.field).to_have_value("0.")


@pytest.mark.parametrize("missing", ["page-session", "choice"])
def test_where_a_script_does_not_come_the_answer_is_there_as_without_scripts(
    open_context: Any, watched: Any, lesson: Placed, missing: str
) -> None:
    watched.allowed += [f"chunks/{missing}-", "Failed to load resource"]
    page = open_context().new_page()
    page.route(f"**/{missing}-*.js", lambda route: route.abort())
    page.goto(lesson.url)
    item = page.locator(f"#item-{lesson.id}")
    item.scroll_into_view_if_needed()
    expect(page.locator(f"#item-{lesson.id}:not([data-state])")).to_have_count(1)
    item.locator(".answer > summary").click()
    expect(item.locator(".rationale")).to_be_visible()
    expect(item.locator(".item-buttons button").first).to_be_hidden()


def test_nothing_moves_when_scripts_come(
    open_context: Any, page: Page, items: list[Placed], subtests: pytest.Subtests
) -> None:
    heights = "() => [...document.querySelectorAll('quiz-item')].map(it => [it.id, it.getBoundingClientRect().height])"
    url = "contributing/gallery/"
    bare = open_context(java_script_enabled=False).new_page()
    bare.goto(url)
    Shown(page, [each for each in items if each.url == url][-1]).open().is_there()
    expect(page.locator("quiz-item .answer:visible")).to_have_count(0)
    for width in [1280, 768, 390, 360, 320]:
        with subtests.test(width=width):
            for each in (bare, page):
                each.set_viewport_size({"width": width, "height": 800})
            before, after = bare.evaluate(heights), page.evaluate(heights)
            assert [name for (name, one), (_, other) in zip(before, after, strict=True) if abs(one - other) >= 1] == []
