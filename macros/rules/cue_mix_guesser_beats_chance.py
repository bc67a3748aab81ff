"""B502: a combination of cues gives keys away.

A guessing program is trained on half of the items and their keys, learns a weight for each of ten cues, and then
answers the other half. It knows nothing about the subject. It should score at most 5 percentage points above chance.
A higher score is reported as an error if z is above 2.58, because people who practice with many questions learn such
cues first.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import leaking_items, up_to_date_report
from macros.rules.gate.guessers import CUE_MIX
from macros.rules.gate.messages import (
    number_of_items_to_change_text,
    place_in_first_item_or_quizzes,
    score_against_chance_text,
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    result = up_to_date_report(course).results.get(CUE_MIX)
    if result and result.result in ("fails", "warns"):
        items = leaking_items(course, result)
        yield problem(
            "B502",
            place_in_first_item_or_quizzes(items),
            f"a guessing program trained on other items gets {score_against_chance_text(result)}. Compare keys "
            "with distractors in length, position, and wording, and change "
            f"{number_of_items_to_change_text(result)}. "
            f"Most of the gain is in: {', '.join(item.id for item in items)}.",
            warning=result.result == "warns",
        )
