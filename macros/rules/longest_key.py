"""B301: the key is much longer than every other choice.

Who knows nothing picks the longest choice, since the truth takes more words than an error. It fires from 1.3 times and
12 characters on; with several keys, if all of them are that long.

Bad:
    choices:
    - {id: recall, text: The found share of what is really spam, feedback: It looks at what is there.}
    - {id: precision, text: The share of flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: The share of calls, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: The share of real spam, feedback: It looks at what is there.}
    - {id: precision, text: The share of all flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: The share of all calls, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

TIMES, LONGER = 1.3, 12


def check(course: Course) -> Iterator[Problem]:
    """Compares the shortest key with the longest distractor, in characters."""
    for item in course.bank.of(ChoiceItem):
        key = min(len(plain(choice.text)) for choice in item.right)
        other = max((len(plain(choice.text)) for choice in item.wrong), default=key)
        if key >= TIMES * other and key - other >= LONGER:
            yield problem(
                "B301",
                item.at("key"),
                f"the key has {key} characters, the longest distractor {other}. Shorten the key by {key - other} "
                "characters, or give a distractor a reason.",
            )
