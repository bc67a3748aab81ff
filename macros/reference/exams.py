"""What each exam guide asks of this material, and where it is taught."""

from __future__ import annotations

from typing import NamedTuple

from macros.ledger import Exam
from macros.ledger.models import Asked
from macros.reference.links import Linking, block
from macros.rendering.facts import as_text
from macros.rendering.sources import day
from macros.rendering.templates import template


class Row(NamedTuple):
    """Entries of a guide that stand together, the objectives that serve them, and how many items those have."""

    ids: str
    asks: str
    objectives: list[str]
    items: int


def exams_page(seen: Linking) -> str:
    """A heading a guide, its version and day, and a table a domain."""
    return "\n\n".join(_guide(code, exam, seen) for code, exam in seen.course.ledger.exams.items())


def _guide(code: str, exam: Exam, seen: Linking) -> str:
    domains = [(domain, [_row(code, asked, seen) for asked in domain.entries]) for domain in exam.domains]
    made = template("exam.html").render(exam=exam, domains=domains, seen=seen, day=day)
    return f"## {as_text(code)}: {as_text(exam.title, together=False)} {{#{code.lower()}}}\n\n{block(made)}"


def _row(code: str, asked: Asked, seen: Linking) -> Row:
    wanted = {f"{code} {entry}" for entry in asked.ids}
    serving = [name for name, one in seen.course.ledger.objectives.items() if wanted & set(one.exams)]
    return Row(_range(asked.ids), asked.asks, serving, seen.count(serving))


def _range(ids: list[str]) -> str:
    """Entries as a guide would write them: 4.1.1 to 4.1.4, or 1.1.9, 1.2.2."""
    return f"{ids[0]} to {ids[-1]}" if len(ids) > 2 else ", ".join(ids)
