"""L111: an entry of the ledger names something that does not exist.

A fact without a source cannot be checked, and a misconception without an objective cannot be used in an item.

Bad:
    docs/data/facts.yml: {other: {text: "1 GB", value: 1, source: nowhere, seen: 2026-11-24}}
Good:
    docs/data/facts.yml: {other: {text: "1 GB", value: 1, source: guide, seen: 2026-11-24}}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks up sources, the objectives of misconceptions, and the objectives that are easily confused."""
    known = {target: course.ledger.entry_ids_in_file(target) for target in ("sources", "objectives")}
    for kind, entry, steps, target, name in _references_between_entries(course):
        if name not in known[target]:
            hint = did_you_mean(name, known[target]) or f" Add it to docs/data/{target}.yml."
            yield problem(
                "L111", course.ledger.place_of(kind, entry, *steps), f"{entry}: there is no {name} in {target}.{hint}"
            )
    for page in course.pages.values():
        for name in page.meta.sources:
            if name not in known["sources"]:
                hint = did_you_mean(name, known["sources"]) or " Add it to docs/data/sources.yml."
                yield problem("L111", Place(page.path), f"sources: there is no source {name}.{hint}")


def _references_between_entries(course: Course) -> Iterator[tuple[str, str, tuple[str | int, ...], str, str]]:
    """(kind and id of the entry, path of the field, kind and id of the entry that it names) of every reference."""
    for entry, fact in course.ledger.facts.items():
        yield "facts", entry, ("source",), "sources", fact.source
        for at, other in enumerate(fact.disputed):
            yield "facts", entry, ("disputed", at, "source"), "sources", other.source
    for entry, belief in course.ledger.misconceptions.items():
        for at, name in enumerate(belief.objectives):
            yield "misconceptions", entry, ("objectives", at), "objectives", name
    for entry, objective in course.ledger.objectives.items():
        for at, name in enumerate(objective.confusable):
            yield "objectives", entry, ("confusable", at), "objectives", name
    for entry, exam in course.ledger.exams.items():
        for number, domain in enumerate(exam.domains):
            for at, name in enumerate(domain.read):
                yield "exams", entry, ("domains", number, "read", at), "sources", name
    for kind in ("cards", "exams"):
        for entry, quoting in getattr(course.ledger, kind).items():
            yield kind, entry, ("source",), "sources", quoting.source
