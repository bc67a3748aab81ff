"""B119: a distractor has no reason to be picked.

A wrong choice earns its place by the misconception behind it, or by the fact under which it would be right.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message., right_if: all were asked for}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more.", misconception: divides-by-flagged}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message., right_if: all were asked for}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem, NumericItem
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks at every choice that is no key, and at every mistake."""
    for item in course.bank.items:
        if isinstance(item, ChoiceItem):
            for at, choice in enumerate(item.choices):
                if choice.id not in item.keys and not (choice.misconception or choice.right_if):
                    yield problem(
                        "B119",
                        item.at("choices", at),
                        f"distractor {choice.id} has neither misconception nor right_if. Add one, or drop it.",
                    )
        if isinstance(item, NumericItem):
            for at, mistake in enumerate(item.mistakes):
                if not mistake.misconception:
                    yield problem("B119", item.at("mistakes", at), "this mistake names no misconception. Add one.")
