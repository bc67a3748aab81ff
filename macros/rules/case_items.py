"""B124: a case is not there, or one item alone names it.

A case is worth reading when it is read for more than one question; a scenario for one belongs into its stem.

Bad:
    case: spam-launch
    quizzes/metrics/sample.yml:
      cases: {spam-launch: A mail provider switches on a filter.}
Good:
    case: spam-launch
    quizzes/metrics/sample.yml:
      cases: {spam-launch: A mail provider switches on a filter.}
      items: [{copy_of: first, times: 2}, {copy_of: second}]
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, did_you_mean, problem

FEWEST = 2


def check(course: Course) -> Iterator[Problem]:
    """Follows each item to its case, and counts the items of each case; retired ones do not count."""
    for file in course.bank.files.values():
        for item in file.items:
            if item.case is not None and item.case not in file.cases:
                hint = did_you_mean(item.case, file.cases) or f" Write it under `cases` in {file.name}."
                yield problem("B124", item.at("case"), f"no case {item.case} in this file.{hint}")
        named = Counter(item.case for item in file.items if item.status is None)
        for name, case in file.cases.items():
            if named[name] < FEWEST and not file.broken:
                said = f"case {name} is named by {named[name]} items; at least {FEWEST}."
                yield problem("B124", case.place, f"{said} Add one, or move the scenario into the stem.")
