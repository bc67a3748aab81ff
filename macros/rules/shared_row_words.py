"""B403: a row shares words with its partner.

A reader who knows nothing pairs what sounds alike. Shared words that lead astray as often as home do no harm, so what
counts is how many rows such a reader gets: 15 points over luck are too many.

Bad:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall of a filter, feedback: It looks at what is really there.}
    - {id: precision, text: Precision of flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message there is.}
    right: [{id: spam, text: Real spam}, {id: flags, text: All flags}, {id: all, text: Every message}]
    key: {recall: spam, precision: flags, accuracy: all}
Good:
    interaction: match
    turns_on:
    level: recall
    choices:
    left:
    - {id: recall, text: Recall of a filter, feedback: It looks at what is really there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message there is.}
    right: [{id: spam, text: Real spam}, {id: flags, text: All flags}, {id: all, text: Every message}]
    key: {recall: spam, precision: flags, accuracy: all}
"""

from collections.abc import Iterator

from macros.bank import MatchItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate.pairs import ALLOWED, Paired, of, share, shared
from macros.wording import short


def check(course: Course) -> Iterator[Problem]:
    """Lets a guesser match the rows by shared words."""
    for item in course.bank.of(MatchItem):
        seen = of(item)
        got = share(seen)
        if got > seen.chance + ALLOWED:
            row, partner, words = _clearest(seen)
            yield problem(
                "B403",
                item.at("left", row, "text"),
                f"shared words alone match {got:.0%} of the rows, where luck gives {seen.chance:.0%}. "
                f"`{short(seen.left[row])}` and `{short(seen.right[partner])}` share {', '.join(words)}. Say one in "
                "other words, or let another partner have them too.",
                warning=True,
            )


def _clearest(item: Paired) -> tuple[int, int, list[str]]:
    """The row with most words of its partner, and those words as they are compared."""
    right = [(row, partner, sorted(words)) for row, partner, words in shared(item) if item.key[row] == partner]
    row, partner, words = max(right, key=lambda pair: len(pair[2]))
    return row, partner, words[:5]
