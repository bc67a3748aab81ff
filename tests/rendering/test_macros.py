"""The macros on a page: they place items, and show what is wrong where it would have stood."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.course import load_course
from macros.rendering.macros import macros_by_name
from tests.sample import write_course

PAGE = SimpleNamespace(path="metrics/sample.md")
BODY = 'docs/metrics/sample.md:\n  body: |\n    ## Recall {#recall}\n\n    {{ quiz("first") }}\n\n    {{ quiz() }}\n'


@pytest.fixture
def macros(tmp_path: Path) -> Callable[[str], dict[str, Callable[..., str]]]:
    return lambda example="": macros_by_name(load_course(write_course(tmp_path, example)), lambda: PAGE)


def test_named_items_and_the_rest_are_numbered_in_the_page_s_order(macros):
    made = macros(BODY)
    assert "Question 1 of 2" in made["quiz"]("first")
    assert "Question 2 of 2" in made["quiz"]()


def test_only_the_first_quiz_of_a_page_brings_style_and_script(macros):
    made = macros(BODY)
    assert "quiz/define.js" in made["quiz"]("first")
    assert "quiz/define.js" not in made["quiz"]()


def test_the_first_quiz_of_a_lesson_says_how_long_all_questions_take_and_how_many_there_are(macros):
    made = macros(BODY.replace("  body:", "  minutes: 5\n  body:"))
    first, second = made["quiz"]("first"), made["quiz"]()
    assert re.search(r'<div class="quiz" data-minutes="\d+" data-questions="2">', first)
    assert "data-minutes" not in second and '<div class="quiz">' in second


def test_a_broken_item_shows_its_problem_and_the_others_stay(macros):
    made = macros("key: recal")["quiz"]()
    assert "B105 key names recal" in made
    assert 'id="item-second"' in made


def test_a_broken_item_that_is_named_shows_its_problem_there(macros):
    assert "B105 key names recal" in macros(BODY + "key: recal\n")["quiz"]("first")


def test_an_unknown_name_is_said(macros):
    assert "quiz names frist" in macros(BODY.replace('"first"', '"frist"'))["quiz"]("frist")


def test_an_unknown_calculator_names_those_there_are(macros):
    assert "confusion_matrix" in macros()["calculator"]("confusion")


def test_a_report_leads_to_the_repository_and_is_not_there_without_one(tmp_path):
    course = load_course(write_course(tmp_path, BODY))
    made = macros_by_name(course, lambda: PAGE, "https://example.org/o/r/")["quiz"]("first")
    assert 'data-report="https://example.org/o/r"' in made
    assert "data-report" not in macros_by_name(course, lambda: PAGE)["quiz"]("first")


def test_what_concerns_the_whole_page_stands_after_its_last_question(macros):
    made = macros(BODY)
    assert 'class="quiz-end"' not in made["quiz"]("first")
    assert 'class="quiz-end"' in made["quiz"]()


def test_a_single_question_has_no_such_end(macros):
    one = BODY.replace('{{ quiz("first") }}', '{{ quiz("first", mode="pretest") }}')
    assert 'class="quiz-end"' not in macros(one)["quiz"]()
