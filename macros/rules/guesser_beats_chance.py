"""B501: a guessing program beats chance without knowing the subject.

Ten guessing programs each follow one cue: they choose the longest choice, the choice that shares the most words with
the stem, the first choice, and so on. If one of them is correct more often than would be expected by chance, the
questions reward test-taking skills instead of knowledge. A z-score above 2.58 is an error, and one above 1.64 is a
warning. Results based on fewer than 20 items are ignored.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import gate_report
from macros.rules.gate.messages import (
    GUESSER_TEXTS,
    items_to_change,
    leaking_items,
    length_lead,
    place_of_first,
    score_against_chance,
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    for result in gate_report(course).results:
        if result.guesser in GUESSER_TEXTS and result.result in ("fails", "warns"):
            items = leaking_items(course, result)
            picks, advice = GUESSER_TEXTS[result.guesser]
            yield problem(
                "B501",
                place_of_first(items),
                f"a guessing program that picks {picks} gets {score_against_chance(result)}. {advice}, in "
                f"{items_to_change(result)}{length_lead(result.guesser, items)}. "
                f"Most of the gain is in: {', '.join(item.id for item in items)}.",
                warning=result.result == "warns",
            )
