"""B505: rows of match items can be matched by shared words.

A guessing program matches the row and the answer option that share the most words, and then continues with the next
pair. Over all match items, it should score at most 5 percentage points above chance. A higher score is reported as an
error if z is above 2.58 and as a warning if z is above 1.64. Results based on fewer than three items are ignored.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: leaking, times: 6}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: matching, times: 6}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import leaking_items, up_to_date_report
from macros.rules.gate.guessers import MATCHING
from macros.rules.gate.messages import place_in_first_item_or_quizzes
from macros.rules.gate.odds import ERROR_Z


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    result = up_to_date_report(course).results.get(MATCHING)
    if result and result.result != "ok":
        items = leaking_items(course, result)
        yield problem(
            "B505",
            place_in_first_item_or_quizzes(items),
            f"a guessing program that matches rows by shared words gets {result.accuracy:.0%} of the rows right, where "
            f"chance would give {result.chance:.0%} (z {result.z:.1f}; error from {ERROR_Z}). In answer options, use "
            f"words that their rows do not contain. Most of the gain is in: {', '.join(item.id for item in items)}.",
            warning=result.result == "warns",
        )
