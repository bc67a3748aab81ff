"""The ledger as a table: every dated fact, how old it is, what it replaced and who disagrees."""

from __future__ import annotations

from macros.ledger.clock import build_date
from macros.problems import count_with_noun
from macros.reference.links import PageLinks
from macros.rendering.sources import format_us_date
from macros.rendering.templates import template, without_blank_lines

# up to so many days an age is said in the unit, of so many days each
_UNITS = ((14, 1, "day"), (61, 7, "week"), (730, 365 / 12, "month"))
_YEAR = 365


def fact_table_html(links: PageLinks) -> str:
    """An HTML table with a row for each fact, in order of ids, each under its id."""
    now = build_date()
    facts = [
        (name, fact, age_in_words((now - fact.seen).days)) for name, fact in sorted(links.course.ledger.facts.items())
    ]
    return without_blank_lines(template("ledger.html").render(facts=facts, links=links, format_us_date=format_us_date))


def age_in_words(days: int) -> str:
    """An age in words, rounded down: today, 3 days, 5 weeks, 7 months, 2 years."""
    if days <= 0:
        return "today"
    for below, size, unit in _UNITS:
        if days < below:
            return count_with_noun(int(days / size), unit)
    return count_with_noun(int(days / _YEAR), "year")
