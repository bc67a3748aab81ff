"""The reader's code: kept across reloads and tabs, reset, downloaded; hints, and the solution beside it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import our_workers
from tests.browser.items.stored import REFUSED, stored_event, timers_held_from
from tests.browser.labs.code_page import LOOP
from tests.browser.labs.lab_page import FIRST, LESSON, LabPage
from tests.browser.saved import Saved
from tests.labs.folders import source

SAVE_DELAY = 400  # ms, as in code-draft.js
MINE = "# mine\nanswer = 42"


def test_code_and_hints_outlast_a_reload(lab: LabPage) -> None:
    lab.write(MINE)
    lab.hints.first.locator("summary").click()
    expect(lab.hints).to_have_count(2)
    lab.has_saved(MINE, hints=1)
    lab.page.reload()
    lab.has_text(MINE)
    expect(lab.hints).to_have_count(2)


def test_what_was_typed_a_moment_ago_outlasts_a_reload(lab: LabPage) -> None:
    lab.write(MINE)
    lab.page.reload()
    lab.has_text(MINE)


def test_a_page_left_while_python_runs_says_so_when_it_comes_back(started: LabPage) -> None:
    [ended] = our_workers(started.page)
    lab = started.write(LOOP)
    lab.main.click()
    expect(lab.box).to_have_attribute("data-state", "running")
    with ended.expect_event("close"):
        lab.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    lab.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(lab.note).to_contain_text("Python was stopped when you left this page. Your code is kept.")
    expect(lab.box).to_have_attribute("data-state", "idle")
    lab.has_text(LOOP)


def test_reset_brings_the_starter_back_and_keeps_the_other_version(lab: LabPage) -> None:
    starter = "def count_outcomes(y_true, y_pred):"
    lab.write(MINE)
    lab.press("Reset")
    expect(lab.editor).to_contain_text(starter)
    expect(lab.note).to_contain_text("Another version of your code is stored")
    lab.page.reload()
    expect(lab.editor).to_contain_text(starter)
    lab.press("Show the other version")
    lab.has_text(MINE)
    expect(lab.note).to_have_count(0)  # the starter is never lost
    lab.editor.focus()
    lab.page.keyboard.press("ControlOrMeta+z")
    expect(lab.editor).to_contain_text(starter)


def test_the_other_version_is_deleted_when_the_reader_says_so(lab: LabPage) -> None:
    lab.write(MINE)
    lab.press("Reset")
    lab.press("Delete it")
    expect(lab.note).to_contain_text("The other version is deleted.")
    lab.page.reload()
    expect(lab.editor).to_contain_text("def count_outcomes(y_true, y_pred):")
    expect(lab.note).to_have_count(0)


def test_code_typed_a_moment_ago_outlasts_a_reset_and_a_reload_at_once(lab: LabPage) -> None:
    lab.write(MINE)
    lab.press("Reset")
    lab.page.reload()
    expect(lab.editor).to_contain_text("def count_outcomes(y_true, y_pred):")
    lab.press("Show the other version")
    lab.has_text(MINE)


def test_a_deleted_version_comes_back_while_the_page_is_open(lab: LabPage) -> None:
    lab.write(MINE)
    lab.press("Reset")
    lab.press("Delete it")
    expect(lab.box.get_by_role("button", name="Restore it")).to_be_focused()
    lab.page.keyboard.press("Enter")
    expect(lab.box.get_by_role("button", name="Show the other version")).to_be_focused()
    expect(lab.note).to_have_count(1)
    lab.page.reload()
    lab.press("Show the other version")
    lab.has_text(MINE)


def test_the_focus_stays_in_the_lab_when_a_note_with_it_disappears(lab: LabPage) -> None:
    lab.write(MINE)
    lab.press("Reset")
    lab.press("Show the other version")
    expect(lab.note).to_have_count(0)
    expect(lab.box.get_by_role("button", name="Reset")).to_be_focused()


def test_code_is_downloaded_as_a_python_file(lab: LabPage, saved: Saved) -> None:
    lab.write(MINE)
    assert saved(lab.page, lambda: lab.press("Download")) == (f"{FIRST}.py", MINE)


def test_what_is_typed_in_one_tab_is_shown_in_the_other(lab: LabPage) -> None:
    other = LabPage(lab.page.context.new_page()).open()
    lab.write(MINE)
    other.has_text(MINE)
    other.write(MINE + "\nmore = 1")
    lab.has_text(MINE + "\nmore = 1")
    expect(lab.note).to_have_count(0)


def test_two_tabs_that_type_at_once_lose_nothing(lab: LabPage) -> None:
    other = LabPage(lab.page.context.new_page()).open()
    for one in (lab, other):
        one.page.evaluate(f"() => {timers_held_from(SAVE_DELAY)}")
    lab.write("a = 1")
    other.write("b = 2")  # neither has saved when the other types
    for one in (lab, other):
        one.page.evaluate("() => window.letGo()")
    texts = {"a = 1", "b = 2"}
    for one in (lab, other):
        expect(one.note).to_contain_text("from this lab in another tab")
    lab.page.reload()
    shown = lab.editor.inner_text().strip()
    assert shown in texts
    lab.press("Show the other version")
    [rest] = texts - {shown}
    lab.has_text(rest)


def test_a_deleted_version_does_not_come_back_over_what_another_tab_wrote_meanwhile(lab: LabPage) -> None:
    lab.write(MINE)
    lab.press("Reset")
    lab.press("Delete it")
    other = LabPage(lab.page.context.new_page()).open()
    lab.page.evaluate(f"() => {timers_held_from(SAVE_DELAY)}")
    lab.write("a = 1")  # not saved yet
    other.write("b = 2")
    other.has_saved("b = 2", hints=0)
    expect(lab.box.get_by_role("button", name="Restore it")).to_be_visible()
    lab.page.evaluate("() => window.letGo()")
    expect(lab.note).to_contain_text(["from this lab in another tab"])
    expect(lab.note).to_have_count(1)
    lab.press("Show the other version")
    lab.has_text("b = 2")


def test_refused_storage_is_said_and_code_can_be_written(page: Page) -> None:
    page.add_init_script(REFUSED)
    lab = LabPage(page).open()
    expect(lab.note).to_contain_text("Download your code before you close this page.")
    lab.write(MINE).has_text(MINE)


def test_code_that_is_too_long_is_said_not_to_be_stored_until_it_is_shortened(lab: LabPage) -> None:
    lab.write("#" * 200_001)
    expect(lab.note).to_have_count(1)
    expect(lab.note).to_contain_text("Your code is too long to be stored in this browser.")
    lab.write(MINE)
    expect(lab.note).to_have_count(0)
    lab.page.reload()
    lab.has_text(MINE)


def test_hints_come_one_by_one(lab: LabPage) -> None:
    expect(lab.hints).to_have_count(1)
    expect(lab.hints.first).to_have_text("Hint 1 of 3", use_inner_text=True)
    for opened in range(3):
        lab.hints.nth(opened).locator("summary").click()
        expect(lab.hints.nth(opened).locator("p").first).to_be_visible()
    expect(lab.hints).to_have_count(3)


def test_the_solution_stands_beside_the_readers_code_with_the_difference_marked(lab: LabPage) -> None:
    solution = source(FIRST, "solution.py")
    lab.write(solution.replace("return tp / (tp + fp)", "return tp / (tp + fn)"))
    lab.box.get_by_text("Compare with the solution").click()
    expect(lab.comparison).to_contain_text("1 line differs between your code and the solution.")
    expect(lab.comparison.locator("del")).to_have_text("    return tp / (tp + fn)")
    expect(lab.comparison.locator("ins")).to_have_text("    return tp / (tp + fp)")
    lab.box.get_by_text("Compare with the solution").click()
    lab.write(solution)
    lab.box.get_by_text("Compare with the solution").click()
    expect(lab.comparison).to_contain_text("No line differs")


def test_a_finished_lab_is_one_event_and_marked_on_its_lesson_and_in_the_list(started: LabPage) -> None:
    page = started.page
    for _ in range(2):
        started.run(source(FIRST, "solution.py"))
    expect(started.done).to_be_visible()
    event = stored_event(page)
    assert {name: value for name, value in event.items() if name not in ("eid", "at")} == {
        "format": 1, "kind": "lab", "item": FIRST, "rev": 1, "objective": "", "mode": "practice", "response": None,
        "score": 1, "seed": 0,
    }  # fmt: skip
    for address in (LESSON, "labs/"):
        page.goto(address)
        mark = page.locator(f'[data-lab-link="{FIRST}"] [data-part=done]')
        expect(mark).to_be_visible()
        expect(mark).to_have_text("Done")
    expect(page.locator("[data-part=done]:visible")).to_have_count(1)


@pytest.mark.parametrize("address", [LESSON, "labs/"])
def test_a_lab_that_was_not_finished_has_no_mark(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(f'[data-lab-link="{FIRST}"] a').first).to_be_visible()
    expect(page.locator("[data-part=done]:visible")).to_have_count(0)


def test_the_focus_ring_is_around_the_editor_and_over_its_line_numbers(lab: LabPage) -> None:
    ring = "it => (ring => [ring.borderTopStyle, ring.position, ring.zIndex])(getComputedStyle(it, '::after'))"
    host = lab.box.locator("[data-part=editor]")
    assert host.evaluate(ring)[0] == "none"
    lab.editor.focus()
    assert host.evaluate(ring) == ["solid", "absolute", "1"]
