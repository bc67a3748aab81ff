"""B213: feedback or a rationale refers to a choice by its letter or position.

Choices are shuffled for each reader, so "option B" or "the last choice" may be a different choice.

Bad:
    rationale: Option A divides by the actual positives, and the last choice divides by all messages.
Good:
    rationale: Recall divides by the actual positives, and accuracy divides by all messages.
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

_PLACE = re.compile(
    r"\b(?:(?:[Oo]ption|[Cc]hoice|[Aa]nswer)s? (?:[A-F]|[1-6]|one|two|three|four)\b(?! of)(?![-'\u2019])"
    r"|(?:first|second|third|fourth|fifth|last|next|previous|top|bottom|upper|lower) (?:option|choice)s?\b"
    r"|(?:options?|choices?) (?:above|below)\b"
    r"|[A-F] (?:and|or) [A-F] (?:is|are) (?:right|wrong|correct|true|false)\b"
    r"|[A-F] is (?:right|wrong|correct|true|false|the (?:key|answer))\b)|(?<!\w)\([A-F]\)"
)


def check(course: Course) -> Iterator[Problem]:
    """Reads rationales, hints, and feedback."""
    for item in course.bank.items:
        for steps, text in item.paths_and_texts():
            is_explanation = "feedback" in steps or steps[0] in ("rationale", "hints")
            found = _PLACE.search(plain_line(text)) if is_explanation else None
            if found:
                yield problem(
                    "B213",
                    item.at(*steps),
                    f"`{found[0]}` is a different choice after shuffling. Refer to the choice by its content instead.",
                )
