"""B129: the `rev` of an item is lower than its released `rev`.

Answers to the later version would count for this earlier one.

Bad:
    rev: 1
    quizzes/released.txt: "first 2 000000000000"
Good:
    rev: 3
    quizzes/released.txt: "first 2 000000000000"
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares the `rev` of each item with the released one."""
    for item, released in course.bank.items_with_released_versions:
        if item.rev < released.rev:
            message = f"Set `rev: {released.rev}`, or {released.rev + 1} if the meaning changed."
            yield problem("B129", item.at("rev"), f"{item.id} was released with rev {released.rev}. {message}")
