"""What other quiz systems were found to do in a browser, and this one never does; the rest: tests/test_never_have.py.

Each states the essence once; the corners are in items/ and in test_calculator.py.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watched, darken
from tests.browser.items.placed import KINDS, Placed, of_kind, placed_on
from tests.browser.items.shown import Shown, side_by_side
from tests.browser.items.states import correct, revealed, wrong
from tests.browser.items.stored import PUT, stored_event
from tests.browser.printed import shown_as

GALLERY = "contributing/gallery/"
LESSON = "metrics/precision-and-recall/"
CALCULATOR = "metrics/confusion-matrix/"
SCRIPT = "<img src=x onerror=\"console.error('ran')\">"


@pytest.fixture(scope="session")
def items(site) -> list[Placed]:
    return [item for html in sorted(site.rglob("*.html")) for item in placed_on(site, html)]


@pytest.fixture
def one_of_each(page: Page, items: list[Placed]) -> list[Shown]:
    on_gallery = [each for each in items if each.url == GALLERY]
    return side_by_side(page, [of_kind(on_gallery, kind) for kind in KINDS if kind != "card"])


@pytest.fixture
def number(page: Page, items: list[Placed]) -> Shown:
    return Shown(page, of_kind([each for each in items if each.url != GALLERY], "number")).open()


def test_01_what_a_reader_types_or_what_is_stored_becoming_markup(number: Shown) -> None:
    """A script that ran would be heard by the watch on the console."""
    number.answer([SCRIPT])
    number.is_now("invalid")
    number.answer(["-98765"])
    row = stored_event(number.page)
    number.page.evaluate(PUT, ["events", [row | {"eid": "poison", "response": SCRIPT, "at": row["at"] + 1}]])
    number.reload()
    expect(number.field).to_have_value(SCRIPT)
    expect(number.root.locator("img")).to_have_count(0)


def test_02_an_answer_that_moves_to_another_question(number: Shown) -> None:
    """On a page where its question stands in another place, an answer is still with its question, and with no other."""
    page, mine = number.page, number.item.id
    other = number.item.ids[number.item.ids.index(mine) + 1]
    wrong(number)

    def turned(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        start, middle = (text.index(f'<quiz-item id="item-{name}"') for name in (mine, other))
        end = text.index("</quiz-item>", middle) + len("</quiz-item>")
        body = text[:start] + text[middle:end] + text[start:middle] + text[end:]
        route.fulfill(response=answer, body=body)

    before = page.locator("quiz-item").evaluate_all("items => items.map(item => item.id)")
    page.route("**/" + number.item.url, turned)
    number.reload()
    after = page.locator("quiz-item").evaluate_all("items => items.map(item => item.id)")
    assert after != before
    number.is_now("wrong")
    expect(page.locator("quiz-item:not([data-state=unseen])")).to_have_count(1)


def test_03_arrow_keys_or_typing_that_submit(one_of_each: list[Shown], subtests: pytest.Subtests) -> None:
    for each in one_of_each:
        with subtests.test(kind=each.item.kind):
            each.field.focus()
            for key in ["ArrowDown", "ArrowDown", "ArrowUp", "Space", "7"]:
                each.press(key)
            each.press("Escape")  # closes the list of a select, where there is one
            expect(each.root).to_have_attribute("data-state", re.compile("unseen|answering"))
            expect(each.root.locator("[data-verdict]")).to_have_count(0)
            expect(each.main).to_have_text("Check")


def test_04_dragging_as_the_only_way_and_an_order_that_is_solved_at_first(items: list[Placed], page: Page) -> None:
    on_gallery = [each for each in items if each.url == GALLERY]
    order, match = side_by_side(page, [of_kind(on_gallery, kind) for kind in ("order", "match")])
    assert order.standing() != order.right
    correct(order)  # by its buttons
    expect(match.root.locator("select").first.locator("option").first).to_have_attribute("value", "")
    correct(match)  # by its selects


def test_10_a_field_that_takes_no_paste_or_empties_itself(number: Shown) -> None:
    number.field.fill("0,8")
    number.field.blur()
    number.field.focus()
    expect(number.field).to_have_value("0,8")
    pasted = number.field.evaluate(
        "field => field.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true}))"
    )
    assert pasted  # nobody prevented it
    assert number.field.get_attribute("type") != "number"  # which drops a comma without a word


def test_11_a_choice_that_belongs_last_shuffled_up(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, next(each for each in items if each.id == "sample-choice")).open()
    orders = set()
    for _ in range(6):
        orders.add(tuple(shown.root.locator(".row").evaluate_all("rows => rows.map(row => row.innerText)")))
        expect(shown.root.locator(".row").last).to_have_attribute("data-pin", "")
        revealed(shown)
        shown.reset.click()
        shown.is_now("unseen")
    assert len(orders) > 1


def test_12_a_second_start_on_the_same_page(number: Shown) -> None:
    """As instant navigation gives it: elements that leave and come back act once, and know what they knew."""
    number.page.evaluate(
        """() => { const set = document.querySelector('quiz-set'), place = set.nextSibling, parent = set.parentNode;
          set.remove(); parent.insertBefore(set, place); }"""
    )
    number.is_there()
    wrong(number)
    assert stored_event(number.page)
    expect(number.page.locator(".done-count")).to_have_count(1)


def test_13_an_engine_before_it_is_wanted_and_a_start_that_never_ends(page: Page, watched: Watched) -> None:
    watched.allowed += ["micropython", "Failed to load resource", "NetworkError"]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("lifecycle/stages/", wait_until="networkidle")
    assert [url for url in asked if re.search("micropython|pyodide|calculator", url)] == []
    page.route("**/micropython.mjs", lambda route: route.abort())
    page.goto(CALCULATOR)
    page.locator("live-calculator input[name=fp]").fill("2")
    expect(page.locator("live-calculator [data-note]:visible")).to_contain_text("could not start")
    expect(page.locator("live-calculator").get_by_role("button", name="Retry")).to_be_visible()


def test_15_a_printed_question_without_its_answer(page: Page) -> None:
    page.goto(LESSON)
    expect(page.locator("quiz-item").first).to_have_attribute("data-state", "unseen")
    shown_as(page, "print")
    for item in page.locator("quiz-item").all():
        expect(item.locator("legend").first).to_be_visible()
        expect(item.locator(".answer .rationale")).to_be_visible()
        expect(item.locator(".item-buttons")).to_be_hidden()


def test_18_right_and_wrong_told_apart_by_colour_alone_or_hardly(one_of_each: list[Shown], axe: Any) -> None:
    first, second, *_ = one_of_each
    correct(first)
    wrong(second)
    said = [each.root.locator(".verdict").inner_text() for each in (first, second)]
    drawn = [each.root.locator(".verdict svg").first.inner_html() for each in (first, second)]
    lines = [each.result.evaluate("result => getComputedStyle(result).borderLeftStyle") for each in (first, second)]
    for one, other in (said, drawn, lines):
        assert one
        assert one != other
    for change in (lambda: None, lambda: darken(first.page)):
        change()
        assert [fault for fault in axe(first.page) if fault.startswith("color-contrast")] == []
