"""Review and progress for eyes, fingers, keys and screen readers."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import looks_without_sideways_scrolling
from tests.browser.review.learner import Learner
from tests.browser.waits import wait_for_animations


def states(page: Page, site: Any) -> list[Callable[[], None]]:
    learner = Learner(page, site)
    learner.learn(0, learner.objectives[:6], confidence="think")
    learner.learn(0, learner.objectives[6:8], score=0)

    def choice() -> None:
        learner.go_to(3)
        page.get_by_text("Settings", exact=True).click()

    def question() -> None:
        learner.go_to(3)
        learner.start()
        expect(page.locator("review-page quiz-item[data-state=unseen]")).to_be_visible()

    def result() -> None:
        learner.go_to(3)
        learner.start()
        learner.answer(is_correct=False)
        page.get_by_role("button", name="Stop here").click()

    def progress() -> None:
        learner.go_to(3, "progress/")
        page.get_by_text("Weak: ", exact=False).first.click()

    return [choice, question, result, progress]


def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, axe: Any, site: Any, subtests: pytest.Subtests
) -> None:
    for state in states(page, site):
        with subtests.test(state.__name__):
            state()
            for look in looks_without_sideways_scrolling(page):
                assert axe(page) == [], look


STYLES = """item => [...item.querySelectorAll(':not(.item-head, .item-head *)')].flatMap(part => {
  if (!part.checkVisibility()) return [];
  const style = getComputedStyle(part);
  const names = ['fontSize', 'fontWeight', 'lineHeight', 'minHeight', 'marginTop', 'marginBottom', 'padding',
    'borderWidth', 'borderRadius', 'backgroundColor', 'color', 'overflow', 'verticalAlign', 'textAlign'];
  return [part.localName, part.className, ...names.map(name => style[name])].join(' ');
})"""


KINDS = ["choice", "cloze", "flashcard", "match", "numeric", "order"]


def test_a_question_looks_as_it_does_on_its_lesson(learner: Learner, subtests: pytest.Subtests) -> None:
    page = learner.page
    page.goto("metrics/precision-and-recall/")
    in_lesson: dict[str | None, str] = {}
    for kind in KINDS:
        item = page.locator(f"quiz-item[data-interaction={kind}][data-mode=practice]").first
        item.scroll_into_view_if_needed()
        expect(item).to_have_attribute("data-state", "unseen")
        name, objective = item.get_attribute("id"), item.get_attribute("data-objective")
        in_lesson[name] = item.evaluate(STYLES)
        learner.write(0, item=str(name).removeprefix("item-"), objective=objective, score=0)
    learner.go_to(0)
    learner.start("mistakes")
    for _ in KINDS:
        shown = learner.question.root
        page.mouse.move(0, 0)  # else the button below it has another color
        wait_for_animations(page)
        with subtests.test(kind=shown.get_attribute("data-interaction")):
            there = in_lesson.pop(shown.get_attribute("id"))
            assert [line for line in shown.evaluate(STYLES) if line not in there] == []
        learner.answer()
    assert in_lesson == {}


def test_a_review_goes_by_keys_alone(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1])
    learner.go_to(2)
    learner.page.get_by_role("button", name="Start the review").focus()
    learner.page.keyboard.press("Enter")
    expect(learner.part("place")).to_be_focused()
    shown = learner.question
    shown.reach(shown.second if shown.item.kind != "card" else shown.main)
    learner.page.keyboard.press("Enter")
    if shown.item.kind == "card":
        learner.page.keyboard.press("Enter")
    shown.reach(learner.page.get_by_role("button", name="Next question"))
    learner.page.keyboard.press("Enter")
    expect(learner.page.locator(":focus")).to_be_visible()


def test_without_scripts_each_page_says_what_is_missing(open_context: Any) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for url, words in (
        ("review/", "Turn on JavaScript to review."),
        ("progress/", "Turn on JavaScript to see your progress."),
    ):
        page.goto(url)
        assert page.get_by_text(words).is_visible()  # nothing is waited for: see test_calculator.py
