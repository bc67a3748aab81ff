"""B113: too few or too many choices or keys.

Three choices discriminate as well as more, a fourth suits mock exams. With several keys, four to six choices leave
something to weigh: at least two keys, and at least one choice that is none.

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
                "B113", item.at("choices"), f"{offered} choices with one key; three or four. Drop the weakest."
            )
        if isinstance(item.key, list) and not 4 <= offered <= 6:
            yield problem(
                "B113", item.at("choices"), f"{offered} choices with several keys; four to six. Add or drop some."
            )
        if isinstance(item.key, list) and right >= offered:
            yield problem(
                "B113", item.at("key"), f"{right} keys of {offered} choices; at least one choice must be wrong."
            )
