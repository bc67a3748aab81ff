"""The settings of a review: the date of the exam, the number of questions, and time away."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.items.stored import LATE, WRITES_DONE
from tests.browser.review.learner import Learner
from tests.browser.waits import wait_for_paint


def test_the_exam_date_says_what_is_left_and_the_past_is_refused(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:6], mode="review")
    learner.learn(2, learner.objectives[:6], mode="review")
    learner.learn(13, learner.objectives[:5], mode="review")
    learner.go_to(13)
    learner.page.get_by_text("Settings", exact=True).click()
    field = learner.page.get_by_label("Date of your exam")
    field.fill("2026-12-13")
    expect(learner.part("setting-status")).to_contain_text("Not saved: the date is in the past")
    assert learner.events(kind="setting") == []
    field.fill("2026-12-24")
    expect(learner.part("setting-status")).to_have_text("Saved.")
    unseen = len(learner.objectives) - 6
    for url in ("review/", "progress/"):
        learner.go_to(13, url)
        expect(learner.part("exam")).to_have_text(
            "Your exam is in 10 days, on December 24. 5 of the 6 objectives that you have studied are next due in the "
            f"week before the exam. 1 is due sooner, and again in that week. You have not seen {unseen} of the "
            f"{len(learner.objectives)} objectives yet (about {round(unseen / 10)} a day). See the lessons"
        )
    learner.go_to(24)
    expect(learner.part("exam-over")).to_contain_text("Your exam date, December 24, has passed.")
    learner.page.get_by_role("button", name="Clear the date").click()
    expect(learner.part("exam-over")).to_be_hidden()
    expect(learner.part("choice")).to_be_focused()
    assert [row["response"] for row in learner.events(kind="setting")] == ["2026-12-24", ""]


@pytest.mark.parametrize("is_refused", [False, True])
def test_a_setting_is_not_saved_until_a_late_database_has_it(learner: Learner, is_refused: bool) -> None:
    learner.go_to(0)
    learner.page.evaluate(LATE)
    learner.page.get_by_text("Settings", exact=True).click()
    field = learner.page.get_by_label("Date of your exam")
    field.fill("2027-12-15")
    expect(learner.part("setting-status")).to_have_text("Not saved.")
    expect(learner.part("unsaved")).to_be_visible()
    field.press("Enter")  # the same date again
    expect(learner.part("setting-status")).to_have_text("Not saved.")
    if is_refused:
        field.fill("2026-11-01")
        expect(learner.part("setting-status")).to_contain_text("Not saved: the date is in the past")
    learner.page.evaluate("() => window.openDatabases()")
    expect(learner.part("unsaved")).to_be_hidden()
    wait_for_paint(learner.page)
    expect(learner.part("setting-status")).to_have_text(
        re.compile("^Not saved: the date is in the past" if is_refused else "^Saved.$")
    )
    assert [row["response"] for row in learner.events(kind="setting")] == ["2027-12-15"]


def test_a_typed_exam_date_is_saved_once_when_it_is_complete(learner: Learner) -> None:
    learner.go_to(0)
    learner.page.get_by_text("Settings", exact=True).click()
    field = learner.page.get_by_label("Date of your exam")
    field.fill("2027-12-15")
    expect(learner.part("setting-status")).to_have_text("Saved.")
    field.blur()
    field.focus()
    learner.page.keyboard.type("01202028")
    assert [row["response"] for row in learner.events(kind="setting")] == ["2027-12-15"]
    learner.page.keyboard.press("Enter")
    expect(learner.part("exam")).to_contain_text("on January 20")
    field.blur()
    learner.page.evaluate(WRITES_DONE)
    assert [row["response"] for row in learner.events(kind="setting")] == ["2027-12-15", "2028-01-20"]


def test_an_incomplete_exam_date_is_refused_at_its_field_and_the_saved_one_stays(learner: Learner) -> None:
    learner.go_to(0)
    learner.page.get_by_text("Settings", exact=True).click()
    field = learner.page.get_by_label("Date of your exam")
    field.fill("2027-12-15")
    field.blur()
    field.focus()
    learner.page.keyboard.press("Backspace")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    field.blur()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("^Not saved: the date is in the past or incomplete"))
    learner.page.evaluate(WRITES_DONE)
    assert [row["response"] for row in learner.events(kind="setting")] == ["2027-12-15"]
    field.fill("2027-12-15")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(learner.part("setting-status")).to_be_empty()


@pytest.mark.parametrize(("unseen", "pace"), [(14, 1), (16, 2)])
def test_the_pace_until_the_exam_is_rounded(learner: Learner, unseen: int, pace: int) -> None:
    learner.write(0, kind="setting", item="exam-day", objective="", mode="review", response="2026-12-11")
    learner.learn(0, learner.objectives[unseen:])
    learner.go_to(0, "progress/")
    expect(learner.part("exam")).to_contain_text("Your exam is in 10 days")
    expect(learner.part("exam")).to_contain_text(f"objectives yet (about {pace} a day).")


@pytest.mark.parametrize(("due", "is_offered"), [(30, False), (31, True)])
def test_who_was_away_is_offered_to_spread_more_than_two_reviews(learner: Learner, due: int, is_offered: bool) -> None:
    learner.learn(0, learner.objectives[:due])
    learner.go_to(40)
    expect(learner.part("due")).to_be_visible()
    expect(learner.part("away")).to_be_visible(visible=is_offered)


def test_after_time_away_the_rest_is_spread_over_days(learner: Learner) -> None:
    learner.learn(0, learner.objectives)
    learner.go_to(40)
    expect(learner.part("today-count")).not_to_have_text(f"{len(learner.objectives)} questions")
    learner.page.get_by_role("button", name="I was away").click()
    expect(learner.part("away")).to_be_hidden()
    [row] = learner.events(kind="setting", item="away")
    assert row["response"] == ""
    today = learner.part("today-count").inner_text()
    assert int(today.split()[0]) <= 15


def test_settings_are_events_and_survive_a_reload(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:8])
    learner.go_to(2)
    learner.page.get_by_text("Settings", exact=True).click()
    learner.page.get_by_label("Questions in a review").select_option("5")
    expect(learner.part("setting-status")).to_have_text("Saved.")
    expect(learner.part("today-count")).to_have_text("5 questions")
    learner.page.get_by_label("Date of your exam").fill("2026-12-20")
    learner.page.get_by_label("Date of your exam").blur()
    learner.page.evaluate(WRITES_DONE)
    learner.page.reload()
    expect(learner.part("today-count")).to_have_text("5 questions")
    learner.page.get_by_text("Settings", exact=True).click()
    expect(learner.page.get_by_label("Date of your exam")).to_have_value("2026-12-20")
    assert {row["item"] for row in learner.events(kind="setting")} == {"session-items", "exam-day"}
