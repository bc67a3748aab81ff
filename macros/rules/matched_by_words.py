"""B505: words alone match rows with their partners.

A guesser pairs the row and the partner with most words in common, then the next two. Over all match items it may gain 5
points over chance; more, beyond z 2.58, fails, and z 1.64 warns. Fewer than three items show nothing.

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
    """Reads the gate's report, and points at the file that leaks most."""
    line = report(course).matching
    if line and line.result != "ok":
        items = named(course, line)
        yield problem(
            "B505",
            place_of(items),
            f"a reader who pairs what shares words gets {line.accuracy:.0%} of the rows right, where luck gives "
            f"{line.chance:.0%} (z {line.z:.1f}; fails from {FAILS}). Say partners in words that their rows do not "
            f"have. This file gains most: {', '.join(item.id for item in items)}.",
            warning=line.result == "warns",
        )
