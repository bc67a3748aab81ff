"""B306: only the key is hedged.

Authors add "may" and "usually" to make the key accurate, so readers assume that the hedged choice is the key.

Bad:
    choices:
    - {id: recall, text: Recall can rise, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision rises, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy rises, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall rises, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision rises, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy rises, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import HEDGES, words


def check(course: Course) -> Iterator[Problem]:
    """Looks for hedges in every key and in no distractor."""
    for item in course.bank.items_with_distractors:
        right = [_first_hedge_word_or_empty(choice.text) for choice in item.presentation.key_options]
        if all(right) and not any(_first_hedge_word_or_empty(choice.text) for choice in item.presentation.distractors):
            yield problem(
                "B306",
                item.at("key"),
                f"only the key is hedged, with `{right[0]}`. State when the key is true, or hedge a distractor too.",
            )


def _first_hedge_word_or_empty(text: str) -> str:
    """The first word of HEDGES in the text, or an empty string."""
    return next((word for word in words(text) if word in HEDGES), "")
