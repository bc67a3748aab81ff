"""Macros of reference pages, which are written from the course and the code: cards, facts, exams, terms, and rules.

Imports all other packages, because it describes them. Entries that pages link to are HTML that the site generator
reads, so that it knows their ids; tables alone bypass Markdown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from macros.course import Course, load_course
from macros.reference.cards import cards_page
from macros.reference.codes import rules_page
from macros.reference.course_counts import course_counts_line
from macros.reference.coverage import coverage_page
from macros.reference.exams import exams_page
from macros.reference.facts import ledger_page
from macros.reference.gate import gate_page
from macros.reference.glossary import glossary_page
from macros.reference.interactions import interactions_table
from macros.reference.links import PageLinks
from macros.reference.not_taught import exam_shares, not_taught_page
from macros.reference.topics import topic_page
from macros.rendering.pages import source_of

COURSE_MACROS = {
    "cards": cards_page,
    "ledger": ledger_page,
    "exams": exams_page,
    "coverage": coverage_page,
    "glossary": glossary_page,
    "holdings": course_counts_line,
    "topic": topic_page,
    "exam_shares": exam_shares,
    "not_taught": not_taught_page,
}


def macros_for(
    project: str, page: Callable[[], Any] = lambda: None, course: Course | None = None
) -> dict[str, Callable[..., str]]:
    """The macros by name; `project` is the folder that holds mkdocs.yml, `page` gives the builder's page object.

    `course`: what is loaded already; without it the first macro that needs the course loads it.
    """
    loaded = cache(lambda: course or load_course(Path(project)))

    def macro(write: Callable[[PageLinks], str]) -> Callable[[], str]:
        return lambda: write(PageLinks(loaded(), source_of(page())))

    return {
        "gate": lambda: gate_page(Path(project)),
        "rules": rules_page,
        "interactions": interactions_table,
        **{name: macro(write) for name, write in COURSE_MACROS.items()},
    }
