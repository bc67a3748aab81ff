"""B209: a stem asks which statement is true.

Such a stem does not ask a specific question. Instead, each choice is a separate true-or-false question. It is a
warning.

Bad:
    stem: A spam filter has flagged 40 messages today. Which of these statements is true?
Good:
    stem: A spam filter has flagged 40 messages today. Which share of them is really spam?
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import questions_or_last_sentence

_THESE = r"which(?: one)? of (?:the )?(?:these|those|following)(?: \w+)?"
_CLAIM = r"(?:which|what)(?: one)? (?:statement|claim|sentence|assertion)s?\b[^?]{0,100}?"
_TRUE = re.compile(
    rf"\b(?:{_THESE}|{_CLAIM}|which(?: one)?) (?:is|are) (?:true|correct|false|incorrect)\b", re.IGNORECASE
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the sentence with the question."""
    for item in course.bank.items_with_distractors:
        found = _TRUE.search(questions_or_last_sentence(item.stem))
        if found:
            yield problem(
                "B209",
                item.at("stem"),
                f"`{found[0]}` leaves the question to the choices. Ask one question that all choices answer.",
                warning=True,
            )
