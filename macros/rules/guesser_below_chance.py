"""B503: a cue almost never leads to the key.

If the longest choice is the key far less often than by chance, "never the longest" is a cue too: a reader without
knowledge can rule out one choice. A warning, beyond z -2.33.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem
from macros.rules.gate import report
from macros.rules.gate.saying import WAYS


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report."""
    for line in report(course).lines:
        if line.result == "below":
            yield problem(
                "B503",
                Place("quizzes"),
                f"{WAYS[line.guesser][0]} is the key in {line.right:.0f} of {line.n} items, where chance gives "
                f"{line.chance * line.n:.0f} (z {line.z:.1f}). Readers can rule it out, so make it the key more often.",
                warning=True,
            )
