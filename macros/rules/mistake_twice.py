"""B402: two mistakes of an item are the same number.

A typed number finds the first of them, so nobody ever reads the feedback of the second.

Bad:
    interaction: numeric
    mistakes:
    - {value: 0.67, feedback: It looks at what is there.}
    - {value: 0.67, feedback: "It looks at flags, no more."}
Good:
    interaction: numeric
    mistakes:
    - {value: 0.67, feedback: It looks at what is there.}
    - {value: 0.33, feedback: "It looks at flags, no more."}
"""

from collections.abc import Iterator
from itertools import combinations

from macros.bank import NumericItem
from macros.bank.scoring import near
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares each two mistakes within the item's tolerance."""
    for item in course.bank.of(NumericItem):
        tolerance = item.declaration().tolerance or {}
        for (_, one), (at, other) in combinations(enumerate(item.mistakes), 2):
            if near(other.number, one.number, tolerance):
                yield problem(
                    "B402",
                    item.at("mistakes", at),
                    f"{other.number:g} is taken for the mistake {one.number:g} before it. Drop one, or narrow the "
                    "tolerance.",
                )
