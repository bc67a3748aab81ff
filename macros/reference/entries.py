"""Terms of the glossary, flashcards, and interactions, each an entry in our words."""

from __future__ import annotations

from itertools import groupby

from macros.bank.interactions import GALLERY_ROWS
from macros.ledger import Term
from macros.reference.links import PageLinks
from macros.rendering.templates import template, without_blank_lines

VERDICTS = {
    "wrong": "These claims contradict the definition. Learning them costs points.",
    "outdated": "These claims used to be true.",
    "imprecise": "These claims are roughly true, but mislead in important cases.",
    "incomplete": "These claims leave out what questions ask for.",
    "right": "You can learn these claims as they are.",
}
GALLERY_HEAD = "| Interaction | What the reader does | What `key` contains | More fields |\n| --- | --- | --- | --- |\n"


def glossary_page(links: PageLinks) -> str:
    """A heading a letter, and below it each term under its id, with where it is taught."""
    known = sorted(links.course.ledger.glossary.items(), key=lambda entry: (headword(entry[1]).casefold(), entry[0]))
    parts = []
    for letter, entries in groupby(known, key=lambda entry: headword(entry[1])[0].upper()):
        made = template("glossary.html").render(entries=list(entries), links=links, headword=headword)
        parts.append(f"## {letter} {{#letter-{letter.lower()}}}\n\n{without_blank_lines(made)}")
    return "\n\n".join(parts)


def headword(term: Term) -> str:
    """The name under which the glossary lists a term: its first one."""
    return term.names[0]


def flashcards_by_verdict_page(links: PageLinks) -> str:
    """A heading for each verdict, the worst first, and below it each card under its id: claim, truth, and reason."""
    parts = []
    for verdict, about in VERDICTS.items():
        cards = [(name, card) for name, card in links.course.ledger.cards.items() if card.verdict == verdict]
        if cards:
            made = template("cards.html").render(cards=cards, links=links, verdict=verdict.capitalize())
            heading = f"## {verdict.capitalize()} ({len(cards)}) {{#verdict-{verdict}}}"
            parts.append(f"{heading}\n\n{about}\n\n{without_blank_lines(made)}")
    return "\n\n".join(parts)


def interactions_table() -> str:
    """A Markdown table with a row for each interaction, or for each form that its key can have."""
    return GALLERY_HEAD + "".join(f"| {' | '.join(row)} |\n" for row in GALLERY_ROWS)
