"""B116: the number shown beside `equals` is not the number it gives.

Prose, key and calculator come from one function, so that no page contradicts another.

Bad:
    choices:
    - {id: recall, text: "0.70", equals: "recall(tp=40, fn=20)", feedback: It looks at what is there.}
    - {id: precision, text: "0.80", feedback: "It looks at flags, no more."}
    - {id: accuracy, text: "0.90", feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: "0.67", equals: "recall(tp=40, fn=20)", feedback: It looks at what is there.}
    - {id: precision, text: "0.80", feedback: "It looks at flags, no more."}
    - {id: accuracy, text: "0.90", feedback: It looks at every message.}
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.bank.equals import EqualsError, shown
from macros.course import Course
from macros.problems import Problem, problem

_NUMBER = re.compile(r"(?<![\w.])(?<!\w-)[-\u2212]?\d[\d,]*(?:\.(\d+))?(\s?%)?")


def check(course: Course) -> Iterator[Problem]:
    """Computes each `equals` of a choice with the digits of its text."""
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
            f"the text {text[:40]} holds {len(numbers)} numbers, and equals gives one. Write that one, or drop equals."
        )
    said = numbers[0]
    try:
        right = shown(call, len(said[1] or ""), percent=bool(said[2]))
    except EqualsError as fault:
        return f"equals can't be computed: {fault}"
    same = _bare(said[0]) == _bare(right)
    return None if same else f"the text says {said[0]}, {call} gives {right}. Write {right}."


def _bare(number: str) -> str:
    return re.sub(r"[\s,]", "", number).replace("\u2212", "-")
