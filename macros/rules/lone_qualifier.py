"""B304: the key alone is qualified.

A bracket, a clause after a comma, a "because" or a number in one choice alone shows where care was taken.

Bad:
    choices:
    - {id: recall, text: "Recall, of real spam", feedback: It looks at what is there.}
    - {id: precision, text: Precision of all flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy of all calls, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: "Recall, of real spam", feedback: It looks at what is there.}
    - {id: precision, text: "Precision, of all flags", feedback: "It looks at flags, no more."}
    - {id: accuracy, text: "Accuracy, of all calls", feedback: It looks at every message.}
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

QUALIFIERS = {
    "a bracket": re.compile(r"\([^)]{1,100}\)"),
    "a clause after a comma": re.compile(r"[,;:]\s[^,;:]*"),
    "a reason": re.compile(r"\b(?:because|since|so that|in order to)\b[^,;]*", re.IGNORECASE),
    "a number": re.compile(r"(?<![\w.])\d[\d.,]*"),
}


def check(course: Course) -> Iterator[Problem]:
    """Looks for what every key has and no distractor."""
    for item in course.bank.of(ChoiceItem):
        for name, pattern in QUALIFIERS.items():
            right = [pattern.search(plain(choice.text)) for choice in item.right]
            if right[0] and all(right) and not any(pattern.search(plain(choice.text)) for choice in item.wrong):
                yield problem(
                    "B304",
                    item.at("key"),
                    f"the key alone has {name}: `{right[0][0].strip()[:60]}`. Give at least one distractor the like, "
                    "or take it out.",
                )
