"""B501: a reader who knows nothing beats chance.

Ten guessers take the longest choice, the one with most words of the stem, the first, and so on. Where one of them gets
more right than luck explains, the bank rewards test-wiseness. It fails beyond z 2.58 and warns beyond 1.64; fewer than
20 items show nothing.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import report
from macros.rules.gate.saying import WAYS, beyond, lead, named, place_of, to_change


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points at the file that leaks most."""
    for line in report(course).lines:
        if line.guesser in WAYS and line.result in ("fails", "warns"):
            items = named(course, line)
            who, way = WAYS[line.guesser]
            yield problem(
                "B501",
                place_of(items),
                f"a reader who takes {who} gets {beyond(line)}. {way}, in {to_change(line)}"
                f"{lead(line.guesser, items)}. This file gains most: {', '.join(item.id for item in items)}.",
                warning=line.result == "warns",
            )
