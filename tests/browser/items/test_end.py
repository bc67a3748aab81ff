"""What stands after a page's last question: how it went, what to read again, starting over, printing."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import looks_without_sideways_scrolling
from tests.browser.items.by_keys import type_in
from tests.browser.items.loaded import loaded
from tests.browser.items.placed import Placed, pages_of_every_kind
from tests.browser.items.shown import CONTROLS, Shown
from tests.browser.items.states import correct, correct_at_second_try, revealed
from tests.browser.items.stored import stored_rows
from tests.browser.printed import shown_as
from tests.browser.waits import wait_for_timers

BARE = "() => { window.printed = 0; window.print = () => { window.printed++; }; }"
AFTER = "() => window.dispatchEvent(new Event('afterprint'))"
LISTEN = """end => {
  window.spoken = [];
  const status = end.querySelector('[role=status]');
  new MutationObserver(() => window.spoken.push([status.ariaLive, status.innerText.trim()]))
    .observe(status, {childList: true, subtree: true});
}"""


@pytest.fixture
def quiz(page: Page, items: list[Placed]) -> list[Shown]:
    """The items of the lesson with the most, open: those that are practised, in order."""
    url = max(items, key=lambda each: 0 if each.url.startswith("contributing/") else len(each.ids)).url
    page.goto(url)
    found = [Shown(page, each) for each in items if each.url == url]
    for each in found:
        each.is_there()
    return [each for each in found if each.root.get_attribute("data-mode") == "practice"]


def end_of(quiz: list[Shown]) -> Any:
    return quiz[0].page.locator(".quiz-end")


def show(each: Shown) -> None:
    """The quickest way to be done with an item; a card has no answer to be shown but the one it turns to."""
    if each.item.kind == "card":
        correct_at_second_try(each)
    else:
        revealed(each)


def finish(quiz: list[Shown]) -> None:
    for each in quiz:
        show(each)


def test_the_end_says_how_many_were_right_at_the_first_try_and_what_to_read_again(quiz: list[Shown]) -> None:
    end = end_of(quiz)
    end.evaluate(LISTEN)
    correct(quiz[0])
    correct_at_second_try(quiz[1])
    for each in quiz[2:-1]:
        show(each)
    assert quiz[0].page.evaluate("() => window.spoken") == []
    wait_for_timers(quiz[0].page, 100)
    assert "page-end" not in loaded(quiz[0].page)
    show(quiz[-1])
    words = re.compile(
        rf"^All {len(quiz)} questions answered, 1 right on the first try, (\d) on a retry\..*Read the lesson again"
    )
    expect(end.get_by_role("status")).to_have_text(words)
    assert "page-end" in loaded(quiz[0].page)
    [[live, said]] = quiz[0].page.evaluate("() => window.spoken")  # said once, politely
    assert live is None and "questions answered" in said
    right = quiz[0].page.locator(".done-count b").last.inner_text()
    retried = re.search(r"(\d) on a retry", said)
    assert retried and 1 + int(retried[1]) == int(right), "the strip says something else"
    links = end.locator("li a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    missed = [each.root.locator(".answer .read-again a").get_attribute("href") for each in quiz[1:]]
    assert links == list(dict.fromkeys(missed))
    assert len(links) < len(missed), "no two of these items ask about the same"
    for link in end.locator("li a").all():
        expect(link).to_have_text(re.compile(r"^[^¶]+$"))
        heading = quiz[0].page.locator(link.get_attribute("href") or "-")
        expect(heading).to_contain_text(link.inner_text())


def test_by_keyboard_a_lesson_leads_to_its_result_and_to_the_missed_questions(quiz: list[Shown]) -> None:
    page = quiz[0].page
    end = end_of(quiz)
    quiz[0].field.focus()
    type_in(quiz[0], quiz[0].right)
    quiz[0].reach(quiz[0].main)
    quiz[0].press_button("Enter")
    quiz[0].is_now("correct")
    quiz[0].press_button("Enter")
    for each in quiz[1:]:
        if each.item.kind == "card":
            expect(each.main).to_be_focused()
            each.press_button("Enter")
            each.press_button("Enter")
        else:
            expect(each.field).to_be_focused()
            type_in(each, each.wrong)
            each.reach(each.main)
            each.press_button("Enter")
        each.is_now(each.wrong_state)
        each.press("Tab")
        expect(each.go_on).to_have_text("See the result" if each is quiz[-1] else "Next question")
        each.press_button("Enter")
    expect(end).to_be_focused()
    expect(end.get_by_role("status")).to_contain_text(f"All {len(quiz)} questions answered, 1 right on the first try.")
    expect(end.get_by_role("status")).to_contain_text("Most of your answers were incorrect on the first try.")
    expect(page.locator(".done-count")).to_have_text(f"{len(quiz)} of {len(quiz)} answered, 1 right")
    after = page.locator("[data-page-action=retry-missed], .next-lesson a, #sources")
    heights = [part.bounding_box()["y"] for part in after.all()]
    assert len(heights) == 3 and heights == sorted(heights)
    for _ in range(end.locator("li a").count() + 1):
        page.keyboard.press("Tab")
    expect(end.get_by_role("button", name=f"Retry the {len(quiz) - 1} questions you missed")).to_be_focused()
    page.keyboard.press("Enter")
    quiz[1].is_now("unseen")
    states = [each.root.get_attribute("data-state") for each in quiz]
    assert states == ["correct", *["unseen"] * (len(quiz) - 1)]
    expect(quiz[1].root.locator(CONTROLS).first).to_be_focused()
    expect(quiz[1].root).to_be_in_viewport()
    expect(end.get_by_role("status")).to_have_text("The questions that you missed are open again.")


def test_the_result_says_what_is_open_and_leads_there(quiz: list[Shown]) -> None:
    correct(quiz[-1])
    quiz[-1].main.click()
    expect(end_of(quiz)).to_be_focused()
    expect(end_of(quiz).get_by_role("status")).to_have_text(
        f"1 of {len(quiz)} questions answered. {len(quiz) - 1} are still open."
    )
    end_of(quiz).get_by_role("button", name="Go to the first open question").click()
    expect(quiz[0].root.locator(CONTROLS).first).to_be_focused()


def test_the_end_is_there_again_after_a_reload_unannounced_and_goes_with_a_reset(quiz: list[Shown]) -> None:
    finish(quiz)
    status = end_of(quiz).get_by_role("status")
    expect(status).to_contain_text("questions answered")
    quiz[0].reload()
    expect(status).to_contain_text("questions answered")
    assert status.evaluate("it => it.ariaLive") == "off"
    expect(status).not_to_have_attribute("aria-live", "off")
    last = next(each for each in reversed(quiz) if each.item.kind != "card")
    last.root.locator('[data-do="reset"]').click()
    expect(status).to_be_empty()
    expect(end_of(quiz).locator("li")).to_have_count(0)
    show(last)
    expect(status).to_contain_text("questions answered")


def test_starting_over_is_confirmed_in_the_page_and_opens_every_item(quiz: list[Shown]) -> None:
    page = quiz[0].page
    finish(quiz)
    pretest = page.locator("quiz-item[data-mode=pretest]")
    if pretest.count():
        pretest.get_by_role("button", name="Show answer").click()
    fold = end_of(quiz).locator("summary")
    expect(end_of(quiz).locator('[data-page-action="start-over"]')).to_be_hidden()
    fold.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(end_of(quiz).locator('[data-page-action="start-over"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("quiz-item:not([data-state=unseen])")).to_have_count(0)
    expect(end_of(quiz).get_by_role("status")).to_have_text("Started over: every question on this page is open again.")
    expect(page.locator("quiz-item:first-of-type :is(input, select, button)").first).to_be_focused()
    on_page = page.locator("quiz-item").count()
    rows = stored_rows(page, 2 * on_page)
    assert len({row["item"] for row in rows if row["kind"] != "reset"}) == on_page  # nothing is taken out of the log
    assert len({row["item"] for row in rows if row["kind"] == "reset"}) == on_page
    quiz[0].reload()
    expect(page.locator("quiz-item:not([data-state=unseen])")).to_have_count(0)


def test_another_tab_starts_over_too(quiz: list[Shown]) -> None:
    there = Shown(quiz[0].page.context.new_page(), quiz[0].item).open()
    finish(quiz)
    there.is_now("revealed")
    expect(there.page.locator(".quiz-end [role=status]")).to_contain_text("questions answered")
    end_of(quiz).locator("summary").click()
    end_of(quiz).locator('[data-page-action="start-over"]').click()
    there.is_now("unseen")
    expect(there.page.locator(".quiz-end [role=status]")).to_be_empty()


def test_axe_finds_nothing_at_the_end_of_a_quiz(page: Page, axe: Any, items: list[Placed]) -> None:
    def is_free_of_faults() -> None:
        for look in looks_without_sideways_scrolling(page):
            assert axe(page, ".quiz-end") == [], look
            for target in end.locator("button:visible, summary, a").all():
                assert target.bounding_box()["height"] >= 24, f"{target.inner_text()}, {look}"

    url = next(each.url for each in items if len(each.ids) > 2)
    page.goto(url)
    quiz = [Shown(page, each) for each in items if each.url == url]
    for each in quiz:
        each.is_there()
        if each.root.get_attribute("data-mode") == "practice":
            show(each)
    end = page.locator(".quiz-end")
    expect(end.get_by_role("status")).to_contain_text("questions answered")
    is_free_of_faults()
    end.locator("summary").click()
    expect(end.locator('[data-page-action="start-over"]')).to_be_visible()
    is_free_of_faults()
    end.locator('[data-page-action="start-over"]').click()
    expect(end.get_by_role("status")).to_contain_text("Started over")
    is_free_of_faults()


def test_print_opens_each_answer_under_its_item_and_hides_what_is_pressed(quiz: list[Shown]) -> None:
    page = quiz[0].page
    show(quiz[0])
    shown_as(page, "print")
    for each in quiz:
        answer = each.root.locator(".answer")
        expect(answer.locator("dl")).to_be_visible()
        expect(answer.locator(".rationale")).to_be_visible()
        assert answer.bounding_box()["y"] >= each.root.locator("fieldset").first.bounding_box()["y"]
    expect(page.locator("quiz-item button:visible, .quiz-end:visible")).to_have_count(0)


def test_print_without_answers_shows_every_item_as_new_and_gives_all_back(quiz: list[Shown]) -> None:
    page = quiz[0].page
    correct(quiz[0])
    revealed_item = next(each for each in quiz[1:] if each.item.kind != "card")
    show(revealed_item)
    typed = next((each for each in quiz if each.item.kind in ("number", "cloze") and each is not revealed_item), None)
    if typed and typed is not quiz[0]:
        typed.field.fill("0.1")
    before = [each.seen() for each in quiz]
    page.evaluate(BARE)
    end_of(quiz).locator('[data-page-action="print"]').click()
    page.wait_for_function("() => window.printed === 1")
    shown_as(page, "print")
    expect(page.locator("quiz-item:not([data-state=unseen])")).to_have_count(0)
    expect(
        page.locator(".answer:visible, quiz-item .row-verdict, quiz-item [data-verdict], quiz-item input:checked")
    ).to_have_count(0)
    expect(page.locator("quiz-item legend:visible")).to_have_count(page.locator("quiz-item").count())
    shown_as(page, "screen")
    page.evaluate(AFTER)
    expect(quiz[0].root).to_have_attribute("data-state", "correct")
    assert [each.seen() for each in quiz] == before
    shown_as(page, "print")
    expect(quiz[0].root.locator(".answer dl")).to_be_visible()


def test_folds_open_to_print_also_where_a_style_sheet_cannot_open_them(page: Page, items: list[Placed]) -> None:
    shown = Shown(page, items[0]).open()
    page.wait_for_load_state("networkidle")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")  # the theme's own script listens
    expect(shown.root.locator(".answer[open]")).to_have_count(1)
    page.evaluate(AFTER)
    expect(shown.root.locator(".answer[open]")).to_have_count(0)


def test_without_scripts_print_shows_stem_choices_and_answers(open_context: Any, items: list[Placed]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for url in pages_of_every_kind(items):
        page.goto(url)
        shown_as(page, "print")
        for placed in [each for each in items if each.url == url]:
            root = page.locator(f"#item-{placed.id}")
            # nothing is waited for: see test_calculator.py
            assert root.locator("legend").first.is_visible()
            for row in root.locator(".row").all():
                assert row.is_visible()
            assert root.locator(".answer dl").is_visible()
            fields, answer = root.locator("form").bounding_box(), root.locator(".answer").bounding_box()
            assert fields["y"] + fields["height"] <= answer["y"] + 1, placed.id
        assert page.locator(".quiz-end:visible").count() == 0
