"""Two learners over many days: one forgets and comes back at times, one crams before an exam."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.review.learner import START, Learner

pytestmark = pytest.mark.thorough
EXAM_DAY = 30


def due_count(learner: Learner) -> int:
    """Questions that the review page offers for today."""
    return int(learner.part("today-count").inner_text().split()[0]) if learner.part("due").is_visible() else 0


def test_sixty_days_of_a_learner_who_forgets(learner: Learner) -> None:
    """Reviews on five of sixty days, every fourth answer wrong: nothing piles up, and what is known grows."""
    learner.learn(0, learner.objectives[:12])
    strong, asked = [], 0
    for day in (3, 9, 20, 37, 60):
        learner.go_to(day)
        due = due_count(learner)
        assert due <= 15
        if due:
            learner.start()
            while learner.part("result").is_hidden() and asked < 400:
                asked += 1
                learner.answer(is_correct=asked % 4 != 0)
                expect(
                    learner.page.locator("review-page quiz-item[data-state=unseen], [data-part=result]:visible")
                ).to_be_visible()
        learner.go_to(day, "progress/")
        strong.append(int(learner.part("count-strong").inner_text()))
    assert strong[0] == 0 and strong[-1] >= 4, strong
    last = max(row["at"] for row in learner.events(mode="review"))
    assert last >= int((START + timedelta(days=37)).timestamp() * 1000)


def set_exam_day(learner: Learner) -> None:
    learner.page.get_by_text("Settings", exact=True).click()
    learner.page.get_by_label("Date of your exam").fill((START + timedelta(days=EXAM_DAY)).date().isoformat())
    learner.page.get_by_label("Date of your exam").blur()
    expect(learner.part("setting-status")).to_have_text("Saved.")


def test_a_learner_who_crams_before_an_exam(learner: Learner) -> None:
    """All is due once in the last week. Asked three times on the last evening, a topic brings its variants in turn."""
    learned = learner.objectives[:8]
    learner.learn(0, learned)
    learner.go_to(5)
    set_exam_day(learner)
    learner.start()
    learner.finish()
    reviewed = []
    for day in (EXAM_DAY - 7, EXAM_DAY - 4, EXAM_DAY - 2):
        learner.go_to(day)
        if due_count(learner):
            learner.start()
            reviewed += learner.finish()
    rows = learner.events(mode="review", kind="answered")[len(learned) :]
    assert {row["objective"] for row in rows} == set(learned) and len(reviewed) == len(learned)
    seen_before = {row["item"] for row in learner.events(kind="answered", objective=learned[0])}
    evening = []
    for hour in range(3):
        learner.go_to(EXAM_DAY - 1 + hour / 24)
        learner.start("topic")
        evening += learner.finish()
    variants = {item["id"] for item in learner.items_of(learned[0])}
    asked = [item for item in evening if item in variants]
    assert len(asked) == 3 and len(set(asked)) == min(3, len(variants))
    assert not set(asked) & seen_before or seen_before | set(asked) == variants
    learner.go_to(EXAM_DAY)
    expect(learner.part("none-due")).to_be_visible()
