"""B127: an item that was released is gone.

Readers may hold answers to it. An id that is free could be given to another question, which they would then have
answered already.

Bad:
    quizzes/released.txt: "recall-of-fruit 1 000000000000"
Good:
    rev: 2
    status: retired
    quizzes/released.txt: "first 1 000000000000"
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks for each released id. Not while a bank file can't be read: what it holds is not gone."""
    here = {item.id for item in course.bank.kept}
    new = here - course.bank.released.keys()
    for name, released in course.bank.released.items() if not course.bank.problems else ():
        if name not in here:
            told = "Put it back; if it is no longer to be asked, add `status: retired` to it."
            hint = did_you_mean(name, new).replace("Did you mean", "Was it renamed to")
            yield problem("B127", released.place, f"{name} was released and is gone.{hint} {told}")
