"""B404: readers can match the last row of a match item by elimination.

If there are as many answer options as rows and each option fits exactly one row, a reader who knows all rows but one
gets the last row by elimination. Add an answer option that fits no row, or let two rows share an option. It is a
warning.

Bad:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall, feedback: It divides by all actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message in the data.}
    right: [{id: spam, text: Real spam}, {id: flags, text: All flags}, {id: all, text: Every message}]
    key: {recall: spam, precision: flags, accuracy: all}
Good:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall, feedback: It divides by all actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message in the data.}
    right:
    - {id: spam, text: Real spam}
    - {id: rest, text: Messages that are not flagged}
    - {id: flags, text: All flags}
    - {id: all, text: Every message}
    key: {recall: spam, precision: flags, accuracy: all}
"""

from collections.abc import Iterator

from macros.bank import MatchItem
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Counts the partners, and the partners that the key uses."""
    for item in course.bank.of(MatchItem):
        if item.status is None and len(item.left) == len(item.right) == len(set(item.key.values())):
            told = (f"{len(item.left)} rows and as many answer options, each for one row, so the last row "
                    "is left over. Add an answer option that fits no row, or let two rows share one.")  # fmt: skip
            yield problem("B404", item.at("right"), told, warning=True)
