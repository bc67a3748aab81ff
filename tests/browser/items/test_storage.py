"""Storage that is stuck, full or not as we left it, and two tabs over one log: nothing is lost."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.items.states import correct, correct_at_second_try, wrong
from tests.browser.items.stored import PATIENT, READ, STUCK, WRITES_DONE

# a full storage ends the transaction, and no call throws
FULL = """IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = function () {
  const request = this.get("");
  this.transaction.abort();
  return request;
}"""
MAKE_WITH_OTHER_KEYS = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record', 3);
  opening.onupgradeneeded = () => {
    for (const name of ['events', 'drafts']) opening.result.createObjectStore(name, {keyPath: 'x'});
  };
  opening.onsuccess = () => { opening.result.close(); resolve(); };
  opening.onerror = () => reject(opening.error);
})"""
DELETE = """() => new Promise((resolve, reject) => {
  const deleting = indexedDB.deleteDatabase('model-answers-record');
  deleting.onsuccess = resolve;
  deleting.onerror = () => reject(deleting.error);
})"""


def note(page: Page) -> Any:
    return page.locator(".storage-notice")


@pytest.fixture
def number(items: list[Placed]) -> Placed:
    return of_kind([each for each in items if not each.url.startswith("contributing/")], "number")


def test_while_the_browser_is_stuck_an_answer_counts_at_once_and_one_line_says_so(
    open_context: Any, number: Placed
) -> None:
    page = open_context().new_page()
    page.add_init_script(STUCK + PATIENT)
    page.goto(number.url)
    shown = Shown(page, number)
    shown.root.scroll_into_view_if_needed()
    shown.is_now("unseen")  # a browser in which nothing was answered has nothing to wait for
    shown.field.fill(shown.right[0])
    shown.is_now("answering")
    expect(note(page)).to_have_count(0)
    shown.main.click()
    shown.is_now("correct")
    page.evaluate("() => window.letGo()")
    expect(note(page)).to_have_text("This browser does not save your answers. They are lost when you leave the page.")
    expect(note(page)).to_have_count(1)
    assert note(page).get_attribute("role") == "status"
    shown.is_now("correct")


def test_the_line_moves_nothing_and_is_in_view(open_context: Any, number: Placed) -> None:
    page = open_context().new_page()
    page.add_init_script(FULL)
    shown = Shown(page, number).open()
    expect(note(page)).to_have_count(0)
    shown.main.scroll_into_view_if_needed()
    before = shown.root.locator("fieldset").first.bounding_box()
    shown.field.press_sequentially("1")
    expect(note(page)).to_contain_text("does not save your answers")
    expect(note(page)).to_be_in_viewport()
    assert shown.root.locator("fieldset").first.bounding_box() == before


def test_a_write_that_fails_is_said_and_made_good_when_there_is_room(page: Page, number: Placed) -> None:
    shown = Shown(page, number).open()
    page.evaluate(f"() => {{ const {{add, put}} = IDBObjectStore.prototype; window.real = {{add, put}}; {FULL} }}")
    wrong(shown)
    expect(note(page)).to_have_count(1)
    shown.main.click()
    page.evaluate("() => { Object.assign(IDBObjectStore.prototype, window.real); }")
    correct(shown)
    expect(note(page)).to_have_count(0)
    shown.reload()
    shown.is_now("correct")
    expect(shown.result).to_contain_text("Second try.")


def test_a_database_whose_stores_have_other_keys_leaves_the_page_working(page: Page, number: Placed) -> None:
    page.goto("404.html")
    page.evaluate(MAKE_WITH_OTHER_KEYS)
    shown = Shown(page, number).open()
    expect(note(page)).to_have_count(1)
    correct_at_second_try(shown)
    shown.reload()
    shown.is_now("unseen")


def test_the_draft_of_another_tab_does_not_replace_what_is_typed_here(page: Page, number: Placed) -> None:
    here = Shown(page, number).open()
    other = next(name for name in number.ids if name != number.id)
    there = Shown(page.context.new_page(), number).open()
    here.field.press_sequentially("0.12")
    there.field.press_sequentially("77")
    there.page.locator(f"#item-{other} [data-do=show]").click()  # of which this tab hears
    expect(page.locator(f"#item-{other}")).to_have_attribute("data-state", "revealed")
    expect(here.field).to_have_value("0.12")
    page.bring_to_front()
    page.keyboard.type("3")  # where the reader had stopped
    expect(here.field).to_have_value("0.123")
    expect(here.field).to_be_focused()


def test_two_tabs_whose_database_another_page_of_the_origin_deletes_go_on_saving(page: Page, number: Placed) -> None:
    here = Shown(page, number).open()
    wrong(here)
    page.evaluate(WRITES_DONE)
    there = Shown(page.context.new_page(), number).open()
    there.is_now("wrong")
    other = page.context.new_page()
    other.goto("404.html")
    other.evaluate(DELETE)
    for shown in (there, here):
        shown.page.bring_to_front()
        shown.main.click()
        correct(shown)
        expect(note(shown.page)).to_have_count(0)
        shown.page.evaluate(WRITES_DONE)
        shown.reset.click()
        shown.is_now("unseen")
        wrong(shown)
        shown.page.evaluate(WRITES_DONE)
    kinds = [row["kind"] for row in other.evaluate(READ, "events")]
    assert sorted(kinds) == ["answered"] * 5 + ["retried"] * 2
