"""B502: a mix of cues gives keys away.

A guesser who has seen half of the bank with its keys tries the other half, knowing nothing of the subject: it weighs
ten cues as they paid before. It may gain 5 points over chance; more, beyond z 2.58, fails, since such habits are what
readers of question banks learn first.

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


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and points at the file that leaks most."""
    for line in report(course).lines:
        if line.guesser == "learned" and line.result in ("fails", "warns"):
            items = named(course, line)
            yield problem(
                "B502",
                place_of(items),
                f"a reader who knows nothing, but saw other items with their keys, gets {beyond(line)}. Compare keys "
                f"with distractors in length, place and wording, and change {to_change(line)}. "
                f"This file gains most: {', '.join(item.id for item in items)}.",
                warning=line.result == "warns",
            )
