"""L113: a date is in the future.

A verification date cannot be in the future. Nor would the check detect that the entry has become outdated.

Bad:
    verified: 2999-01-01
Good:
    verified: 2026-11-24
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from macros.course import Course
from macros.ledger.clock import build_date
from macros.problems import Place, Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares each date with today or with the day that ages count from, whichever is later."""
    today = max(build_date(), datetime.now(UTC).date())
    last = today + timedelta(days=1)  # it is tomorrow already in the east
    for place, what, when in _seen_and_verified_dates(course):
        if when > last:
            yield problem("L113", place, f"{what} is in the future: {when}. Use the date on which you read the source.")


def _seen_and_verified_dates(course: Course) -> Iterator[tuple[Place, str, date]]:
    """(place, name, date) of every date on which a source was read or content was verified."""
    ledger = course.ledger
    for kind, entries in (("facts", ledger.facts), ("sources", ledger.sources)):
        for name, entry in entries.items():
            yield ledger.place_of(kind, name, "seen"), f"seen of {name}", entry.seen
    for item in course.bank.items:
        yield item.at("verified"), f"verified of {item.id}", item.verified
    for page in course.pages.values():
        if page.meta.verified:
            yield Place(page.path), f"verified of page {page.name}", page.meta.verified
