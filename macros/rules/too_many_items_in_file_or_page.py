"""B120: a bank file is too long.

A page with more than 12 questions feels like an exam, and a file with more than 30 items is hard to review.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 13}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem

LONGEST, ON_PAGE = 30, 12


def check(course: Course) -> Iterator[Problem]:
    """Counts the items of each file and of each page."""
    for file in course.bank.files.values():
        shown = sum(item.is_on_page for item in file.items)
        if len(file.items) > LONGEST:
            yield problem(
                "B120",
                Place(file.name),
                f"{len(file.items)} items; the limit is {LONGEST}. Split the page and the file.",
            )
        if shown > ON_PAGE:
            yield problem(
                "B120",
                Place(file.name),
                f"{shown} items on the page; the limit is {ON_PAGE}. Add `use: pool` to some of them.",
            )
