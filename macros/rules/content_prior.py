"""B512: words or service names tend to be right.

A guesser who has learned from other objectives which words stand in keys, and which service is mostly the answer, sits
the bank without reading a stem. It may gain 5 points over chance; more, beyond z 2.58, fails: readers of a bank pick up
what "usually wins" sooner than why.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import report
from macros.rules.gate.saying import beyond, named, place_of, to_change

SHOWN = 2


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points at the file that leaks most."""
    line = report(course).content
    if line and line.result in ("fails", "warns"):
        items = named(course, line)
        yield problem(
            "B512",
            place_of(items),
            f"a reader who knows which words tend to be right gets {beyond(line)}. Let such words stand in "
            f"distractors too, or say keys plainly, in {to_change(line)}. "
            f"This file gains most: {', '.join(item.id for item in items[:SHOWN])}.",
            warning=line.result == "warns",
        )
