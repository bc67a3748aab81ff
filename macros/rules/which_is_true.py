"""B209: a stem asks which statement is true.

Such a stem asks nothing of its own: each choice is a true-or-false question, and they are about different things.
A warning.

Bad:
    stem: A spam filter has flagged 40 messages so far. Which of these statements is true?
Good:
    stem: A spam filter has flagged 40 messages so far. Which share of them is really spam?
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import asking

_THESE = r"which(?: one)? of (?:the )?(?:these|those|following)(?: \w+)?"
_CLAIM = r"(?:which|what)(?: one)? (?:statement|claim|sentence|assertion)s?\b[^?]{0,100}?"
_TRUE = re.compile(
    rf"\b(?:{_THESE}|{_CLAIM}|which(?: one)?) (?:is|are) (?:true|correct|false|incorrect)\b", re.IGNORECASE
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the sentence that asks."""
    for item in course.bank.of(ChoiceItem):
        found = _TRUE.search(asking(item.stem))
        if found:
            yield problem(
                "B209",
                item.at("stem"),
                f"`{found[0]}` leaves the question to the choices. Ask one thing that all of them answer.",
                warning=True,
            )
