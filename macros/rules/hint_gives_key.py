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

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem, ClozeItem, FlashcardItem, Item, MatchItem, NumericItem, OrderItem
from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain, short, words

_NUMBER = re.compile(r"(?<![\w.,])[-\u2212]?\d+(?:[.,]\d+)?(?:\s?%)?(?![\w]|[.,]\d)")


def check(course: Course) -> Iterator[Problem]:
    """Looks for the words of the key in each hint. For rows and steps, all words of an answer must be there."""
    for item in course.bank.items:
        for at, hint in enumerate(item.hints):
            found = next((key for key in _keys(item, hint) if all(_within(part, hint) for part in key)), None)
            if found:
                said = "` and `".join(short(part) for part in found)
                told = f"the hint contains `{said}`, which is the key. Tell the reader where to look instead."
                yield problem("B215", item.at("hints", at), told)


def _keys(item: Item, hint: str) -> Iterator[tuple[str, ...]]:
    """Texts that give the key away if a hint contains all texts of one tuple."""
    if isinstance(item, ChoiceItem):
        yield from ((choice.text,) for choice in item.right)
    elif isinstance(item, ClozeItem):
        yield from ((text,) for text in item.key)
    elif isinstance(item, FlashcardItem):
        yield (item.key,)
    elif isinstance(item, MatchItem):
        partners = {row.id: row.text for row in item.right}
        yield from ((row.text, partners[item.key[row.id]]) for row in item.left)
    elif isinstance(item, OrderItem):
        yield tuple(step.text for step in item.choices)
    elif isinstance(item, NumericItem):
        yield from ((found[0],) for found in _NUMBER.finditer(plain(hint)) if score(item.declaration(), found[0]) == 1)


def _within(text: str, hint: str) -> bool:
    """Whether the hint contains these words in a row; a text without words is looked for as it is."""
    wanted, said = words(text), words(hint)
    if not wanted:
        return plain(text) in plain(hint)
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said)))
