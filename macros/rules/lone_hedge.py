"""B306: the key alone is hedged.

Only who knows that a sentence must hold writes "may" and "usually" into it, so the careful choice is the key.

Bad:
    choices:
    - {id: recall, text: Recall can rise, feedback: It looks at what is there.}
    - {id: precision, text: Precision rises, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy rises, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall rises, feedback: It looks at what is there.}
    - {id: precision, text: Precision rises, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy rises, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import words

HEDGES = frozenset("may might can could usually generally often likely sometimes typically mostly probably".split())


def check(course: Course) -> Iterator[Problem]:
    """Looks for what every key has and no distractor."""
    for item in course.bank.of(ChoiceItem):
        right = [_hedge(choice.text) for choice in item.right]
        if all(right) and not any(_hedge(choice.text) for choice in item.wrong):
            yield problem(
                "B306",
                item.at("key"),
                f"the key alone is hedged with `{right[0]}`. Say when it holds, or hedge a distractor too.",
            )


def _hedge(text: str) -> str:
    return next((word for word in words(text) if word in HEDGES), "")
