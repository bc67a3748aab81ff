"""Progress, today's panel on Home, and the state of lessons in lists."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.review.learner import Learner
from tests.browser.waits import wait_for_paint, wait_for_timers

# what is cut off at the right, and words on more than one line
TABLE_FAULTS = """table => {
  const box = table.parentElement.getBoundingClientRect();
  const cut = [...table.querySelectorAll('th, td')].filter(cell => cell.getBoundingClientRect().right > box.right + 1);
  const words = [...table.querySelectorAll('tbody a, tbody td, tbody th')].flatMap(cell => [...cell.childNodes])
    .filter(node => node.nodeType === 3)
    .flatMap(node => [...node.data.matchAll(/[^\\s-]+/g)].filter(({0: word, index}) => {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      return range.getClientRects().length > 1;
    }));
  return [...cut.map(cell => 'cut ' + cell.textContent), ...words.map(([word]) => 'broken ' + word)];
}"""
# where texts end at the right
TEXT_EDGES = """(table, selector) => [...table.querySelectorAll(selector)].map(cell => {
  const range = new Range();
  range.selectNodeContents(cell);
  return Math.round(range.getBoundingClientRect().right);
})"""


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
    expect(learner.part("list-strong").get_by_role("link")).to_have_attribute("href", re.compile(f"/#{strong}$"))


def test_lessons_and_confidence_are_shown(learner: Learner) -> None:
    learner.learn(0, learner.objectives[:1], confidence="sure")
    learner.learn(0, learner.objectives[1:3], score=0, confidence="sure")
    learner.go_to(0, "progress/")
    first = learner.part("lessons").get_by_role("row").first
    expect(first).to_contain_text("In progress")
    expect(learner.part("calibration").get_by_role("row").last).to_contain_text("33%")


def test_what_to_study_next_is_the_last_lesson_while_it_has_open_questions(learner: Learner) -> None:
    for item in learner.questions_of("lifecycle/stages")[1:]:
        learner.write(0, item=item["id"], objective=item["objective"], rev=item["rev"], score=0)
    for url in ("progress/", ""):
        learner.go_to(0, url)
        expect(learner.part("next-step")).to_have_text("Continue: Machine learning lifecycle (1 question open)")
        expect(learner.part("next-lesson")).to_have_attribute("href", re.compile("/lifecycle/stages/$"))


def test_after_a_finished_lesson_the_next_unfinished_one_is_named(learner: Learner) -> None:
    for item in learner.questions_of("lifecycle/types-of-ml") + learner.questions_of("lifecycle/stages"):
        learner.write(0, item=item["id"], objective=item["objective"], rev=item["rev"], score=0)
    for url in ("progress/", ""):
        learner.go_to(0, url)
        expect(learner.part("next-step")).to_have_text("Next: Problem framing and when to use ML")
        expect(learner.part("next-lesson")).to_have_attribute("href", re.compile("/lifecycle/goal-and-framing/$"))


def test_at_the_end_of_all_lessons_progress_points_to_review(learner: Learner) -> None:
    learner.learn(0, learner.objectives)
    last = learner.questions_of("operations/tool-map")
    for item in last:
        learner.write(0, item=item["id"], objective=item["objective"], rev=item["rev"], score=0)
    for url in ("progress/", ""):
        learner.go_to(0, url)
        expect(learner.part("all-finished")).to_contain_text("You have finished all lessons.")
        expect(learner.part("all-finished").get_by_role("link", name="Review")).to_be_visible()
        expect(learner.part("next-step")).to_be_hidden()


def test_a_pretest_alone_leads_back_to_its_lesson(learner: Learner) -> None:
    [objective] = learner.objectives[:1]
    learner.write(0, item="some-pretest", objective=objective, mode="pretest", score=0)
    learner.go_to(0, "progress/")
    expect(learner.part("next-step")).to_contain_text("Continue: Machine learning lifecycle")
    expect(learner.part("nothing")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_tables_break_no_word_and_cut_nothing(learner: Learner, width: int) -> None:
    learner.page.set_viewport_size({"width": width, "height": 844})
    learner.learn(0, learner.objectives[:3], confidence="sure")
    learner.go_to(0, "progress/")
    for name in ("lessons", "calibration"):
        for table in learner.page.locator(f"table:has([data-part={name}])").all():
            assert table.evaluate(TABLE_FAULTS) == []
            expect(table.get_by_role("columnheader")).to_have_count(7 if name == "lessons" else 5)
            if width == 1280:
                assert table.evaluate(TEXT_EDGES, "thead th.number") == table.evaluate(
                    TEXT_EDGES, "tr:last-child td.number"
                )


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
    expect(learner.part("states-note")).to_contain_text("A lesson is in progress once you have answered a question")
    learner.go_to(0, "data/")
    expect(learner.part("states-note")).to_be_hidden()


@pytest.mark.parametrize("name", ["review", "progress"])
def test_a_page_whose_script_does_not_arrive_says_so(page: Page, watched: Any, name: str) -> None:
    watched.allowed += ["failed", "Failed to load"]
    page.route(re.compile(r"chunks/(review-page|study-progress)-"), lambda route: route.abort())
    page.goto(f"{name}/")
    expect(page.locator("[data-part=unloaded]")).to_be_visible()
    expect(page.locator("[data-part=unloaded]")).to_contain_text("could not be loaded")
    expect(page.locator(".study ~ *").first).to_be_visible()


@pytest.mark.parametrize("name", ["review", "progress"])
def test_nothing_jumps_while_the_page_opens(page: Page, name: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list =>"
        "list.getEntries().forEach(each => window.shift += each.value))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{name}/")
    expect(page.locator("review-page, study-progress")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    wait_for_timers(page, 500)
    wait_for_paint(page)
    assert page.evaluate("window.shift") < 0.1
