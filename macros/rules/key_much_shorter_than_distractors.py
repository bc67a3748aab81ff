"""B302: the key is much shorter than every other choice.

A single short choice attracts attention, so readers may guess that it is the key. The rule fires if the key is at
most 0.6 times as long as the shortest distractor and also at least 12 characters shorter. If there are several keys,
the rule fires only if this is true for all of them.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision of the filter, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy of the filter, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

TIMES, SHORTER = 0.6, 12


def check(course: Course) -> Iterator[Problem]:
    """Compares the longest key with the shortest distractor, in characters."""
    for item in course.bank.items_with_distractors:
        key = max(len(plain_line(choice.text)) for choice in item.presentation.key_options)
        other = min((len(plain_line(choice.text)) for choice in item.presentation.distractors), default=key)
        if key <= TIMES * other and other - key >= SHORTER:
            yield problem(
                "B302",
                item.at("key"),
                f"the key has {key} characters and the shortest distractor has {other}. Shorten a distractor by "
                f"{other - key} characters, or extend the key.",
            )
