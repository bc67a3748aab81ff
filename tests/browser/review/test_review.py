"""A review, from the choice to the result: what is asked, in which order, and what the log gets."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.bank.interactions import INTERACTIONS
from tests.browser.items.shown import HALF_A_SECOND_LATER
from tests.browser.items.stored import WRITES_DONE
from tests.browser.review.learner import Learner
from tests.browser.waits import wait_for_paint, wait_for_timers, wait_until

COUNT_READS = """() => {
  const getAll = IDBObjectStore.prototype.getAll;
  window.reads = 0;
  IDBObjectStore.prototype.getAll = function (...given) { window.reads += 1; return getAll.apply(this, given); };
}"""


def test_without_answers_there_is_nothing_to_review_and_a_way_to_the_lessons(learner: Learner) -> None:
    learner.go_to(0)
    expect(learner.part("nothing-yet")).to_be_visible()
    expect(learner.part("nothing-yet").get_by_role("link").first).to_have_attribute("href", "../lifecycle/")
    for name in ("due", "none-due", "mistakes", "marked", "topics", "away"):
        expect(learner.part(name)).to_be_hidden()


def test_a_due_objective_is_asked_by_another_question_and_then_rests(learner: Learner) -> None:
    [objective] = learner.objectives[:1]
    learner.learn(0, [objective])
    learner.go_to(1)
    expect(learner.part("none-due")).to_contain_text("Your next question is due tomorrow.")
    learner.go_to(2)
    expect(learner.part("due")).to_contain_text("Today: 1 question, about 1 min")
    learner.start()
    asked = learner.finish()
    assert asked[0] in {item["id"] for item in learner.items_of(objective)[1:]}, "a variant that was not seen yet"
    [row] = learner.events(mode="review", kind="answered")
    assert (row["objective"], row["score"]) == (objective, 1)
    expect(learner.part("result")).to_contain_text("You reviewed 1 question. You remembered 1 of 1 on the first try.")
    next_line = learner.part("result-next-line")
    expect(next_line).to_be_visible()
    expect(next_line).to_have_text(re.compile(r"^\s*The next question is due on December \d+\.$"))
    learner.go_to(3)
    expect(learner.part("due")).to_be_hidden()


def test_a_wrong_answer_comes_back_after_three_others_and_at_the_end(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:6])
    learner.go_to(2)
    learner.start()
    expect(learner.part("place")).to_have_text("Question 1 of 6")
    first = learner.answer(is_correct=False)
    expect(learner.part("place")).to_have_text("Question 2 of 8")
    others = [learner.answer() for _ in range(3)]
    again = learner.answer()
    rest = learner.finish()
    assert first not in others and (again, rest[-1]) == (first, first)
    expect(learner.part("result")).to_have_text(
        re.compile(
            r"^You reviewed 6 questions and gave 8 answers, including repeats. You remembered 5 of 6 on the first try\."
        )
    )
    expect(learner.part("forgotten").get_by_role("listitem")).to_have_count(1)
    [objective] = [each for each in learner.objectives if first in {item["id"] for item in learner.items_of(each)}]
    link = learner.part("forgotten").get_by_role("link")
    expect(link).to_have_attribute("href", re.compile(rf"/lifecycle/[a-z-]+/#{objective}$"))


def test_only_topics_with_answers_are_in_the_list(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1])
    learner.go_to(1)
    topics = learner.part("topic").locator("option")
    expect(topics).to_have_text(["Lifecycle"])
    expect(learner.part("topics-missing")).to_have_text(
        "This list has only the topics in which you have answered a question."
    )
    learner.learn(1, learner.objectives)
    learner.go_to(1)
    expect(topics).to_have_count(6)
    expect(learner.part("topics-missing")).to_be_hidden()


def test_a_question_says_when_it_was_answered_last(learner: Learner) -> None:
    [objective] = learner.objectives[:1]
    missed, recalled, *_ = learner.items_of(objective)
    learner.write(0, objective=objective, item=recalled["id"], score=1)
    learner.write(0.1, objective=objective, item=missed["id"], score=0)
    learner.go_to(2)
    learner.start("mistakes")
    expect(learner.part("last-answer")).to_have_text("You missed this question on December 1.")
    shown = learner.question
    shown.answer(shown.right)
    shown.is_now("correct")
    expect(shown.result).not_to_contain_text("First try")
    learner.go_to(2)
    expect(learner.part("none-due")).to_be_visible()
    learner.page.get_by_role("button", name="Review this topic").click()
    expect(learner.part("last-answer")).to_contain_text(
        "This question is new to you. You last answered a question about this objective today."
    )


def test_a_stopped_review_of_mistakes_can_be_continued(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:7], score=0)
    learner.go_to(1)
    learner.start("mistakes")
    first = learner.answer()
    learner.page.get_by_role("button", name="Stop here").click()
    expect(learner.part("more")).to_contain_text("6 more questions are left in this review.")
    expect(learner.part("result-next-line")).to_be_hidden()
    learner.page.get_by_role("button", name="Continue", exact=True).click()
    expect(learner.part("place")).to_have_text("Question 1 of 6")
    assert first not in learner.finish()


@pytest.mark.parametrize("kind", ["today", "mistakes"])
def test_a_stopped_review_keeps_the_repeats_that_it_announced(learner: Learner, kind: str) -> None:
    learner.learn(0, learner.objectives[:4], score=int(kind == "today"))
    learner.go_to(2)
    learner.start(kind)
    first, second = learner.answer(is_correct=False), learner.answer(is_correct=False)
    learner.answer()
    shown = learner.question
    shown.answer(shown.right)
    learner.page.get_by_role("button", name="Stop here").click()
    expect(learner.part("more")).to_contain_text("2 more questions are left in this review.")
    learner.page.get_by_role("button", name="Continue", exact=True).click()
    expect(learner.part("repeats")).to_have_text("This is a repeat. 1 repeat is still to come.")
    assert learner.finish() == [first, second]
    expect(learner.part("result-counts")).to_have_text("You answered 2 repeats.")


def test_a_review_of_many_mistakes_says_how_many_it_asks_and_how_many_are_left(learner: Learner) -> None:
    learner.write(0, kind="setting", item="session-items", objective="", mode="review", response="5")
    learner.learn(0, learner.objectives[:7], score=0)
    learner.go_to(1)
    expect(learner.part("mistakes")).to_contain_text("Review my mistakes (7)")
    expect(learner.part("mistakes-size")).to_have_text(
        re.compile(r"^One review asks 5 of them, which takes about \d minutes\.$")
    )
    learner.start("mistakes")
    expect(learner.part("place")).to_have_text("Question 1 of 5")
    learner.finish()
    expect(learner.part("more")).to_contain_text("2 mistakes are left.")
    learner.page.get_by_role("button", name="Continue", exact=True).click()
    expect(learner.part("place")).to_have_text("Question 1 of 2")
    learner.page.get_by_role("button", name="Stop here").click()
    expect(learner.part("mistakes-size")).to_have_text(re.compile(r"^The review takes about \d minutes?\.$"))


def test_reviews_of_many_marked_questions_reach_all_of_them(learner: Learner) -> None:
    learner.write(0, kind="setting", item="session-items", objective="", mode="review", response="5")
    for objective in learner.objectives[:7]:
        learner.write(0, kind="marked", item=learner.items_of(objective)[0]["id"], objective=objective)
    learner.go_to(1)
    expect(learner.part("marked-size")).to_contain_text("One review asks 5 of them")
    learner.start("marked")
    first = set(learner.finish())
    learner.page.get_by_role("button", name="Back to Review").click()
    learner.start("marked")
    second = {learner.answer(), learner.answer()}
    assert (len(first), len(first | second)) == (5, 7)


def test_a_review_of_mistakes_survives_a_reload_with_its_repeats(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:4], score=0)
    learner.go_to(0)
    expect(learner.part("open")).to_be_hidden()
    learner.start("mistakes")
    missed, recalled = learner.answer(is_correct=False), learner.answer()
    learner.page.evaluate(WRITES_DONE)
    learner.page.reload()
    expect(learner.part("open")).to_contain_text("Unfinished review of your mistakes: 3 questions left")
    learner.part("open").get_by_role("button", name="Continue this review").click()
    expect(learner.part("place")).to_have_text("Question 1 of 3")
    asked = learner.finish()
    assert asked[-1] == missed
    assert recalled not in asked
    learner.page.get_by_role("button", name="Back to Review").click()
    expect(learner.part("open")).to_be_hidden()


def test_the_review_of_today_survives_a_reload_with_its_repeats(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:3])
    learner.go_to(2)
    learner.start()
    missed = learner.answer(is_correct=False)
    learner.page.evaluate(WRITES_DONE)
    learner.page.reload()
    expect(learner.part("due")).to_contain_text("Today: 3 questions left, about")
    expect(learner.part("open")).to_be_hidden()
    learner.part("due").get_by_role("button", name="Continue the review").click()
    learner.answer()
    learner.answer()
    learner.go_to(2.1)
    expect(learner.part("due")).to_contain_text("Today: 1 question left, about")
    learner.start()
    assert learner.question.item.id == missed
    learner.go_to(3)
    expect(learner.part("due").get_by_role("button")).to_have_text("Start the review")


def test_who_has_answers_elsewhere_finds_the_import(learner: Learner) -> None:
    for url, name in (("review/", "nothing-yet"), ("progress/", "nothing")):
        learner.go_to(0, url)
        link = learner.part(name).get_by_role("link", name="import your answers")
        expect(link).to_have_attribute("href", "../your-answers/#move-answers")


def test_why_a_review_gets_longer_is_said_at_the_question_and_at_its_number(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:5])
    learner.go_to(2)
    learner.start()
    expect(learner.part("repeats")).to_be_hidden()
    shown = learner.question
    shown.answer(shown.wrong)
    expect(learner.part("comes-back")).to_have_text(
        "You will see this question twice more, because your answer was not correct. The review now has 7 questions."
    )
    expect(learner.part("repeats")).to_have_text("2 repeats are still to come.")
    learner.page.get_by_role("button", name="Next question").click()
    expect(learner.part("place")).to_have_text("Question 2 of 7")
    expect(learner.part("comes-back")).to_be_empty()
    for _ in range(3):
        learner.answer()
    expect(learner.part("repeats")).to_have_text("This is a repeat. 1 repeat is still to come.")


def test_an_answer_that_was_asked_for_and_a_guess_come_back_for_that_reason(learner: Learner) -> None:
    folder = learner.site / "assets/generated/items"
    questions = learner.questions_of("lifecycle/stages")
    choices = [item for item in questions if '"choice"' in (folder / f"{item['id']}.html").read_text(encoding="utf-8")]
    for item in choices[:2]:
        learner.write(0, item=item["id"], objective=item["objective"], score=0)
    learner.go_to(0)
    learner.start("mistakes")
    learner.question.second.click()
    expect(learner.part("comes-back")).to_contain_text("question once more, because you asked to see the answer.")
    learner.page.get_by_role("button", name="Next question").click()
    shown = learner.question
    shown.root.get_by_text("Guess", exact=True).click()
    shown.answer(shown.right)
    expect(learner.part("comes-back")).to_contain_text("question once more, because you guessed.")


def test_after_a_wrong_answer_the_right_one_can_be_seen_and_counts_once(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1])
    learner.go_to(2)
    learner.start()
    shown = learner.question
    assert shown.item.kind != "card"
    shown.answer(shown.wrong)
    learner.page.get_by_role("button", name="Show answer").click()
    shown.is_now("revealed")
    expect(shown.result.locator(".rationale")).to_be_visible()
    assert [row["kind"] for row in learner.events(mode="review")] == ["answered"]
    learner.page.get_by_role("button", name="Next question").click()
    expect(learner.part("place")).to_have_text("Question 2 of 2")
    expect(learner.part("repeats")).to_have_text("This is another question about the same objective.")
    learner.answer(is_correct=True)
    expect(learner.part("result")).to_contain_text("You reviewed 1 question and gave 2 answers")
    expect(learner.part("result")).to_contain_text("0 of 1 on the first try")


def test_mistakes_and_marked_questions_are_reviews_of_their_own(learner: Learner) -> None:
    one, other = (learner.items_of(objective)[0]["id"] for objective in learner.objectives[:2])
    learner.write(0, item=one, objective=learner.objectives[0], score=0)
    learner.write(0, item=other, objective=learner.objectives[1], kind="marked")
    learner.write(0, item="an-item-that-is-gone", objective=learner.objectives[1], kind="marked")
    learner.go_to(1)
    expect(learner.part("mistakes")).to_contain_text("Review my mistakes (1)")
    expect(learner.part("marked")).to_contain_text("Review marked questions (1)")
    learner.start("mistakes")
    assert set(learner.finish()) == {one}
    learner.page.get_by_role("button", name="Back to Review").click()
    expect(learner.part("mistakes")).to_be_hidden()


def test_one_topic_is_reviewed_alone_even_if_nothing_is_due(learner: Learner) -> None:
    learner.learn(0, learner.objectives)
    learner.go_to(1)
    learner.page.get_by_label("One topic").select_option("metrics")
    learner.start("topic")
    item = learner.question.root
    objective = item.get_attribute("data-objective")
    assert objective is not None
    expect(item.locator(".item-head")).to_contain_text("From: ")
    learner.page.get_by_role("button", name="Stop here").click()
    expect(learner.part("choice")).to_be_focused()


def test_four_lapses_lead_to_the_lesson_and_an_easier_question(learner: Learner) -> None:
    [objective] = learner.objectives[:1]
    for time in range(5):
        learner.learn(time * 10, [objective], mode="review")
        learner.learn(time * 10 + 4, [objective], score=0, mode="review")
    learner.go_to(50)
    learner.start()
    expect(learner.part("stuck")).to_contain_text("You have forgotten this objective 5 times")
    expect(learner.part("stuck-lesson")).to_have_attribute(
        "href", f"{learner.page.url.removesuffix('review/')}lifecycle/stages/#{objective}"
    )
    easiest = min(item["level"] for item in learner.items_of(objective))
    assert (
        next(item["level"] for item in learner.items_of(objective) if item["id"] == learner.question.item.id) == easiest
    )


@pytest.mark.parametrize(
    "event",
    [
        "document.dispatchEvent(new Event('visibilitychange'));",
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
    ],
)
def test_a_page_that_is_left_open_says_in_the_morning_what_is_due(learner: Learner, event: str) -> None:
    learner.learn(0, learner.objectives[:2])
    for url in ("review/", "progress/", ""):
        learner.go_to(1, url)
        expect(learner.part("none-due")).to_be_visible()
        learner.come_back(2, event)
        expect(learner.part("due")).to_contain_text("2 questions")


def test_an_answer_is_not_read_back_from_the_database(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:2])
    learner.go_to(2)
    learner.start()
    learner.page.evaluate(COUNT_READS)
    learner.answer()
    expect(learner.part("place")).to_have_text("Question 2 of 2")
    learner.page.evaluate(WRITES_DONE)
    wait_for_timers(learner.page, 100)
    assert learner.page.evaluate("() => window.reads") == 0


def test_two_tabs_in_one_session_ask_no_question_twice(learner: Learner, page: Page) -> None:
    learner.learn(0, learner.objectives[:4])
    learner.go_to(2)
    learner.start()
    first = learner.question.item.id
    other = Learner.__new__(Learner)
    other.page, other.site, other.eids = page.context.new_page(), learner.site, 500
    other.go_to(2)
    other.start()
    asked_there = other.finish()
    assert first in asked_there
    expect(learner.part("place")).to_be_visible()
    learner.answer()
    expect(learner.part("result")).to_be_visible()
    assert len(learner.events(mode="review", kind="answered")) == 5
    other.page.close()


def test_a_question_that_does_not_arrive_can_be_asked_again_or_skipped(learner: Learner, watched: Any) -> None:
    watched.allowed += ["failed", "Failed to load"]
    learner.learn(0, learner.objectives[:2])
    learner.go_to(2)
    learner.page.route("**/generated/items/*.html", lambda route: route.abort())
    learner.start()
    expect(learner.part("failed")).to_contain_text("This question could not be loaded.")
    learner.page.unroute("**/generated/items/*.html")
    learner.part("failed").get_by_role("button", name="Try again").click()
    expect(learner.part("failed")).to_be_hidden()
    assert len(set(learner.finish())) == 2


def test_where_storage_is_refused_the_review_says_so(open_context: Any, site: Any) -> None:
    from tests.browser.items.stored import REFUSED

    context: BrowserContext = open_context()
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto("review/")
    expect(page.locator("[data-part=unsaved]")).to_contain_text("This browser does not save your answers")
    expect(page.locator("[data-part=nothing-yet]")).to_be_visible()


def test_an_item_that_was_edited_or_retired_between_two_days_stops_nothing(learner: Learner) -> None:
    [objective] = learner.objectives[:1]
    item = learner.items_of(objective)[0]
    learner.write(0, item=item["id"], objective=objective, rev=item["rev"] + 7, score=1)
    learner.write(0, item="retired-item", objective=objective, score=1)
    learner.write(0, item="another-retired-item", objective="an-objective-that-is-gone", score=0)
    learner.go_to(3)
    learner.start()
    assert len(learner.finish()) == 1


def test_the_number_in_a_button_can_be_pressed(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1], score=0)
    learner.go_to(1)
    learner.part("mistakes-count").click()
    expect(learner.part("place")).to_have_text("Question 1 of 1")


def test_enter_in_a_field_goes_on_after_the_verdict(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:2])
    learner.go_to(2)
    learner.start()
    shown = learner.question
    shown.answer(shown.wrong)
    shown.is_now(shown.wrong_state)
    shown.root.locator("input[name=response]").first.focus()
    shown.press_button("Enter")
    expect(learner.part("place")).to_have_text(re.compile("^Question 2 of "))
    assert learner.question.item.id != shown.item.id


def test_next_question_pressed_twice_on_a_slow_line_skips_none(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:3])
    learner.go_to(2)
    learner.start()
    shown = learner.question
    shown.answer(shown.right)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    learner.page.route("**/generated/items/*.html", hold)
    next_question = learner.page.get_by_role("button", name="Next question")
    next_question.click()
    wait_until(learner.page, lambda: held)
    learner.page.evaluate(HALF_A_SECOND_LATER)  # a double press within half a second counts once anyway
    next_question.click()
    wait_for_paint(learner.page)
    [route] = held
    route.continue_()
    expect(learner.part("place")).to_have_text("Question 2 of 3")
    assert held == [route]


def test_a_review_whose_first_question_does_not_arrive_takes_the_place_of_an_unfinished_one(
    learner: Learner, watched: Any
) -> None:
    watched.allowed += ["failed", "Failed to load"]
    learner.learn(0, learner.objectives[:4], score=0)
    marked = learner.objectives[4]
    learner.write(0, kind="marked", item=learner.items_of(marked)[0]["id"], objective=marked)
    learner.go_to(0)
    learner.start("mistakes")
    learner.answer()
    learner.page.get_by_role("button", name="Stop here").click()
    learner.page.get_by_role("button", name="Back to Review").click()
    expect(learner.part("open")).to_contain_text("Unfinished review of your mistakes: 3 questions left")
    learner.page.route("**/generated/items/*.html", lambda route: route.abort())
    learner.start("marked")
    expect(learner.part("failed")).to_be_visible()
    learner.page.get_by_role("button", name="Stop here").click()
    expect(learner.part("open")).to_contain_text("Unfinished review of marked questions: 1 question left")


def test_a_question_whose_interaction_does_not_arrive_says_so(learner: Learner, watched: Any) -> None:
    watched.allowed += ["failed", "Failed to load"]
    learner.learn(0, learner.objectives[:1])
    learner.go_to(2)
    learner.page.route(re.compile(f"chunks/({'|'.join(INTERACTIONS)})-"), lambda route: route.abort())
    learner.start()
    expect(learner.part("failed")).to_be_visible()
