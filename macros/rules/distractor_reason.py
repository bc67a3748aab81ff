"""B119: nothing explains why a reader would choose a distractor.

Each distractor needs either the misconception that makes it tempting or the fact that would make it the key.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally., right_if: all were asked for}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only., misconception: divides-by-flagged}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally., right_if: all were asked for}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem, NumericItem
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks at every distractor and every mistake."""
    for item in course.bank.items:
        if isinstance(item, ChoiceItem):
            for at, choice in enumerate(item.choices):
                if choice.id not in item.keys and not (choice.misconception or choice.right_if):
                    yield problem(
                        "B119",
                        item.at("choices", at),
                        f"distractor {choice.id} has neither `misconception` nor `right_if`. Add one of them, or "
                        "remove the distractor.",
                    )
        if isinstance(item, NumericItem):
            for at, mistake in enumerate(item.mistakes):
                if not mistake.misconception:
                    yield problem("B119", item.at("mistakes", at), "this mistake has no `misconception`. Add one.")
