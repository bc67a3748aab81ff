"""B214: too many stems ask for what is NOT so.

Even in capitals a denied question tests reading before knowledge, and who finds the odd one out need not know what is
right. At most one stem in twenty of the whole bank asks so; two are always allowed.

Bad:
    stem: Of 60 messages that are really spam 40 are found. Which share of them does NOT say that?
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 3}]}
Good:
    stem: Of 60 messages that are really spam 40 are found. Which share of them does NOT say that?
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 2}]}
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import asking

SHARE, ALWAYS = 0.05, 2
_NEGATION = re.compile(r"\b(?:NOT|EXCEPT)\b")


def check(course: Course) -> Iterator[Problem]:
    """Counts them over the bank, and points to those beyond the allowed number."""
    allowed = max(ALWAYS, int(SHARE * len(course.bank.items)))
    found = [item for item in course.bank.of(ChoiceItem) if _NEGATION.search(asking(item.stem))]
    for item in found[allowed:]:
        yield problem(
            "B214",
            item.at("stem"),
            f"{len(found)} of {len(course.bank.items)} items ask NOT or EXCEPT; at most {allowed}. Turn this question "
            "round: ask for what is so.",
        )
