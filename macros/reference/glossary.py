"""The glossary: every term in our words, and where it is taught."""

from __future__ import annotations

from itertools import groupby

from macros.ledger import Term
from macros.reference.links import PageLinks, without_blank_lines
from macros.rendering.templates import template


def glossary_page(links: PageLinks) -> str:
    """A heading a letter, and below it each term under its id."""
    known = sorted(links.course.ledger.glossary.items(), key=lambda entry: (headword(entry[1]).casefold(), entry[0]))
    parts = []
    for letter, entries in groupby(known, key=lambda entry: headword(entry[1])[0].upper()):
        made = template("glossary.html").render(entries=list(entries), links=links, headword=headword)
        parts.append(f"## {letter} {{#letter-{letter.lower()}}}\n\n{without_blank_lines(made)}")
    return "\n\n".join(parts)


def headword(term: Term) -> str:
    """The name under which the glossary lists a term: its first one."""
    return term.names[0]
