"""B202: a stem asks for what is not true, in lowercase letters.

Readers who overlook a small "not" answer the opposite question. Ask for what is true. If that is not possible, write
NOT or EXCEPT in capital letters. If a condition contains "not", put it into a separate sentence before the question.

Bad:
    stem: A filter finds 40 of 60 messages that are really spam. Which metric is not this share?
Good:
    stem: A filter finds 40 of 60 messages that are really spam. Which metric is NOT this share?
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_excerpt, questions_or_last_sentence

_NEGATION = re.compile(r"\b(?:not|Not|except|Except|cannot|\w+n['\u2019]t)\b")


def check(course: Course) -> Iterator[Problem]:
    """Reads the sentence with the question. The scenario before it may contain negations."""
    for item in course.bank.items_with_distractors:
        question = questions_or_last_sentence(item.stem)
        found = _NEGATION.search(question)
        if found:
            yield problem(
                "B202",
                item.at("stem"),
                f"`{found[0]}` in `{plain_excerpt(question, 80)}`. Ask for what is true, or write NOT or EXCEPT in "
                "capitals.",
            )
