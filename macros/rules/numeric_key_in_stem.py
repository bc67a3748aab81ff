"""B401: a number in the stem is the key.

A reader could copy the number from the stem and be correct without calculating anything.

Bad:
    interaction: numeric
    stem: A filter flags 50 messages, and 40 (0.8) are really spam. What is its precision?
Good:
    interaction: numeric
    stem: A filter flags 50 messages, and 40 of them are really spam. What is its precision?
"""

from collections.abc import Iterator

from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import numbers_as_written


def check(course: Course) -> Iterator[Problem]:
    """Scores each number in the stem as a response."""
    for item in course.bank.items:
        for number in numbers_as_written(item.stem) if item.presentation.is_numeric else ():
            if score(item.scoring_declaration(), number) == 1:
                yield problem(
                    "B401", item.at("stem"), f"the stem contains {number}, which is the key. Change the numbers."
                )
                break
