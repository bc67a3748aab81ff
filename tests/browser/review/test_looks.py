"""Review and progress for eyes, fingers, keys and screen readers."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.review.learner import Learner


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


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_context: Any, axe: Any, site: Any, scheme: str, width: int
) -> None:
    page = open_context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
    for state in states(page, site):
        state()
        assert axe(page) == [], state.__name__
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state.__name__


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
        expect(page.get_by_text(words)).to_be_visible()
