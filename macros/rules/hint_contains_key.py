"""B215: a hint contains the key.

A hint helps the reader take the next step. If the hint contains the key, there is no step left to take, and the
reader learns nothing.

Bad:
    hints: [Look at the missed cases., It is recall.]
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
    key: recall
Good:
    hints: [Look at the missed cases.]
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
    key: recall
"""

from collections.abc import Iterator

from macros.bank import Item
from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import numbers_as_written, plain_excerpt, plain_line, words


def check(course: Course) -> Iterator[Problem]:
    """Looks for the words of the key in each hint. For rows and steps, all words of an answer must be there."""
    for item in course.bank.items:
        for at, hint in enumerate(item.hints):
            if key_texts := _first_key_texts_in_hint(item, hint):
                quoted = "` and `".join(map(plain_excerpt, key_texts))
                message = f"the hint contains `{quoted}`, which is the key. Tell the reader where to look instead."
                yield problem("B215", item.at("hints", at), message)


def _first_key_texts_in_hint(item: Item, hint: str) -> tuple[str, ...]:
    """The texts of a whole key, or of one of its parts, if the hint contains them all; else none."""
    parts = item.presentation.text_groups_revealing_key
    if item.presentation.is_numeric:
        parts = [(number,) for number in numbers_as_written(hint) if score(item.scoring_declaration(), number) == 1]
    return next((texts for texts in parts if all(_hint_contains_phrase(hint, text) for text in texts)), ())


def _hint_contains_phrase(hint: str, phrase: str) -> bool:
    """Whether the hint contains all words of the phrase in a row. A phrase without words is compared as it is."""
    wanted, present = words(phrase), words(hint)
    if not wanted:
        return plain_line(phrase) in plain_line(hint)
    return any(present[at : at + len(wanted)] == wanted for at in range(len(present)))
