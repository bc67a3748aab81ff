"""What the flashcards get wrong: each claim in our words, what holds, and why that matters."""

from __future__ import annotations

from macros.reference.links import Linking, block
from macros.rendering.templates import template

VERDICTS = {
    "wrong": "What contradicts the definition. Learned as it stands, it costs marks.",
    "outdated": "What was right, and is no longer.",
    "imprecise": "What points the right way, and misleads where it counts.",
    "incomplete": "What breaks off, or leaves out what items ask for.",
    "right": "What can be learned as it stands.",
}


def cards_page(seen: Linking) -> str:
    """A heading a verdict, the worst first, and below it each card under its id."""
    parts = []
    for verdict, about in VERDICTS.items():
        cards = [(name, card) for name, card in seen.course.ledger.cards.items() if card.verdict == verdict]
        if cards:
            made = template("cards.html").render(cards=cards, seen=seen, verdict=verdict.capitalize())
            parts.append(f"## {verdict.capitalize()} ({len(cards)}) {{#verdict-{verdict}}}\n\n{about}\n\n{block(made)}")
    return "\n\n".join(parts)
