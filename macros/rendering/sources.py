"""The list of what a page rests on: sources it names, and those of the facts and items it shows."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from macros.course import Course, Page
from macros.ledger import Source


def page_source_list_html(course: Course, page: Page) -> str:
    """A list of the sources of a page, of its items, and of the facts that these quote, in order of title."""
    ledger = course.ledger
    names = set(page.meta.sources)
    items = [item for _, placed in course.quiz_calls_with_items(page) for item in placed]
    facts = {call.arguments["name"] for call in page.valid_calls_of("fact")}
    facts.update(name for item in items for name in item.quoted_fact_ids)
    names.update(item.source for item in items)
    names.update(ledger.facts[name].source for name in facts if name in ledger.facts)
    found = sorted(
        (ledger.sources[name] for name in names if name in ledger.sources),
        key=lambda source: (source.title, source.url),
    )
    return Markup('<div class="sources"><ul>{}</ul></div>').format(Markup("").join(map(_source_list_item, found)))


def _source_list_item(source: Source) -> Markup:
    how = f" {source.how}" if source.how else ""
    return Markup('<li><a href="{}">{}</a>, read{} on <time datetime="{}">{}</time></li>').format(
        source.url, source.title, how, source.seen.isoformat(), format_us_date(source.seen)
    )


def format_us_date(day: date) -> str:
    """A date as American readers write it, such as Nov 24, 2026, whatever the locale of the build."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{months[day.month - 1]} {day.day}, {day.year}"
