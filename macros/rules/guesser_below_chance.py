"""B503: a cue never leads to the key.

Where the longest choice is right far less often than luck has it, "never the longest" is a cue as well: it leaves a
reader who knows nothing fewer choices. A warning, beyond z -2.33.

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
                f"{WAYS[line.guesser][0]} is right in {line.right:.0f} of {line.n} items, where luck gives "
                f"{line.chance * line.n:.0f} (z {line.z:.1f}): a reader can rule it out. Let it be the key more often.",
                warning=True,
            )
