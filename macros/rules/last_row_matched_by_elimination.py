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

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Counts the partners, and the partners that the key uses."""
    for item in course.bank.items:
        if item.status is not None or not item.presentation.is_matching:
            continue
        rows, partners = (item.presentation.options_by_group[side] for side in ("left", "right"))
        used = {partner.id for _, partner in item.presentation.rows_with_partners}
        if len(rows) == len(partners) == len(used):
            message = (f"{len(rows)} rows and as many answer options, each for one row, so the last row "
                       "is left over. Add an answer option that fits no row, or let two rows share one.")  # fmt: skip
            yield problem("B404", item.at("right"), message, warning=True)
