"""B505: rows of match items can be matched by shared words.

A guessing program matches the row and the answer option that share the most words, and then continues with the next
pair. Over all match items, it should score at most 5 percentage points above chance. A higher score is an error if z
is above 2.58, and a warning if z is above 1.64. Results based on fewer than three items are ignored.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: leaking, times: 6}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: matching, times: 6}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import report
from macros.rules.gate.odds import FAILS
from macros.rules.gate.saying import named, place_of


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points to the file that leaks most."""
    line = report(course).matching
    if line and line.result != "ok":
        items = named(course, line)
        yield problem(
            "B505",
            place_of(items),
            f"a guessing program that matches rows by shared words gets {line.accuracy:.0%} of the rows right, where "
            f"chance would give {line.chance:.0%} (z {line.z:.1f}; error from {FAILS}). In answer options, use "
            f"words that their rows do not contain. Most of the gain is in: {', '.join(item.id for item in items)}.",
            warning=line.result == "warns",
        )
