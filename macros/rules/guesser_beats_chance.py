"""B501: a guesser without knowledge beats chance.

Ten guessers choose the longest choice, the choice that shares most words with the stem, the first choice, and so on.
If one of them is right more often than chance explains, the bank rewards test-wiseness. Beyond z 2.58 this is an
error, and beyond z 1.64 a warning. Fewer than 20 items are not judged.

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
    """Reads the gate's report, and points to the file that leaks most."""
    for line in report(course).lines:
        if line.guesser in WAYS and line.result in ("fails", "warns"):
            items = named(course, line)
            who, way = WAYS[line.guesser]
            yield problem(
                "B501",
                place_of(items),
                f"a guesser that takes {who} gets {beyond(line)}. {way}, in {to_change(line)}"
                f"{lead(line.guesser, items)}. Most of the gain is in: {', '.join(item.id for item in items)}.",
                warning=line.result == "warns",
            )
