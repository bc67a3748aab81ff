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

from macros.bank import ChoiceItem
from macros.bank.equals import EqualsError, shown
from macros.course import Course
from macros.problems import Problem, problem

_NUMBER = re.compile(r"(?<![\w.])(?<!\w-)[-\u2212]?\d[\d,]*(?:\.(\d+))?(\s?%)?")


def check(course: Course) -> Iterator[Problem]:
    """Computes the `equals` of each choice, with as many digits as its text."""
    for item in course.bank.items:
        for at, choice in enumerate(item.choices if isinstance(item, ChoiceItem) else []):
            if choice.equals is not None:
                fault = _fault(choice.text, choice.equals)
                if fault:
                    yield problem("B116", item.at("choices", at, "text"), fault)


def _fault(text: str, call: str) -> str | None:
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1:
        return (
            f"the text {text[:40]} has {len(numbers)} numbers, but equals gives one. Write one number, or remove "
            "equals."
        )
    said = numbers[0]
    try:
        right = shown(call, len(said[1] or ""), percent=bool(said[2]))
    except EqualsError as fault:
        return f"equals cannot be computed: {fault}"
    same = _bare(said[0]) == _bare(right)
    return None if same else f"the text says {said[0]}, but {call} gives {right}. Write {right}."


def _bare(number: str) -> str:
    return re.sub(r"[\s,]", "", number).replace("\u2212", "-")
