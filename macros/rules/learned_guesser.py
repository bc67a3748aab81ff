"""B502: a combination of cues gives keys away.

A guessing program is trained on half of the items and their keys, learns a weight for each of ten cues, and then
answers the other half. It knows nothing about the subject. It should score at most 5 percentage points above chance.
A higher score is an error if z is above 2.58, because people who practice with many questions learn such cues first.

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
    """Reads the gate's report, and points to the file that leaks most."""
    for line in report(course).lines:
        if line.guesser == "learned" and line.result in ("fails", "warns"):
            items = named(course, line)
            yield problem(
                "B502",
                place_of(items),
                f"a guessing program trained on other items gets {beyond(line)}. Compare keys with "
                f"distractors in length, position, and wording, and change {to_change(line)}. "
                f"Most of the gain is in: {', '.join(item.id for item in items)}.",
                warning=line.result == "warns",
            )
