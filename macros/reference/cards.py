"""Each flashcard with its claim in our words, what is true, and why it matters."""

from __future__ import annotations

from macros.reference.links import PageLinks, without_blank_lines
from macros.rendering.templates import template

VERDICTS = {
    "wrong": "These claims contradict the definition. Learning them costs points.",
    "outdated": "These claims used to be true.",
    "imprecise": "These claims are roughly true, but mislead in important cases.",
    "incomplete": "These claims leave out what questions ask for.",
    "right": "You can learn these claims as they are.",
}


def flashcard_verdicts_page(links: PageLinks) -> str:
    """A heading for each verdict, the worst first, and below it each card under its id."""
    parts = []
    for verdict, about in VERDICTS.items():
        cards = [(name, card) for name, card in links.course.ledger.cards.items() if card.verdict == verdict]
        if cards:
            made = template("cards.html").render(cards=cards, links=links, verdict=verdict.capitalize())
            heading = f"## {verdict.capitalize()} ({len(cards)}) {{#verdict-{verdict}}}"
            parts.append(f"{heading}\n\n{about}\n\n{without_blank_lines(made)}")
    return "\n\n".join(parts)
