"""B133: a text has no visible content.

A choice that consists of empty markup, a link without text, or a zero-width space can be selected but not seen.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: "[](metrics/sample.md)", feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: "[Precision](metrics/sample.md)", feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
"""

import unicodedata
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and symbols that look empty


def check(course: Course) -> Iterator[Problem]:
    """Reads every text of every item as it is displayed."""
    for item in course.bank.items:
        for steps, text in item.paths_and_texts():
            if not any(map(_is_visible, plain_line(text))):
                message = "shows nothing. Write text without invisible characters."
                yield problem(
                    "B133", item.at(*steps), f"{steps[-1] if isinstance(steps[-1], str) else 'key'} {message}"
                )


def _is_visible(character: str) -> bool:
    """Whether a character is neither a space, a control character, a mark, nor one that looks empty."""
    return unicodedata.category(character)[0] not in "ZCM" and character not in _BLANK
