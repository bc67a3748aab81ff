"""B503: a cue almost never leads to the key.

If the longest choice is the key far less often than would be expected by chance, then "never the longest" is also a
cue: readers who do not know the subject can rule out one choice. A z-score below -2.33 is reported as a
warning.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem
from macros.rules.gate import up_to_date_report
from macros.rules.gate.guessers import CUE_GUESSERS


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report."""
    results = up_to_date_report(course).results
    for guesser in CUE_GUESSERS:
        result = results.get(guesser.name)
        if result and result.result == "below":
            by_chance = result.chance * result.n
            yield problem(
                "B503",
                Place("quizzes"),
                f"{guesser.picks} is the key in {result.right:.0f} of {result.n} items, where chance would give "
                f"{by_chance:.0f} (z {result.z:.1f}). Readers can rule it out, so make it the key more often.",
                warning=True,
            )
