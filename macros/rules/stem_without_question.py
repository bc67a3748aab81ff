"""B203: a stem does not ask anything.

Readers should know what is asked before they read the choices. So a stem must contain a question or an instruction
("Choose TWO cases in which ..."), or it must end in a colon as a complete lead-in. It is a warning.

Bad:
    stem: A filter finds 40 of the 60 messages that are really spam, and the others
Good:
    stem: A filter finds 40 of 60 messages that are really spam. Which metric is this share?
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line, sentences

_ORDER = re.compile(r"(?:Choose|Give|Name|Pick|Find|Compute|Calculate|Count|Mark|Select|Work out) ")


def check(course: Course) -> Iterator[Problem]:
    """Looks for a question mark, an instruction, or a colon at the end."""
    for item in course.bank.items:
        if not (item.presentation.is_selection or item.presentation.is_numeric):
            continue
        asks = "?" in item.stem or plain_line(item.stem).endswith((":", "...", "\u2026"))
        if not asks and not any(map(_ORDER.match, sentences(plain_line(item.stem)))):
            yield problem(
                "B203",
                item.at("stem"),
                f"`... {plain_line(item.stem)[-50:]}` does not ask anything. End with a question that can be "
                "answered without the choices.",
                warning=True,
            )
