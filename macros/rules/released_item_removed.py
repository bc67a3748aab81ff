"""B127: a released item has been removed.

Readers may have stored answers to the item. If another question used the id again, those answers would count for the
new question.

Bad:
    quizzes/released.txt: "recall-of-spam 1 000000000000"
Good:
    rev: 2
    status: retired
    quizzes/released.txt: "first 1 000000000000"
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks for each released id, unless a bank file cannot be read: its items are not gone."""
    here = {item.id for item in course.bank.non_samples}
    new = here - course.bank.released.keys()
    for name, released in course.bank.released.items() if not course.bank.problems else ():
        if name not in here:
            message = "Put it back. If it should no longer be asked, add `status: retired`."
            hint = did_you_mean(name, new).replace("Did you mean", "Was it renamed to")
            yield problem("B127", released.place, f"{name} was released and has been removed.{hint} {message}")
