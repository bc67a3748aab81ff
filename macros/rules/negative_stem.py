"""B202: a stem asks for what is not so, in small letters.

Readers miss a small "not" and give the right answer to another question. Ask for what is so; if that can't be, write
NOT or EXCEPT in capitals. A condition with a "not" belongs into a sentence of its own, before the question.

Bad:
    stem: Of 60 messages that are really spam 40 are found. Which share of them does not say that?
Good:
    stem: Of 60 messages that are really spam 40 are found. Which share of them does NOT say that?
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import asking, short

_NEGATION = re.compile(r"\b(?:not|Not|except|Except|cannot|\w+n['\u2019]t)\b")


def check(course: Course) -> Iterator[Problem]:
    """Reads the sentence that asks; the scenario before it may deny what it likes."""
    for item in course.bank.of(ChoiceItem):
        question = asking(item.stem)
        found = _NEGATION.search(question)
        if found:
            yield problem(
                "B202",
                item.at("stem"),
                f"`{found[0]}` in `{short(question, 80)}`. Ask for what is so, or write NOT or EXCEPT in capitals.",
            )
