"""B113: an item has too few or too many choices or keys.

Three choices distinguish between readers as well as more choices do, and a fourth is common in mock exams. An item
with several keys needs four to six choices: at least two keys and at least one distractor.

Bad:
    key: [recall, precision, accuracy]
Good:
    key: recall
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Counts choices and keys."""
    for item in course.bank.items:
        if not isinstance(item, ChoiceItem):
            continue
        offered, right = len(item.choices), len(item.keys)
        if isinstance(item.key, str) and offered > 4:
            yield problem(
                "B113", item.at("choices"), f"{offered} choices with one key; use three or four. Remove the weakest."
            )
        if isinstance(item.key, list) and not 4 <= offered <= 6:
            yield problem(
                "B113", item.at("choices"), f"{offered} choices with several keys; use four to six. Add or remove some."
            )
        if isinstance(item.key, list) and right >= offered:
            yield problem(
                "B113", item.at("key"), f"{right} of {offered} choices are keys; at least one choice must be wrong."
            )
