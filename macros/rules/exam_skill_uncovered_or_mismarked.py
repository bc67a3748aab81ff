"""L118: a skill in an exam guide is neither covered nor marked as not covered.

Readers use this list to decide what else to study. A skill is covered if an objective names it under `exams`. Every
other skill needs a reason why it is not covered.

Bad:
    docs/data/exams/aif-c01.yml:
      title: A guide
      version: "1.1"
      seen: 2026-11-24
      source: guide
      domains:
      - {id: 1, title: Basics, weight: 100, entries: [{ids: ["1.1.1"], asks: What AI is.}]}
Good:
    docs/data/exams/aif-c01.yml:
      title: A guide
      version: "1.1"
      seen: 2026-11-24
      source: guide
      domains:
      - id: 1
        title: Basics
        weight: 100
        entries:
        - {ids: ["1.1.1"], asks: What AI is., not_covered: This course starts with machine learning.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.ledger.loading import EXAMS
from macros.ledger.models import Asked
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares each entry with the objectives that name it."""
    ledger = course.ledger
    entries = ledger.exam_codes_entries_and_data_paths() if ledger.has_only_valid_entries("objectives") else ()
    for code, asked, steps in entries:
        if fault := _why_coverage_is_wrong(asked, ledger.covering_objective_ids(code, asked)):
            yield problem("L118", ledger.place_of(EXAMS, code, *steps), f"{code} {', '.join(asked.ids)} {fault}")


def _why_coverage_is_wrong(entry: Asked, objectives: list[str]) -> str:
    """What is wrong with an entry, or an empty string."""
    if objectives and entry.not_covered:
        return f"has `not_covered`, but the objective {objectives[0]} covers it. Use `partly` for what is left out."
    if not objectives and entry.partly:
        return "has `partly`, but no objective covers it. Use `not_covered` instead."
    if not objectives and not entry.not_covered:
        return (
            "is not covered by any objective. Name it in `exams` of an objective, or add `not_covered` with the reason."
        )
    return ""
