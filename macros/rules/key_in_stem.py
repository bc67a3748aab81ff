"""B401: a number of the stem is the key.

A reader who copies a number of the stem would be right without a thought.

Bad:
    interaction: numeric
    stem: Of 50 flagged messages 40 are really spam, a share of 0.8. Which share is the precision?
Good:
    interaction: numeric
    stem: Of 50 flagged messages 40 are really spam. Which share is the precision?
"""

import re
from collections.abc import Iterator

from macros.bank import NumericItem
from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

_NUMBER = re.compile(r"(?<![\w.,])[-\u2212]?\d+(?:[.,]\d+)?(?:\s?%)?(?![\w]|[.,]\d)")


def check(course: Course) -> Iterator[Problem]:
    """Scores each number of the stem as a response."""
    for item in course.bank.of(NumericItem):
        for found in _NUMBER.finditer(plain(item.stem)):
            if score(item.declaration(), found[0]) == 1:
                yield problem(
                    "B401", item.at("stem"), f"the stem says {found[0]}, which is the key. Change the numbers."
                )
                break
