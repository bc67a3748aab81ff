"""B128: the meaning of a released item changed, but its `rev` did not.

An answer to the old question says nothing about the new one. With a higher `rev`, the page tells readers that the
question has changed and asks them again. The meaning consists of everything that a stored answer depends on:
interaction, key, ids, unit, and tolerance.

Bad:
    rev: 1
    quizzes/released.txt: "first 1 000000000000"
Good:
    rev: 2
    quizzes/released.txt: "first 1 000000000000"
"""

from collections.abc import Iterator

from macros.bank.released import scoring_fingerprint
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares the meaning of each item with the released meaning of the same `rev`."""
    for item, released in course.bank.items_with_released_versions:
        if released.rev == item.rev and released.meaning != scoring_fingerprint(item):
            message = f"Set `rev: {item.rev + 1}`, or restore the key, ids, unit, and tolerance."
            yield problem(
                "B128", item.at("rev"), f"the meaning of {item.id} has changed since it was released. {message}"
            )
