"""What the project holds, as macros: what runs, or is quoted, is what the page shows.

Stands above every other room, since it describes them all. Pages whose parts are linked to (cards, facts, terms) come
as HTML that the builder reads, so that it knows their ids; tables alone pass through whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from macros.course import Course, load_course
from macros.reference.cards import cards_page
from macros.reference.codes import rules_page
from macros.reference.coverage import coverage_page
from macros.reference.exams import exams_page
from macros.reference.facts import ledger_page
from macros.reference.gate import gate_page
from macros.reference.glossary import glossary_page
from macros.reference.holdings import holdings_line
from macros.reference.interactions import interactions_table
from macros.reference.links import Linking
from macros.reference.not_taught import exam_shares, not_taught_page
from macros.reference.topics import topic_page
from macros.rendering.pages import source_of

SHOWN = {
    "cards": cards_page,
    "ledger": ledger_page,
    "exams": exams_page,
    "coverage": coverage_page,
    "glossary": glossary_page,
    "holdings": holdings_line,
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

    def shown(write: Callable[[Linking], str]) -> Callable[[], str]:
        return lambda: write(Linking(loaded(), source_of(page())))

    return {
        "gate": lambda: gate_page(Path(project)),
        "rules": rules_page,
        "interactions": interactions_table,
        **{name: shown(write) for name, write in SHOWN.items()},
    }
