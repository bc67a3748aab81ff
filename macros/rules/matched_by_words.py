"""B505: shared words match rows with their partners.

A guesser pairs the row and the partner that share most words, then the next two. Over all match items it may gain 5
points over chance. More, beyond z 2.58, is an error, and beyond z 1.64 a warning. Fewer than three items are not
judged.

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
            f"a guesser that pairs texts with shared words gets {line.accuracy:.0%} of the rows right, where chance "
            f"gives {line.chance:.0%} (z {line.z:.1f}; error from {FAILS}). Use words in partners that their "
            "rows do not "
            f"contain. Most of the gain is in: {', '.join(item.id for item in items)}.",
            warning=line.result == "warns",
        )
