"""B403: a row shares words with its answer option.

Readers who do not know the answer match texts with similar words. Shared words are harmless if they mislead as often
as they help. So the rule counts how many rows can be matched by shared words. It fires if the share is more than 15
percentage points above chance.

Bad:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall of a filter, feedback: It divides by all actual positives.}
    - {id: precision, text: Precision of flags, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message in the data.}
    right: [{id: spam, text: Real spam}, {id: flags, text: All flags}, {id: all, text: Every message}]
    key: {recall: spam, precision: flags, accuracy: all}
Good:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall of a filter, feedback: It divides by all actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message in the data.}
    right: [{id: spam, text: Real spam}, {id: flags, text: All flags}, {id: all, text: Every message}]
    key: {recall: spam, precision: flags, accuracy: all}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate.matching import (
    ALLOWED_GAIN,
    GateMatchItem,
    row_partner_pairs_and_shared_words,
    share_of_rows_matched,
    to_gate_match_item,
)
from macros.wording import plain_excerpt


def check(course: Course) -> Iterator[Problem]:
    """Matches the rows by shared words and counts the hits."""
    for item in course.bank.items:
        if not item.presentation.is_matching:
            continue
        texts = to_gate_match_item(item)
        matched = share_of_rows_matched(texts)
        if matched > texts.share_by_chance + ALLOWED_GAIN:
            row, partner, words = _key_pair_sharing_most_words(texts)
            yield problem(
                "B403",
                item.at("left", row, "text"),
                f"shared words match {matched:.0%} of the rows, where chance gives {texts.share_by_chance:.0%}. "
                f"`{plain_excerpt(texts.left[row])}` and `{plain_excerpt(texts.right[partner])}` share "
                f"{', '.join(words)}. Reword one of them, or use these words in another answer option too.",
                warning=True,
            )


def _key_pair_sharing_most_words(item: GateMatchItem) -> tuple[int, int, list[str]]:
    """The row that shares most words with its partner in the key, the partner, and up to five of those words."""
    key_pairs = [
        (row, partner, sorted(words))
        for row, partner, words in row_partner_pairs_and_shared_words(item)
        if item.key[row] == partner
    ]
    row, partner, words = max(key_pairs, key=lambda pair: len(pair[2]))
    return row, partner, words[:5]
