"""B112: an item names an objective, a misconception, or a source that does not exist.

Without an existing entry, readers cannot look up what the item teaches, and reviewers cannot verify it.

Bad:
    objective: recal
Good:
    objective: recall
"""

from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course
from macros.problems import Problem, did_you_mean, problem

_FILES = {"objective": "objectives", "source": "sources", "misconception": "misconceptions"}


def check(course: Course) -> Iterator[Problem]:
    """Looks up every reference in docs/data. An entry that exists but is broken is reported there."""
    known = {kind: course.ledger.entry_ids_in_file(file) for kind, file in _FILES.items()}
    for item in course.bank.items:
        for steps, kind, name in _objective_source_and_misconception_references(item):
            if name not in known[kind]:
                hint = did_you_mean(name, known[kind]) or f" Add it to docs/data/{_FILES[kind]}.yml."
                yield problem("B112", item.at(*steps), f"there is no {kind} {name}.{hint}")


def _objective_source_and_misconception_references(item: Item) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """(path of a field, kind of entry, id of the entry) of every reference of an item."""
    yield ("objective",), "objective", item.objective
    yield ("source",), "source", item.source
    yield from ((path, "misconception", name) for path, name in item.presentation.paths_and_misconceptions)
