"""When and how often the reader is offered to have the browser keep the answers, and what each outcome says."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.items.stored import COUNT_OFFER_CHECKS, OFFER_CHECKS_ARE, PUT, READ, REFUSED, WRITES_DONE
from tests.browser.saved import Saved
from tests.browser.test_import import event
from tests.browser.test_stored import LESSON, URL
from tests.browser.waits import wait_for_paint

# the empty page before it has no such manager, in Firefox
STORAGE = """(granted) => {
  const manager = window.StorageManager?.prototype ?? {};
  window.asked = 0;
  manager.persisted = async () => false;
  manager.persist = async () => { window.asked++; return granted; };
}"""


def answer_questions(page: Page, count: int) -> None:
    """Answers that many questions with one key, whichever choice is right."""
    for _ in range(count):
        unseen = page.locator(
            "quiz-item[data-interaction=choice][data-state=unseen]:has(input[type=radio][name=response])"
        )
        item = page.locator(f"#{unseen.first.get_attribute('id')}")  # its state is about to change
        item.locator("input[type=radio][name=response]").first.check()
        item.locator("button[type=submit]").click()
        expect(item).to_have_attribute("data-state", re.compile("correct|wrong"))


def open_lesson(page: Page, *, granted: bool = False) -> Locator:
    """A lesson in a browser that gives that answer; the offer, which is not there yet."""
    page.add_init_script(f"({STORAGE})({str(granted).lower()}); {COUNT_OFFER_CHECKS}")
    page.goto(LESSON)
    expect(page.locator("quiz-item[data-state=unseen]").first).to_be_visible()
    return page.locator(".persistence-offer")


@pytest.mark.parametrize(
    ("granted", "sentence"),
    [
        pytest.param(True, "This browser has agreed to keep your answers.", id="granted"),
        pytest.param(False, "This browser did not agree, so it may still delete your answers", id="refused"),
    ],
)
def test_after_three_answers_the_reader_can_have_the_browser_asked(
    page: Page, axe: Any, granted: bool, sentence: str
) -> None:
    offer = open_lesson(page, granted=granted)
    for answers in (1, 2):  # the page checks after each write
        answer_questions(page, 1)
        page.wait_for_function(OFFER_CHECKS_ARE, arg=answers)
    expect(offer).to_have_count(0)
    answer_questions(page, 1)
    expect(offer).to_contain_text("This browser may delete your answers when storage space runs out.")
    assert page.evaluate("() => window.asked") == 0
    assert axe(page, ".persistence-offer") == []
    offer.get_by_role("button", name="Ask the browser to keep my answers").click()
    expect(offer.get_by_role("status")).to_contain_text(sentence)
    expect(offer.get_by_role("status")).to_contain_text("on the page Stored answers.")
    expect(offer.get_by_role("status")).to_be_focused()
    expect(offer.get_by_role("button")).to_have_count(0)
    assert page.evaluate("() => window.asked") == 1
    assert axe(page, ".persistence-offer") == []
    expect(offer.get_by_role("link", name="Stored answers")).to_have_attribute("href", re.compile("/your-answers/$"))


def test_who_says_not_now_by_keys_is_not_asked_again(page: Page) -> None:
    offer = open_lesson(page)
    answer_questions(page, 3)
    later = offer.get_by_role("button", name="Not now")
    later.focus()
    page.keyboard.press("Enter")
    expect(offer.get_by_role("status")).to_contain_text("You will not be asked again.")
    assert page.evaluate("() => window.asked") == 0
    page.evaluate(WRITES_DONE)
    page.reload()
    expect(page.locator("quiz-item:is([data-state=correct], [data-state=wrong])")).to_have_count(3)
    [row] = [row for row in page.evaluate(READ, "events") if row["kind"] == "setting"]
    assert (row["item"], row["response"]) == ("persistent-storage", "not-now")
    answer_questions(page, 1)
    page.wait_for_function(OFFER_CHECKS_ARE, arg=1)
    expect(offer).to_have_count(0)


def test_where_storage_is_refused_the_reader_is_not_asked(open_context: Any) -> None:
    context = open_context()
    context.add_init_script(REFUSED)
    page = context.new_page()
    offer = open_lesson(page)
    answer_questions(page, 2)
    expect(page.locator(".storage-notice")).to_contain_text("does not save your answers")
    answer_questions(page, 1)
    wait_for_paint(page)
    expect(offer).to_have_count(0)


def test_a_refusal_on_the_page_of_stored_answers_has_a_sentence(page: Page) -> None:
    open_lesson(page)
    answer_questions(page, 1)
    page.goto(URL)
    page.get_by_role("button", name="Ask the browser to keep them").click()
    expect(page.locator("stored-answers").get_by_role("status").first).to_contain_text("The browser did not agree.")


def test_progress_names_answers_that_are_in_no_export_from_the_25th_on(page: Page, saved: Saved, axe: Any) -> None:
    open_lesson(page)
    answer_questions(page, 1)
    reminder = page.locator("study-progress").get_by_text("of your answers yet.")
    for at in range(23):
        page.evaluate(PUT, ["events", [event(f"e{at}")]])
    page.goto("progress/")
    expect(page.locator("study-progress")).to_be_visible()
    expect(reminder).to_be_hidden()
    page.evaluate(PUT, ["events", [event("last")]])
    page.reload()
    expect(reminder).to_have_text("You have not exported 25 of your answers yet. Export them to have a copy.")
    assert axe(page, "study-progress") == []
    reminder.get_by_role("link", name="Export them").click()
    saved(page, page.get_by_role("button", name="Export as a file").click)
    expect(page.locator("stored-answers")).to_contain_text("with 25 answers; no answers since then.")
    page.goto("progress/")
    expect(page.locator("study-progress")).to_be_visible()
    expect(reminder).to_be_hidden()
