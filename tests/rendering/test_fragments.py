"""A fragment has the markup that its item has on a page, apart from what depends on the place."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest

from macros.course import Course, load_course
from macros.rendering.fragments import FOLDER, active_item_ids_and_html
from macros.rendering.macros import macros_by_name
from tests.sample import write_course

SITE = "https://example.org/site/"
ITEM = re.compile(r'<quiz-item id="item-([^"]+)".*?</quiz-item>', re.DOTALL)
CASE = re.compile(r'<div class="case" .*?</div>(?=<div>)', re.DOTALL)


@pytest.fixture(scope="module")
def fragments(course: Course) -> dict[str, str]:
    return dict(active_item_ids_and_html(course))


@pytest.fixture(scope="module")
def quizzes(course: Course) -> dict[str, list[str]]:
    """The quizzes of each lesson, as its page has them."""
    page = SimpleNamespace(path="")
    quiz = macros_by_name(course, lambda: page)["quiz"]
    made: dict[str, list[str]] = {}
    for name, lesson in course.pages.items():
        if lesson.valid_calls_of("quiz") and not course.bank.files[name].sample:
            page.path = f"{name}.md"
            made[name] = [
                quiz(*call.arguments["ids"], mode=call.arguments["mode"]) for call in lesson.valid_calls_of("quiz")
            ]
    return made


def address_of(page: str) -> str:
    return "" if page == "index" else f"{page}/"


def independent_of_place(html: str, address: str) -> str:
    """Links as whole addresses, and no heading or mode, which say where the item is."""
    html = re.sub(r'href="([^"]*)"', lambda found: f'href="{urljoin(SITE + address, found[1])}"', html)
    html = re.sub(r' data-mode="\w+"', "", html)
    html = re.sub(r">Read(?: again)?: ", ">", html)
    return re.sub(r'<(h[23]|p) class="item-head" data-search-exclude>.*?</\1>', "<head>", html)


def test_each_item_on_a_lesson_has_the_same_markup_as_its_fragment(
    quizzes: dict[str, list[str]], fragments: dict[str, str]
) -> None:
    compared = 0
    for page, made in quizzes.items():
        for found in (one for html in made for one in ITEM.finditer(html)):
            [fragment] = ITEM.finditer(fragments[found[1]])
            assert independent_of_place(found[0], address_of(page)) == independent_of_place(
                fragment[0], f"{FOLDER}/x.html"
            )
            compared += 1
    assert compared > 400


def test_each_case_on_a_lesson_has_the_same_markup_as_in_the_fragments_of_its_items(
    quizzes: dict[str, list[str]], fragments: dict[str, str]
) -> None:
    compared = 0
    for page, made in quizzes.items():
        for group in (one for html in made for one in html.split('<div class="case-set">')[1:]):
            [case] = CASE.findall(group)
            for name in [found[1] for found in ITEM.finditer(group.partition("</quiz-item></div></div>")[0])]:
                [other] = CASE.findall(fragments[name])
                assert independent_of_place(case, address_of(page)) == independent_of_place(other, f"{FOLDER}/x.html")
                compared += 1
    assert compared > 5


def test_a_fragment_has_no_number_but_the_lesson_it_is_from(fragments: dict[str, str]) -> None:
    html = fragments["invoice-fields-from-scans"]
    link = '<a href="../../../building/ai-services/#ai-service-for-task">AWS AI services and Amazon Bedrock</a>'
    assert f'<h3 class="item-head" data-search-exclude>From: {link}</h3>' in html


def test_every_item_that_can_be_asked_has_one_with_its_declaration(fragments: dict[str, str], course: Course) -> None:
    asked = {item.id for _, item in course.bank.active_items_with_files}
    assert fragments.keys() == asked
    assert {item.interaction for item in course.bank.items if item.id in asked} >= {"flashcard", "choice"}
    for name, html in fragments.items():
        assert f'"items":{{"{name}":' in html


@pytest.mark.parametrize(("change", "count"), [("use: pool", 1), ("status: retired", 0)])
def test_pool_items_have_a_fragment_and_retired_items_have_none(change: str, count: int, tmp_path: Path) -> None:
    write_course(tmp_path, change)
    names = [name for name, _ in active_item_ids_and_html(load_course(tmp_path))]
    assert names.count("first") == count
