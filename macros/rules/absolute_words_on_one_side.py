"""B305: only the distractors or only the keys contain absolute words.

Statements with "always" or "none" are rarely true, and readers know it. The rule fires if at least two distractors
and no key contain such a word, or if every key and no distractor contains one. It is a warning.

Bad:
    choices:
    - {id: recall, text: Recall is below one, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision is always one, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy is never one, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall is below one, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision is above one, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy is one, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import ABSOLUTE_WORDS, words


def check(course: Course) -> Iterator[Problem]:
    """Looks for absolute words in keys and in distractors."""
    for item in course.bank.items_with_distractors:
        right = [_first_absolute_word(choice.text) for choice in item.presentation.key_options]
        wrong = [_first_absolute_word(choice.text) for choice in item.presentation.distractors]
        if sum(map(bool, wrong)) >= 2 and not any(right):
            side, found, other = "distractors", wrong, "the key"
        elif all(right) and not any(wrong):
            side, found, other = "key", right, "a distractor"
        else:
            continue
        yield problem(
            "B305",
            item.at("choices"),
            f"only the {side} contain{'s' if side == 'key' else ''} "
            f"{', '.join(f'`{word}`' for word in found if word)}. "
            f"Reword, or add such a word to {other}.",
            warning=True,
        )


def _first_absolute_word(text: str) -> str:
    """The first word of ABSOLUTE_WORDS in the text, or an empty string."""
    return next((word for word in words(text) if word in ABSOLUTE_WORDS), "")
