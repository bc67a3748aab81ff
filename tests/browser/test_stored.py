"""The page of what is stored: counted, taken away, erased after the word is typed; and read without scripts."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import looks_without_sideways_scrolling
from tests.browser.items.stored import PATIENT, READ, REFUSED, STUCK
from tests.browser.saved import Saved

URL = "your-answers/"
LESSON = "metrics/regression/"


def answer(page: Page, before: str = "() => {}") -> int:
    """Has two answers of a lesson shown, and begins a third, after a script has run; how many rows that makes."""
    page.goto(LESSON)
    page.evaluate(before)
    buttons = page.locator("quiz-item [data-do=show]:visible")
    expect(page.locator("quiz-item[data-state]").first).to_be_visible()
    for shown in (1, 2):
        buttons.first.click()
        expect(page.locator("[data-state=revealed]")).to_have_count(shown)
    page.locator("quiz-item[data-state=unseen] input[type=radio]").first.check()
    return 3


@pytest.mark.parametrize("is_told", [False, True], ids=["waiting", "told that nothing is saved"])
def test_the_first_answers_of_all_outlast_a_page_that_is_left_before_there_is_a_database(
    page: Page, is_told: bool
) -> None:
    rows = answer(page, before=f"() => {{ {STUCK}; {PATIENT} }}")
    if is_told:
        page.evaluate("() => window.letGo()")
        expect(page.locator(".storage-notice")).to_contain_text("does not save your answers")
    page.goto(URL)
    expect(page.locator("stored-answers")).to_contain_text(f"{rows} rows are stored")
    page.reload()
    expect(page.locator("stored-answers")).to_contain_text(f"{rows} rows are stored")


@pytest.fixture
def part(page: Page) -> Any:
    answer(page)
    page.goto(URL)
    shown = page.locator("stored-answers")
    expect(shown).to_be_visible()
    return shown


def test_rows_are_counted_by_page_and_kind_and_the_parts_have_headings(part: Any) -> None:
    expect(part).to_contain_text("3 rows are stored.")
    [head, *cells] = part.locator("tbody tr").first.locator("th, td").all_inner_texts()
    assert cells == ["0", "2", "0", "0"], head
    expect(part.locator("tbody tr").first.get_by_role("link")).to_have_attribute("href", re.compile(r"^\.\./"))
    expect(part).to_contain_text("The browser may delete these rows")
    expect(part.get_by_role("heading", level=3)).to_have_text(["Import a file", "Erase everything stored"])


def test_the_last_answer_has_a_date(page: Page) -> None:
    page.goto(LESSON)
    item = page.locator("quiz-item[data-interaction=choice]").first
    expect(item).to_have_attribute("data-state", "unseen")
    item.locator("input").first.check()
    item.locator("button[type=submit]").click()
    expect(item).to_have_attribute("data-state", re.compile("correct|wrong|partly"))
    page.goto(URL)
    expect(page.locator("stored-answers")).to_contain_text(
        re.compile(r"The last answer is from [A-Z][a-z]+ \d+, 20\d\d at \d+:\d\d\s[AP]M\.")
    )


def test_the_file_holds_every_row_and_has_the_day_in_its_name(part: Any, page: Page, saved: Saved) -> None:
    name, text = saved(page, part.get_by_role("button", name="Export as a file").click)
    assert re.fullmatch(r"model-answers-20\d\d-\d\d-\d\d\.json", name)
    expect(part.get_by_role("status").first).to_contain_text("Exported as model-answers-")
    file = json.loads(text)
    assert sorted(file) == ["drafts", "events", "format"]
    assert (file["format"], len(file["events"]), len(file["drafts"])) == (1, 3, 1)
    assert [row["item"] for row in file["events"] if row["kind"] == "setting"] == ["last-export"]
    assert json.loads(text.splitlines()[1].rstrip(",")) == file["events"][0]
    expect(part).to_contain_text(re.compile(r"Last export: [A-Z][a-z]+ \d+, 20\d\d; no answers since"))
    assert file["events"] == sorted(page.evaluate(READ, "events"), key=lambda row: (row["at"], row["eid"]))


def test_erasing_needs_the_word_by_keys_alone(part: Any, page: Page) -> None:
    field = part.get_by_label("Type erase to confirm")
    field.focus()
    for typed in ["", "eras"]:
        field.fill(typed)
        page.keyboard.press("Enter")
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile("Nothing was erased. Type the word erase"))
        expect(part.get_by_role("status").first).to_contain_text("Nothing was erased.")
    assert len(page.evaluate(READ, "events")) == 2
    field.fill("erase")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(part.get_by_role("status").first).to_have_text(
        "Erased. This site no longer stores anything in this browser."
    )
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(part).to_contain_text("No answers are stored in this browser.")
    expect(part.get_by_role("button", name="Export as a file")).to_be_hidden()
    assert (page.evaluate(READ, "events"), page.evaluate(READ, "drafts")) == ([], [])


def test_what_was_said_about_an_action_disappears_with_the_next_one(part: Any) -> None:
    status = part.get_by_role("status").first
    part.get_by_label("Type erase to confirm").fill("erase")
    part.get_by_role("button", name="Erase everything").click()
    expect(status).to_contain_text("Erased.")
    file = {"name": "a.json", "mimeType": "application/json", "buffer": b'{"format":1,"events":[],"drafts":[]}'}
    part.locator("[type=file]").set_input_files(file)
    expect(part.get_by_role("status").nth(1)).to_contain_text("There is nothing to import.")
    expect(status).to_be_empty()


def test_erasing_removes_the_choice_of_colors_and_leaves_what_other_sites_store(part: Any, page: Page) -> None:
    page.get_by_role("button", name="Switch to dark").click()
    page.evaluate("localStorage.setItem('/another-site/.__palette', '1')")
    part.get_by_label("Type erase to confirm").fill("erase")
    part.get_by_role("button", name="Erase everything").click()
    expect(part.get_by_role("status").first).to_contain_text("Erased.")
    assert page.evaluate("Object.keys(localStorage)") == ["/another-site/.__palette"]
    page.evaluate("localStorage.clear()")


def test_other_tabs_learn_that_all_is_erased(part: Any, page: Page) -> None:
    lesson = page.context.new_page()
    lesson.goto(LESSON)
    expect(lesson.locator("[data-state=revealed]")).to_have_count(2)
    second = page.context.new_page()
    second.goto(URL)
    expect(second.locator("stored-answers")).to_contain_text("3 rows are stored.")
    part.get_by_label("Type erase to confirm").fill("Erase")
    part.get_by_role("button", name="Erase everything").click()
    expect(lesson.locator("[data-state=revealed]")).to_have_count(0)
    expect(second.locator("stored-answers")).to_contain_text("No answers are stored in this browser.")


def test_what_another_tab_answers_is_counted_at_once(part: Any, page: Page) -> None:
    lesson = page.context.new_page()
    lesson.goto(LESSON)
    lesson.locator("quiz-item [data-do=show]:visible").last.click()
    expect(part).to_contain_text("4 rows are stored.")


def test_the_browser_can_be_asked_to_keep_them(page: Page) -> None:
    page.add_init_script(
        """const manager = window.StorageManager?.prototype ?? {};  // the empty page before it has none, in Firefox
        manager.persisted = async () => !!window.agreed;
        manager.persist = async () => window.agreed = true;"""
    )
    answer(page)
    page.goto(URL)
    part = page.locator("stored-answers")
    part.get_by_role("button", name="Ask the browser to keep them").click()
    expect(part).to_contain_text("The browser has agreed to keep these rows.")
    expect(part.get_by_role("button", name="Ask the browser to keep them")).to_be_hidden()
    expect(part.get_by_role("status").first).to_have_text("The browser has agreed to keep what is stored.")


def test_where_storage_is_refused_the_page_says_so(open_context: Any, axe: Any) -> None:
    context = open_context()
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(URL)
    expect(page.locator("stored-answers")).to_contain_text("The stored data cannot be read")
    expect(page.locator("[data-part=unknown]")).to_be_hidden()
    page.get_by_label("Type erase to confirm").fill("erase")
    page.get_by_role("button", name="Erase everything").click()
    expect(page.locator("stored-answers").get_by_role("status").first).to_contain_text("Not erased")
    assert axe(page) == []


def test_a_database_of_a_later_version_can_be_erased(page: Page) -> None:
    page.goto("404.html")
    page.evaluate(
        """() => new Promise(resolve => {
          const opening = indexedDB.open('model-answers-record', 99);
          opening.onsuccess = () => resolve(opening.result.close());
        })"""
    )
    page.goto(URL)
    expect(page.locator("stored-answers")).to_contain_text("The stored data cannot be read")
    page.get_by_label("Type erase to confirm").fill("erase")
    page.get_by_role("button", name="Erase everything").click()
    expect(page.locator("stored-answers")).to_contain_text("No answers are stored in this browser.")


def test_axe_finds_nothing_in_any_state_and_nothing_scrolls_sideways(page: Page, axe: Any) -> None:
    def is_free_of_faults() -> None:
        for look in looks_without_sideways_scrolling(page):
            assert axe(page, "stored-answers") == [], look
            for target in part.locator("button:visible").all():
                assert target.bounding_box()["height"] >= 44, f"{target.inner_text()}, {look}"

    page.goto(URL)
    part = page.locator("stored-answers")
    expect(part).to_contain_text("No answers are stored")
    is_free_of_faults()
    answer(page)
    page.goto(URL)
    expect(part).to_contain_text("3 rows")
    is_free_of_faults()
    part.get_by_role("button", name="Erase everything").click()
    expect(part.locator("[aria-invalid]")).to_be_visible()
    is_free_of_faults()
    part.get_by_label("Type erase to confirm").fill("erase")
    part.get_by_role("button", name="Erase everything").click()
    expect(part.get_by_role("status").first).to_contain_text("Erased.")
    is_free_of_faults()


def test_without_scripts_the_words_stand_alone(open_context: Any) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(URL)
    # nothing is waited for: see test_calculator.py
    words = page.locator("article").inner_text()
    assert "This site does not send" in words
    assert "Turn on JavaScript" in words
    assert page.locator("stored-answers").is_hidden()
    assert "Erase everything" not in words


def test_what_is_tried_on_a_sample_is_forgotten(page: Page) -> None:
    page.goto("contributing/gallery/")
    item = page.locator("quiz-item").first
    item.locator("[data-do=show]").click()
    expect(item).to_have_attribute("data-state", "revealed")
    expect(page.locator(".storage-notice")).to_have_count(0)
    page.reload()
    expect(item).to_have_attribute("data-state", "unseen")
