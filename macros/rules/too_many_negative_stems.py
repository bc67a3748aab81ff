"""B214: too many stems use NOT or EXCEPT.

Even if NOT is capitalized, a negative question mainly tests careful reading, and a reader can find the exception
without knowing which answers are correct. At most 5% of the stems in the bank may be negative, but two are always
allowed.

Bad:
    stem: A filter finds 40 of 60 messages that are really spam. Which metric is NOT this share?
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 3}]}
Good:
    stem: A filter finds 40 of 60 messages that are really spam. Which metric is NOT this share?
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 2}]}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import questions_or_last_sentence

SHARE, ALWAYS = 0.05, 2
_NEGATION = re.compile(r"\b(?:NOT|EXCEPT)\b")


def check(course: Course) -> Iterator[Problem]:
    """Counts negative stems over the bank, and reports those beyond the allowed number."""
    allowed = max(ALWAYS, int(SHARE * len(course.bank.items)))
    found = [
        item for item in course.bank.items_with_distractors if _NEGATION.search(questions_or_last_sentence(item.stem))
    ]
    for item in found[allowed:]:
        yield problem(
            "B214",
            item.at("stem"),
            f"{len(found)} of {len(course.bank.items)} items use NOT or EXCEPT; at most {allowed} may. Rewrite "
            "this question, and ask what is true.",
        )
