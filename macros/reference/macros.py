"""The macros of reference pages, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.course import Course
from macros.reference.calculators import calculators_in_lesson_order_html
from macros.reference.codes import rules_page
from macros.reference.course_counts import course_counts_line
from macros.reference.coverage import objective_and_card_coverage_html
from macros.reference.entries import flashcards_by_verdict_page, glossary_page, interactions_table
from macros.reference.exams import exam_guides_page
from macros.reference.facts import fact_table_html
from macros.reference.gate import last_gate_report_html
from macros.reference.links import PageLinks
from macros.reference.not_taught import exam_coverage_list_html, exam_skill_gaps_page
from macros.reference.topics import lessons_in_page_folder_html
from macros.rendering.pages import source_path_of_page

COURSE_MACROS = {
    "cards": flashcards_by_verdict_page,
    "ledger": fact_table_html,
    "exams": exam_guides_page,
    "coverage": objective_and_card_coverage_html,
    "glossary": glossary_page,
    "holdings": course_counts_line,
    "calculators": calculators_in_lesson_order_html,
    "topic": lessons_in_page_folder_html,
    "exam_shares": exam_coverage_list_html,
    "not_taught": exam_skill_gaps_page,
}


def macros_by_name(course: Course, current_page: Callable[[], Any]) -> dict[str, Callable[..., str]]:
    """The macros by name; `current_page` gives the builder's page object at the time of a call."""

    def bind_to_current_page(write_page: Callable[[PageLinks], str]) -> Callable[[], str]:
        return lambda: write_page(PageLinks(course, source_path_of_page(current_page())))

    return {
        "gate": lambda: last_gate_report_html(course.root),
        "rules": rules_page,
        "interactions": interactions_table,
        **{name: bind_to_current_page(write) for name, write in COURSE_MACROS.items()},
    }
