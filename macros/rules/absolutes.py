"""B305: absolute words mark the distractors, or the key.

"Always" and "none" are seldom true, and readers know it. It fires when at least two distractors and no key hold one, or
the keys alone. A warning.

Bad:
    choices:
    - {id: recall, text: Recall is below one, feedback: It looks at what is there.}
    - {id: precision, text: Precision is always one, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy is never one, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall is below one, feedback: It looks at what is there.}
    - {id: precision, text: Precision is above one, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy is one, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import words

ABSOLUTE = frozenset(
    """
always never all none only every must cannot can't completely entirely any impossible guarantee guarantees guaranteed no
""".split()
)


def check(course: Course) -> Iterator[Problem]:
    """Looks for such words on either side."""
    for item in course.bank.of(ChoiceItem):
        right = [_absolute(choice.text) for choice in item.right]
        wrong = [_absolute(choice.text) for choice in item.wrong]
        if sum(map(bool, wrong)) >= 2 and not any(right):
            side, found, other = "distractors", wrong, "the key"
        elif all(right) and not any(wrong):
            side, found, other = "key", right, "a distractor"
        else:
            continue
        yield problem(
            "B305",
            item.at("choices"),
            f"only the {side} hold{'s' if side == 'key' else ''} {', '.join(f'`{word}`' for word in found if word)}. "
            f"Reword, or give {other} one too.",
            warning=True,
        )


def _absolute(text: str) -> str:
    return next((word for word in words(text) if word in ABSOLUTE), "")
