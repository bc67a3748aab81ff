"""What is covered: each objective with its exam skills, flashcards and items; each flashcard with its objectives."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from macros.reference.links import THOUGHT, PageLinks
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.templates import template, without_blank_lines


class ObjectiveRow(NamedTuple):
    """An objective, its exam skills and cards, and how many items it has: all, and those at level apply or analyze."""

    name: str
    exams: list[str]
    cards: list[str]
    items: int
    thought: int


def objective_and_card_coverage_html(links: PageLinks) -> str:
    """A table of objectives by topic, and one of cards."""
    ledger = links.course.ledger
    rows = [_objective_row(name, links) for name in ledger.objectives]
    by_topic = groupby(rows, key=lambda row: ledger.objectives[row.name].page.partition("/")[0])
    by_card = {card: [row.name for row in rows if card in row.cards] for card in ledger.cards}
    made = template("coverage.html").render(
        topics=[(topic.capitalize(), list(group)) for topic, group in by_topic],
        cards=[(card, names, links.count_active_items_testing(names)) for card, names in by_card.items()],
        links=links,
        items=sum(row.items for row in rows),
        thought=sum(row.thought for row in rows),
        objectives=len(rows),
        taught=sum(bool(names) and links.count_active_items_testing(names) > 0 for names in by_card.values()),
    )
    return mark_protected_html(without_blank_lines(made))


def _objective_row(objective_id: str, links: PageLinks) -> ObjectiveRow:
    objective, items = links.course.ledger.objectives[objective_id], links.active_items_by_objective[objective_id]
    thought = sum(item.level in THOUGHT for item in items)
    return ObjectiveRow(objective_id, objective.exams, objective.cards, len(items), thought)
