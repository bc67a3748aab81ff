"""B128: the meaning of a released item changed, and its `rev` did not.

What was right in one meaning says nothing about the other. With a higher `rev` the reader is told that the question
changed, and answers it anew. Meaning is what a stored answer is read against: interaction, key, ids, unit, tolerance.

Bad:
    rev: 1
    quizzes/released.txt: "first 1 000000000000"
Good:
    rev: 2
    quizzes/released.txt: "first 1 000000000000"
"""

from collections.abc import Iterator

from macros.bank.released import meaning
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares each item's meaning with the released one of the same `rev`."""
    for item in course.bank.kept:
        released = course.bank.released.get(item.id)
        if released and released.rev == item.rev and released.meaning != meaning(item):
            told = f"Set `rev: {item.rev + 1}`, or give it back the key, the ids, the unit and the tolerance it had."
            yield problem("B128", item.at("rev"), f"{item.id} means something else than when it was released. {told}")
