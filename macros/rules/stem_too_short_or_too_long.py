"""B204: a stem is too short to be answered without the choices, or too long to remember.

A question of fewer than eight words depends on its choices, so readers compare the choices instead of thinking about
the question. A stem of more than 120 words mainly tests reading. It is a warning.

Bad:
    stem: Which metric is this?
Good:
    stem: A filter finds 40 of 60 messages that are really spam. Which metric is this share?
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_excerpt, words

SHORTEST, LONGEST = 8, 120


def check(course: Course) -> Iterator[Problem]:
    """Counts the words of each stem."""
    for item in course.bank.items:
        if not (item.presentation.is_selection or item.presentation.is_numeric):
            continue
        count = len(words(item.stem))
        if count < SHORTEST:
            message = (
                f"`{plain_excerpt(item.stem)}` has {count} words. Add {SHORTEST - count}, so that readers can answer "
                "it without the choices."
            )
        elif count > LONGEST:
            message = (
                f"{count} words; the limit is {LONGEST}. Remove {count - LONGEST} that do not matter for the answer."
            )
        else:
            continue
        yield problem("B204", item.at("stem"), message, warning=True)
