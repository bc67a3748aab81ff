"""B501: a guessing program beats chance without knowing the subject.

Each of ten guessing programs follows one cue. One picks the longest choice, another the choice that shares the most
words with the stem, a third the first choice, and so on. If one of them is correct more often than would be expected by
chance, the questions reward test-taking skills instead of knowledge. A z-score above 2.58 is reported as an error, and
one above 1.64 as a warning. Results based on fewer than 20 items are ignored.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import leaking_items, up_to_date_report
from macros.rules.gate.guessers import CUE_GUESSERS
from macros.rules.gate.messages import (
    first_item_length_lead_text_or_empty,
    number_of_items_to_change_text,
    place_in_first_item_or_quizzes,
    score_against_chance_text,
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    results = up_to_date_report(course).results
    for guesser in CUE_GUESSERS:
        result = results.get(guesser.name)
        if result and result.result in ("fails", "warns"):
            items = leaking_items(course, result)
            yield problem(
                "B501",
                place_in_first_item_or_quizzes(items),
                f"a guessing program that picks {guesser.picks} gets {score_against_chance_text(result)}. "
                f"{guesser.advice}, in {number_of_items_to_change_text(result)}"
                f"{first_item_length_lead_text_or_empty(guesser.name, items)}. "
                f"Most of the gain is in: {', '.join(item.id for item in items)}.",
                warning=result.result == "warns",
            )
