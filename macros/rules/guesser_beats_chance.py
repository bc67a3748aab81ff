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
                f"a guessing program that picks {who} gets {beyond(line)}. {way}, in {to_change(line)}"
                f"{lead(line.guesser, items)}. Most of the gain is in: {', '.join(item.id for item in items)}.",
                warning=line.result == "warns",
            )
