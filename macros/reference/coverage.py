"""What is covered: each objective with its exam skills, flashcards and items; each flashcard with its objectives."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from macros.reference.links import THOUGHT, PageLinks, block
from macros.rendering.templates import template
from macros.rendering.whole import mark_finished


class Row(NamedTuple):
    """An objective, its exam skills and cards, and how many items it has: all, and those at level apply or analyze."""

    name: str
    exams: list[str]
    cards: list[str]
    items: int
    thought: int


def coverage_page(links: PageLinks) -> str:
    """A table of objectives by topic, and one of cards."""
    ledger = links.course.ledger
    rows = [_row(name, links) for name in ledger.objectives]
    by_topic = groupby(rows, key=lambda row: ledger.objectives[row.name].page.partition("/")[0])
    by_card = {card: [row.name for row in rows if card in row.cards] for card in ledger.cards}
    made = template("coverage.html").render(
        topics=[(topic.capitalize(), list(group)) for topic, group in by_topic],
        cards=[(card, names, links.count(names)) for card, names in by_card.items()],
        links=links,
        items=sum(row.items for row in rows),
        thought=sum(row.thought for row in rows),
        objectives=len(rows),
        taught=sum(bool(names) and links.count(names) > 0 for names in by_card.values()),
    )
    return mark_finished(block(made))


def _row(name: str, links: PageLinks) -> Row:
    objective, items = links.course.ledger.objectives[name], links.items[name]
    thought = sum(item.level in THOUGHT for item in items)
    return Row(name, objective.exams, objective.cards, len(items), thought)
