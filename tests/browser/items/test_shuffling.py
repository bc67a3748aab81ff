"""Starting over deals anew: never an order already solved, and a reload brings back the very order."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import answering, revealed
from tests.browser.items.stored import READ

ORDERS = {
    "one": "it => [...it.querySelectorAll('[name=response]')].map(box => box.value)",
    "order": "it => [...it.querySelectorAll('[data-row]')].map(row => row.dataset.row)",
    "match": "it => [...it.querySelector('select').options].slice(1).map(option => option.value)",
}


def dealt(shown: Shown) -> list[str]:
    found: list[str] = shown.root.evaluate(ORDERS[shown.item.kind])
    return found


def start_over(shown: Shown) -> None:
    revealed(shown)
    shown.reset.click()
    shown.is_now("unseen")


@pytest.fixture(params=list(ORDERS))
def sample(request: pytest.FixtureRequest, page: Page, items: list[Placed]) -> Shown:
    """Of the gallery: its choices are words."""
    on_gallery = [each for each in items if each.url == "contributing/gallery/"]
    return Shown(page, of_kind(on_gallery, request.param)).open()


def test_starting_over_deals_another_order_and_never_one_that_is_solved(sample: Shown) -> None:
    orders = [dealt(sample)]
    for _ in range(6):
        start_over(sample)
        orders.append(dealt(sample))
    assert len({tuple(order) for order in orders}) > 2
    assert len({tuple(sorted(order)) for order in orders}) == 1
    correct = sample.declaration["correct"]
    for order in orders:
        if sample.item.kind == "order":
            assert order != correct
        if sample.item.kind == "match":
            assert not [at for at, (_, right) in enumerate(correct) if order[at] == right]


def test_the_dealt_order_comes_back_after_a_reload_and_stands_in_the_draft(sample: Shown) -> None:
    start_over(sample)
    start_over(sample)
    answering(sample)
    before, order = sample.seen(), dealt(sample)
    sample.reload()
    assert [row["seed"] for row in sample.page.evaluate(READ, "drafts")] == [2]
    assert (sample.seen(), dealt(sample)) == (before, order)


def test_the_first_order_is_the_one_without_scripts(open_context: Any, sample: Shown) -> None:
    bare = open_context(java_script_enabled=False).new_page()
    bare.goto(sample.item.url)
    assert bare.locator(f"#item-{sample.item.id}").evaluate(ORDERS[sample.item.kind]) == dealt(sample)


def test_a_pinned_choice_stays_the_last(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, next(each for each in items if each.id == "sample-choice")).open()
    (pinned,) = shown.root.locator("[data-pin] input").evaluate_all("all => all.map(box => box.value)")
    lasts, firsts = set(), set()
    for _ in range(6):
        order = dealt(shown)
        lasts.add(order[-1])
        firsts.add(order[0])
        start_over(shown)
    assert lasts == {pinned} and len(firsts) > 1


def test_numbers_keep_their_order(page: Page, items: list[Placed]) -> None:
    fixed = [each for each in items if each.kind == "one" and each.url != "contributing/gallery/"]
    for item in fixed:
        shown = Shown(page, item).open()
        if shown.root.locator("[data-fixed]").count():
            before = dealt(shown)
            for _ in range(3):
                start_over(shown)
                assert dealt(shown) == before
            return
    pytest.fail("no lesson has choices that are numbers")


def test_a_row_keeps_its_own_controls_after_starting_over(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, of_kind([each for each in items if each.url == "contributing/gallery/"], "order")).open()
    start_over(shown)
    for place, row in enumerate(shown.standing(), 1):
        expect(shown.select(row)).to_have_value(str(place))
    shown.main.click()
    expect(shown.status).to_contain_text("This is the initial order.")
