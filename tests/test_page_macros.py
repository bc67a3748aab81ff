"""What is known of a macro's ids: links to a page that calls it are checked by them."""

from pathlib import Path

import pytest

from macros.course import Course, load_course
from macros.course.page_macros import PAGE_MACROS
from macros.course.targets import why_link_is_dead
from tests.sample import write_course


def why_dead(folder: Path, call: str, anchor: str) -> str:
    root = write_course(folder, f"docs/metrics/other.md: {{body: '{{{{ {call}() }}}}'}}")
    return why_link_is_dead(load_course(root), f"metrics/other.md#{anchor}", "metrics/sample")


@pytest.mark.parametrize("name", ["coverage", "holdings", "exams", "stored_answers", "gate", "ledger", "not_taught"])
def test_a_link_to_an_id_that_the_macro_does_not_write_is_dead(name: str, tmp_path: Path) -> None:
    assert why_dead(tmp_path, name, "nothing-here").startswith("has no #nothing-here")


def test_a_link_to_an_entry_of_the_ledger_is_alive(tmp_path: Path) -> None:
    assert why_dead(tmp_path, "ledger", "limit") == ""


@pytest.mark.parametrize("anchor", ["not-in-aif-c01", "aif-c01-domain-1"])
def test_a_link_to_a_heading_of_what_is_not_taught_is_alive(anchor: str, course: Course) -> None:
    assert why_link_is_dead(course, f"reference/not-taught.md#{anchor}", "metrics/sample") == ""


def test_nothing_is_said_where_ids_are_not_known(tmp_path: Path) -> None:
    assert PAGE_MACROS["rules"].written_ids is None
    assert why_dead(tmp_path, "rules", "b101") == ""
