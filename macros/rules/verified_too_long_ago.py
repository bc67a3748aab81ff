"""L112: a fact, an item, or a page was last verified too long ago.

AWS services change. An old date causes only a warning, except in the weekly check (`check --stale`), which fails.

Bad:
    verified: 2024-01-01
Good:
    verified: 2026-11-24
"""

from collections.abc import Iterator
from datetime import date

from macros.course import Course
from macros.ledger.clock import build_date
from macros.problems import Place, Problem, problem

CODE = "L112"
FACT_DAYS, ITEM_DAYS = 180, 365


def check(course: Course) -> Iterator[Problem]:
    """Compares every date with today."""
    now = build_date()
    for place, what, seen, limit in _verified_dates_with_limits(course):
        days = (now - seen).days
        if days > limit:
            yield problem(
                CODE,
                place,
                f"{what} was verified {days} days ago; the limit is {limit}. Check its source, and set the date.",
                warning=True,
            )


def _verified_dates_with_limits(course: Course) -> Iterator[tuple[Place, str, date, int]]:
    """(place, name, date of the last check, days that it may be old) of facts, items, and pages."""
    for entry, fact in course.ledger.facts.items():
        yield course.ledger.place_of("facts", entry, "seen"), f"fact {entry}", fact.seen, FACT_DAYS
    for item in [item for item in course.bank.items if item.status is None]:
        yield item.at("verified"), f"item {item.id}", item.verified, ITEM_DAYS
    for page in course.pages.values():
        if page.meta.verified:
            yield Place(page.path), f"page {page.name}", page.meta.verified, ITEM_DAYS
