"""B116: the number in a text differs from the result of its `equals`.

Texts, keys, and calculators use the same functions, so that the pages do not contradict each other.

Bad:
    choices:
    - {id: recall, text: "0.70", equals: "recall(tp=40, fn=20)", feedback: It divides by the actual positives.}
    - {id: precision, text: "0.80", feedback: It looks at flagged messages only.}
    - {id: accuracy, text: "0.90", feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: "0.67", equals: "recall(tp=40, fn=20)", feedback: It divides by the actual positives.}
    - {id: precision, text: "0.80", feedback: It looks at flagged messages only.}
    - {id: accuracy, text: "0.90", feedback: It counts every message equally.}
"""

import re
from collections.abc import Iterator

from macros.bank.metric_calls import MetricCallError, evaluate_and_format
from macros.course import Course
from macros.problems import Problem, problem

_NUMBER = re.compile(r"(?<![\w.])(?<!\w-)[-\u2212]?\d[\d,]*(?:\.(\d+))?(\s?%)?")


def check(course: Course) -> Iterator[Problem]:
    """Computes the `equals` of each choice, with as many digits as its text."""
    for item in course.bank.items:
        for option in item.presentation.options:
            if option.equals is not None and (fault := _why_number_is_wrong(option.text, option.equals)):
                yield problem("B116", item.at(*option.path_in_item, "text"), fault)


def _why_number_is_wrong(text: str, call: str) -> str:
    """What is wrong with the number in a text, or an empty string."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1:
        return (
            f"the text {text[:40]} has {len(numbers)} numbers, but equals gives one. Write one number, or remove "
            "equals."
        )
    written = numbers[0]
    try:
        computed = evaluate_and_format(call, len(written[1] or ""), percent=bool(written[2]))
    except MetricCallError as fault:
        return f"equals cannot be computed: {fault}"
    if _ascii_number_without_separators(written[0]) == _ascii_number_without_separators(computed):
        return ""
    return f"the text says {written[0]}, but {call} gives {computed}. Write {computed}."


def _ascii_number_without_separators(number: str) -> str:
    """The number without spaces and thousands commas, its minus sign a hyphen."""
    return re.sub(r"[\s,]", "", number).replace("\u2212", "-")
