"""B119: nothing explains why a reader would choose a distractor.

For each distractor, name either the misconception that makes it tempting or what would have to be true for it to be the
key.

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

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks at every distractor and at every mistake of a numeric item."""
    for item in course.bank.items:
        for option in item.presentation.distractors:
            if not (option.misconception or option.right_if):
                yield problem(
                    "B119",
                    item.at(*option.path_in_item),
                    f"distractor {option.id} has neither `misconception` nor `right_if`. Add one of them, or "
                    "remove the distractor.",
                )
        for mistake in item.presentation.mistakes if item.presentation.is_numeric else ():
            if not mistake.misconception:
                yield problem("B119", item.at(*mistake.path_in_item), "this mistake has no `misconception`. Add one.")
