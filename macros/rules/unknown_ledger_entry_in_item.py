"""B112: an item names an objective, a misconception, or a source that does not exist.

Without an existing entry, readers cannot look up what the item teaches, and reviewers cannot verify it.

Bad:
    objective: recal
Good:
    objective: recall
"""

import re
from collections.abc import Iterator
from typing import Any

from macros.course import Course
from macros.ledger.models import ID
from macros.problems import Problem, did_you_mean, problem

_FILES = {"objective": "objectives", "source": "sources", "misconception": "misconceptions"}


def check(course: Course) -> Iterator[Problem]:
    """Looks up every reference in docs/data, also those of items with errors in other fields.

    An entry that exists but is broken is reported there.
    """
    known = {kind: course.ledger.entry_ids_in_file(file) for kind, file in _FILES.items()}
    for item in course.bank.items_and_broken_items:
        for steps, kind, name in _objective_source_and_misconception_references(item.fields_as_written):
            if isinstance(name, str) and re.fullmatch(ID, name) and name not in known[kind]:
                hint = did_you_mean(name, known[kind]) or f" Add it to docs/data/{_FILES[kind]}.yml."
                yield problem("B112", item.at(*steps), f"there is no {kind} {name}.{hint}")


def _objective_source_and_misconception_references(
    fields_as_written: dict[str, Any],
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """(path of a field, kind of entry, what is written there) of every reference of an item."""
    for kind in ("objective", "source"):
        yield (kind,), kind, fields_as_written.get(kind)
    for field, entries in fields_as_written.items():
        for at, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict):
                yield (field, at, "misconception"), "misconception", entry.get("misconception")
