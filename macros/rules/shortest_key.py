"""B302: the key is much shorter than every other choice.

A single short choice stands out, and standing out is a reason to pick it. It fires up to 0.6 times and from 12
characters on; with several keys, if all of them are that short.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision of the flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy of the calls, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

TIMES, SHORTER = 0.6, 12


def check(course: Course) -> Iterator[Problem]:
    """Compares the longest key with the shortest distractor, in characters."""
    for item in course.bank.of(ChoiceItem):
        key = max(len(plain(choice.text)) for choice in item.right)
        other = min((len(plain(choice.text)) for choice in item.wrong), default=key)
        if key <= TIMES * other and other - key >= SHORTER:
            yield problem(
                "B302",
                item.at("key"),
                f"the key has {key} characters, the shortest distractor {other}. Shorten a distractor by "
                f"{other - key} characters, or lengthen the key.",
            )
