"""B512: some words or service names are usually the key.

A guessing program is trained on the items of other objectives and learns which words and services are more common in
keys than in distractors. It then answers the remaining items without reading the stems. It should score at most 5
percentage points above chance. A higher score is reported as an error if z is above 2.58, because readers learn such a
pattern faster than they learn why an answer is right.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import leaking_items, up_to_date_report
from macros.rules.gate.guessers import WORDS
from macros.rules.gate.messages import (
    number_of_items_to_change_text,
    place_in_first_item_or_quizzes,
    score_against_chance_text,
)

SHOWN = 2


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    result = up_to_date_report(course).results.get(WORDS)
    if result and result.result in ("fails", "warns"):
        items = leaking_items(course, result)
        yield problem(
            "B512",
            place_in_first_item_or_quizzes(items),
            f"a guessing program that recognizes words of typical keys gets {score_against_chance_text(result)}. Use "
            "such words in distractors too, or use plainer words in keys, in "
            f"{number_of_items_to_change_text(result)}. "
            f"Most of the gain is in: {', '.join(item.id for item in items[:SHOWN])}.",
            warning=result.result == "warns",
        )
