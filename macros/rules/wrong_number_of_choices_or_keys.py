"""B113: an item has too few or too many choices or keys.

Three choices distinguish between readers as well as four or more do, but questions in practice exams often have four.
An item with several keys needs four to six choices: at least two keys and at least one distractor.

Bad:
    key: [recall, precision, accuracy]
Good:
    key: recall
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Counts choices and keys."""
    for item in course.bank.items_with_distractors:
        choice_count, key_count = len(item.presentation.options), len(item.presentation.key_options)
        if item.presentation.is_single_selection:
            if choice_count > 4:
                message = f"{choice_count} choices with one key; use three or four. Remove the weakest."
                yield problem("B113", item.at("choices"), message)
            continue
        if not 4 <= choice_count <= 6:
            message = f"{choice_count} choices with several keys; use four to six. Add or remove some."
            yield problem("B113", item.at("choices"), message)
        if key_count >= choice_count:
            message = f"{key_count} of {choice_count} choices are keys; at least one choice must be wrong."
            yield problem("B113", item.at("key"), message)
