"""What may be done with an item besides answering it: mark it, link to it, report it, come to it by its address."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import looks_without_sideways_scrolling
from tests.browser.items.placed import Placed
from tests.browser.items.shown import COUNT_ANNOUNCEMENTS, Shown
from tests.browser.items.states import correct, wrong
from tests.browser.items.stored import READ


@pytest.fixture
def sample(items: list[Placed]) -> Placed:
    return next(each for each in items if each.id == "sample-choice")


@pytest.fixture
def shown(page: Page, sample: Placed) -> Shown:
    return Shown(page, sample).open()


def action(shown: Shown, words: str) -> Any:
    return shown.root.get_by_role("button", name=words, exact=True)


def test_the_tools_stand_after_the_buttons_and_are_reached_by_tab(shown: Shown) -> None:
    shown.main.focus()
    for name in ["Show answer", "Mark", "Copy link"]:
        shown.press("Tab")
        expect(action(shown, name)).to_be_focused()


def test_a_question_of_a_lesson_is_found_again_once_marked(page: Page, items: list[Placed], axe: Any) -> None:
    of_lesson = next(each for each in items if each.kind == "one" and not each.url.startswith("contributing/"))
    shown = Shown(page, of_lesson).open()
    link = shown.root.get_by_role("link", name="Marked questions")
    expect(link).to_be_hidden()
    question = shown.root.locator("legend b, legend").first.inner_text()
    action(shown, "Mark").click()
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("#marked")).to_be_in_viewport()
    row = page.locator("[data-part=marked-list] li")
    expect(row).to_have_count(1)
    assert row.get_by_role("link").inner_text() in question
    assert axe(page) == []
    row.get_by_role("link").click()
    expect(shown.root).to_be_in_viewport()


def test_a_mark_is_said_once_logged_and_kept_and_leaves_the_answer_alone(shown: Shown) -> None:
    shown.choose(shown.wrong)
    shown.root.evaluate(COUNT_ANNOUNCEMENTS)
    action(shown, "Mark").click()
    expect(action(shown, "Unmark")).to_be_focused()
    expect(shown.root.locator(".item-head")).to_contain_text("Marked")
    expect(shown.status).to_have_text("Marked.")
    assert shown.page.evaluate("() => window.updates") == 1
    before = shown.seen()
    shown.reload()
    assert shown.seen() == before
    shown.is_now("answering")
    action(shown, "Unmark").click()
    expect(shown.root.locator(".item-head")).not_to_contain_text("Marked")
    rows = sorted(shown.page.evaluate(READ, "events"), key=lambda row: row["at"])
    assert [row["kind"] for row in rows] == ["marked", "unmarked"]


def test_a_mark_on_a_right_answer_touches_nothing_else(shown: Shown) -> None:
    correct(shown)
    shown.root.locator(".other-lines summary").click()
    action(shown, "Mark").click()
    expect(action(shown, "Unmark")).to_be_focused()
    expect(shown.root.locator(".other-lines")).to_have_attribute("open", "")


def test_a_mark_after_a_verdict_does_not_say_the_verdict_again(shown: Shown) -> None:
    wrong(shown)
    expect(action(shown, "Mark")).to_be_visible()
    verdict = shown.status.locator(".verdict").element_handle()
    action(shown, "Mark").click()
    expect(shown.status.locator(".visually-hidden")).to_have_text("Marked.")
    assert verdict and verdict.evaluate("it => it.isConnected")
    expect(shown.status).to_have_attribute("aria-atomic", "false")


def test_a_link_is_copied_and_leads_to_the_item(open_context: Any, sample: Placed) -> None:
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    shown = Shown(context.new_page(), sample).open()
    action(shown, "Copy link").click()
    expect(shown.status).to_have_text("Link copied.")
    expect(shown.root.locator(".address-note")).to_have_text("Link copied.")
    address = shown.page.evaluate("() => navigator.clipboard.readText()")
    assert address == shown.page.url.partition("#")[0] + f"#item-{sample.id}"
    there = context.new_page()
    there.goto(address)
    expect(there.locator(f"#item-{sample.id}")).to_be_in_viewport()


def test_where_the_browser_does_not_copy_the_address_can_be_copied_by_hand(shown: Shown) -> None:
    shown.page.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    action(shown, "Copy link").click()
    field = shown.root.get_by_label("Address of this question")
    expect(field).to_have_value(shown.page.url.partition("#")[0] + f"#item-{shown.item.id}")
    expect(field).to_be_focused()
    assert field.evaluate("it => it.selectionEnd - it.selectionStart === it.value.length")
    expect(shown.status).to_have_text("Copy it from here.")
    shown.choose(shown.right)  # the field is none of the item's own
    correct(shown)


def test_a_report_names_item_and_page_and_nothing_else(open_context: Any, sample: Placed) -> None:
    def tell(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("<quiz-set", '<quiz-set data-report="https://example.org/o/r"')
        route.fulfill(response=answer, body=body)

    context = open_context()
    context.route("**/contributing/gallery/", tell)
    shown = Shown(context.new_page(), sample).open()
    shown.choose(shown.wrong)
    link = urlsplit(shown.root.get_by_role("link", name="Report a problem").get_attribute("href"))
    assert f"{link.scheme}://{link.netloc}{link.path}" == "https://example.org/o/r/issues/new"
    page_address = shown.page.url.partition("#")[0]
    assert parse_qs(str(link.query)) == {"template": ["item.yml"], "item": [sample.id], "page": [page_address]}


def test_without_a_repository_there_is_no_report(shown: Shown) -> None:
    expect(action(shown, "Copy link")).to_be_visible()
    expect(shown.root.get_by_text("Report a problem")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_with_an_item_shows_it_and_its_frame(open_context: Any, sample: Placed, scripts: bool) -> None:
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto(f"{sample.url}#item-{sample.id}")
    item = page.locator(f"#item-{sample.id}")
    if scripts:
        expect(item).to_be_in_viewport()
    box = item.bounding_box()  # without scripts nothing is waited for: see test_calculator.py
    assert -box["height"] < box["y"] < page.viewport_size["height"]
    assert item.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"


def test_an_item_in_a_closed_fold_is_brought_out(page: Page, sample: Placed) -> None:
    page.goto(sample.url)
    page.evaluate(
        """id => {
          const [fold, set] = [document.createElement('details'), document.querySelector('quiz-set').parentElement];
          set.replaceWith(fold); fold.append(set); location.hash = id; }""",
        f"item-{sample.id}",
    )
    item = page.locator(f"#item-{sample.id}")
    expect(item).to_be_visible()
    expect(item).to_be_in_viewport()


@pytest.mark.parametrize("hash", ["#", "#nothing", "#%", "#item-'"])
def test_an_address_that_names_no_item_does_no_harm(page: Page, sample: Placed, hash: str) -> None:
    page.goto(sample.url + hash)
    shown = Shown(page, sample)
    shown.is_there()


def test_the_row_of_actions_is_free_of_faults(page: Page, axe: Any, shown: Shown) -> None:
    shown.choose(shown.wrong)
    shown.root.locator("[data-do=hint]").click()
    shown.root.get_by_role("radio", name="Sure").check()
    action(shown, "Copy link").click()
    expect(shown.root.locator(".address-note")).not_to_be_empty()
    for look in looks_without_sideways_scrolling(page):
        assert axe(page, f"#item-{shown.item.id}") == [], look
