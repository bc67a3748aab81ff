"""B301: the key is much longer than every other choice.

Readers who do not know the answer pick the longest choice, because a correct statement often needs more words. The
rule fires if the key is at least 1.3 times as long as the longest distractor and also at least 12 characters longer.
If there are several keys, the rule fires only if this is true for all of them.

Bad:
    choices:
    - {id: recall, text: The share of the actual spam that is flagged, feedback: It divides by the actual positives.}
    - {id: precision, text: The share of flagged spam, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: The share of all mail, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: The share of actual spam, feedback: It divides by the actual positives.}
    - {id: precision, text: The share of flagged spam, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: The share of all messages, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

TIMES, LONGER = 1.3, 12


def check(course: Course) -> Iterator[Problem]:
    """Compares the shortest key with the longest distractor, in characters."""
    for item in course.bank.items_with_distractors:
        key = min(len(plain_line(choice.text)) for choice in item.presentation.key_options)
        other = max((len(plain_line(choice.text)) for choice in item.presentation.distractors), default=key)
        if key >= TIMES * other and key - other >= LONGER:
            yield problem(
                "B301",
                item.at("key"),
                f"the key has {key} characters and the longest distractor has {other}. Shorten the key by "
                f"{key - other} "
                "characters, or add a reason to a distractor.",
            )
