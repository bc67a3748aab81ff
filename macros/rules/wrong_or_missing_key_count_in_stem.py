"""B115: the stem of an item with several keys does not say how many choices to select.

Without the number, readers have to guess how many choices are correct instead of thinking about the subject.

Bad:
    stem: Which metrics does a missed case lower?
    key: [recall, accuracy]
    turns_on: {words: missed case, key: [precision, specificity]}
    choices:
    - {id: recall, text: Recall, feedback: A missed case is in the denominator.}
    - {id: accuracy, text: Accuracy, feedback: A missed case counts as an error.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: specificity, text: Specificity, feedback: It ignores the positive cases.}
Good:
    stem: Which metrics does a missed case lower? Choose TWO.
    key: [recall, accuracy]
    turns_on: {words: missed case, key: [precision, specificity]}
    choices:
    - {id: recall, text: Recall, feedback: A missed case is in the denominator.}
    - {id: accuracy, text: Accuracy, feedback: A missed case counts as an error.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: specificity, text: Specificity, feedback: It ignores the positive cases.}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem

_COUNTS = {2: "TWO", 3: "THREE", 4: "FOUR", 5: "FIVE"}
_INSTRUCTION = re.compile(r"\b[Cc]hoose (TWO|THREE|FOUR|FIVE)\b")


def check(course: Course) -> Iterator[Problem]:
    """Compares `Choose TWO` in the stem with the number of keys."""
    for item in course.bank.items_with_distractors:
        count = len(item.presentation.key_options)
        wanted = _COUNTS.get(count)
        written = _INSTRUCTION.search(item.stem)
        if wanted and (written is None or written[1] != wanted):
            yield problem("B115", item.at("stem"), f"the item has {count} keys. Write `Choose {wanted}` in the stem.")
        if wanted is None and written:
            message = f"the stem says `Choose {written[1]}`, but there is one key. Correct one of them."
            yield problem("B115", item.at("stem"), message)
