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
from macros.rules.gate.messages import (
    GUESSER_TEXTS,
    first_choices_or_quizzes_folder,
    length_lead_text_of_first_item,
    number_of_items_to_change_text,
    score_against_chance_text,
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    for result in up_to_date_report(course).results:
        if result.guesser in GUESSER_TEXTS and result.result in ("fails", "warns"):
            items = leaking_items(course, result)
            picks, advice = GUESSER_TEXTS[result.guesser]
            yield problem(
                "B501",
                first_choices_or_quizzes_folder(items),
                f"a guessing program that picks {picks} gets {score_against_chance_text(result)}. {advice}, in "
                f"{number_of_items_to_change_text(result)}{length_lead_text_of_first_item(result.guesser, items)}. "
                f"Most of the gain is in: {', '.join(item.id for item in items)}.",
                warning=result.result == "warns",
            )
