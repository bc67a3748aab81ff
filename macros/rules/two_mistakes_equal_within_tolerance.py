"""B402: two mistakes of an item have the same value.

The page shows the feedback of the first mistake that matches, so readers would never see the feedback of the second
one.

Bad:
    interaction: numeric
    mistakes:
    - {value: 0.67, feedback: It divides by the actual positives.}
    - {value: 0.67, feedback: It looks at flagged messages only.}
Good:
    interaction: numeric
    mistakes:
    - {value: 0.67, feedback: It divides by the actual positives.}
    - {value: 0.33, feedback: It looks at flagged messages only.}
"""

from collections.abc import Iterator
from itertools import combinations

from macros.bank.scoring import is_within
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares every two mistakes within the tolerance of the item."""
    for item in course.bank.items:
        if not item.presentation.is_numeric:
            continue
        declaration = item.scoring_declaration()
        for (_, one), (at, other) in combinations(enumerate(declaration.mistakes), 2):
            if is_within(other, one, declaration.tolerance or {}):
                yield problem(
                    "B402",
                    item.at("mistakes", at),
                    f"{other:g} is within the tolerance of the mistake {one:g} before it. Remove one, "
                    "or reduce the tolerance.",
                )
