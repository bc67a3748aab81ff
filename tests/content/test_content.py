"""The real items, facts and pages have no error, and no warning of the rules that ask for a complete bank.

What every page of a kind has in its file, so that tests in a browser look at one or two of them.
"""

from macros.course import Course
from macros.problems import Problem, errors


def test_check_finds_no_error(own_problems: list[Problem]) -> None:
    assert [str(one) for one in errors(own_problems)] == []


def test_the_bank_is_what_the_course_asks_for(own_problems: list[Problem]) -> None:
    """Rules that warn, so that items can be written one by one: what has landed keeps them."""
    due = set("B126 B136 B137 B404 B506 B507 B508 B509 B510 B511 B513 L114 L115 L117 P118".split())
    assert [str(one) for one in own_problems if one.code in due] == []


def test_pages_with_a_calculator_give_it_the_space_of_the_table_of_contents(course: Course) -> None:
    pages = [page for page in course.pages.values() if page.valid_calls_of("calculator")]
    assert len(pages) > 7
    small = {"contributing/metrics", "deployment/inference-options"}  # these calculators need no more than the text
    assert {page.name for page in pages if "toc" not in page.meta.hide} == small


def test_each_topic_has_an_overview_of_its_lessons(course: Course) -> None:
    topics = {name.partition("/")[0] for name in course.sorted_lesson_names}
    assert len(topics) == 6
    assert [topic for topic in topics if not course.pages[f"{topic}/index"].valid_calls_of("topic")] == []
