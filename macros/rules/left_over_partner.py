"""B404: the last row of a match is left with the last partner.

With as many partners as rows, each for one row, a reader who knows all rows but one has that one too. One more partner
that fits no row, or one that two rows share, ends this. A warning.

Bad:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall, feedback: It looks at what is really there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message there is.}
    right: [{id: spam, text: Real spam}, {id: flags, text: All flags}, {id: all, text: Every message}]
    key: {recall: spam, precision: flags, accuracy: all}
Good:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall, feedback: It looks at what is really there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message there is.}
    right:
    - {id: spam, text: Real spam}
    - {id: rest, text: What is left alone}
    - {id: flags, text: All flags}
    - {id: all, text: Every message}
    key: {recall: spam, precision: flags, accuracy: all}
"""

from collections.abc import Iterator

from macros.bank import MatchItem
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Counts partners, and those that the key uses."""
    for item in course.bank.of(MatchItem):
        if item.status is None and len(item.left) == len(item.right) == len(set(item.key.values())):
            told = (f"{len(item.left)} rows and as many partners, each for one row: the last pair is left over. Add a "
                    "partner that fits no row, or let two rows share one.")  # fmt: skip
            yield problem("B404", item.at("right"), told, warning=True)
