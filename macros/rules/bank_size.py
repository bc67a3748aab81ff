"""B120: a bank file is too long.

A page that asks more than twelve questions is an exam, and a file of more than 30 items is hard to review.

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
    """Counts items in files and on pages."""
    for file in course.bank.files.values():
        shown = sum(item.on_page for item in file.items)
        if len(file.items) > LONGEST:
            yield problem("B120", Place(file.name), f"{len(file.items)} items; at most {LONGEST}. Split page and file.")
        if shown > ON_PAGE:
            yield problem(
                "B120", Place(file.name), f"{shown} items on the page; at most {ON_PAGE}. Mark some `use: pool`."
            )
