"""Progress, today's panel on Home, and the state of lessons in lists."""

import re

from playwright.sync_api import expect

from tests.browser.review.learner import Learner


def test_objectives_are_listed_by_strength_with_their_statement(learner: Learner) -> None:
    weak, growing, strong, *unseen = learner.objectives
    learner.learn(0, [weak], score=0)
    learner.learn(0, [growing])
    for day in (0, 2, 13):
        learner.learn(day, [strong], mode="review")
    learner.go_to(13, "progress/")
    counts = {name: learner.part(f"count-{name}").inner_text() for name in ("weak", "growing", "strong", "unseen")}
    assert counts == {"weak": "2", "growing": "0", "strong": "1", "unseen": f"{len(unseen)}"}
    learner.page.get_by_text("Strong: 1").click()
    expect(learner.part("list-strong").get_by_role("listitem")).to_contain_text(re.compile(r"[A-Z].+\. \(.+\) Due on"))


def test_lessons_confidence_and_the_last_lesson_are_shown(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1], confidence="sure")
    learner.learn(0, learner.objectives[1:2], score=0, confidence="sure")
    learner.learn(0, learner.objectives[2:3], confidence="sure")
    learner.go_to(0, "progress/")
    first = learner.part("lessons").get_by_role("row").first
    expect(first).to_contain_text("In progress")
    expect(learner.part("calibration").get_by_role("row").last).to_contain_text("67%")
    expect(learner.part("last-lesson")).to_have_attribute("href", re.compile("/lifecycle/"))


def test_without_answers_progress_says_where_to_start(learner: Learner) -> None:
    learner.go_to(0, "progress/")
    expect(learner.part("nothing")).to_be_visible()
    expect(learner.part("due")).to_be_hidden()


def test_answers_dated_ahead_are_told_and_count_from_that_date(learner: Learner) -> None:
    learner.learn(400, learner.objectives[:1])
    learner.go_to(0, "progress/")
    expect(learner.part("ahead")).to_contain_text("Answers with a date in the future: 1.")
    learner.go_to(1)
    expect(learner.part("nothing-yet")).to_be_visible()
    learner.go_to(402)
    expect(learner.part("due")).to_be_visible()


def test_home_has_a_panel_once_something_was_answered(learner: Learner) -> None:
    learner.go_to(0, "")
    expect(learner.page.locator("today-panel")).to_be_hidden()
    learner.learn(0, learner.objectives[:2])
    learner.go_to(2, "")
    expect(learner.page.locator("today-panel")).to_contain_text("Today: 2 questions")
    expect(learner.page.locator("today-panel").get_by_role("link", name="Review", exact=True)).to_be_visible()


def test_lists_of_lessons_show_the_state_of_each(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1])
    learner.go_to(0, "lifecycle/")
    expect(learner.page.locator("[data-lesson='lifecycle/stages'] [data-part=progress]")).to_have_text("In progress")
    expect(learner.page.locator("[data-lesson='lifecycle/types-of-ml'] [data-part=progress]")).to_be_hidden()
