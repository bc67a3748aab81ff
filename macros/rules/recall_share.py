"""B507: a topic has too many items at level recall.

At most 40% of the items of a topic may be at level recall. Exams and work rarely depend on facts that can be looked
up. The rule applies to banks of 100 items or more, and to topics of ten or more. A warning; `make test` enforces it
for the bank of this site.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: matching, times: 100}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem
from macros.rules.gate import blueprint

MOST = 0.40
JUDGED_FROM = 10  # items of a topic


def check(course: Course) -> Iterator[Problem]:
    """Counts the levels in each folder."""
    if not blueprint.is_judged(course):
        return
    every, recalled = Counter[str](), Counter[str]()
    for file, item in blueprint.asked(course):
        every[blueprint.topic(file)] += 1
        recalled[blueprint.topic(file)] += item.level == "recall"
    for name, count in every.items():
        if count >= JUDGED_FROM and recalled[name] / count > MOST:
            told = (
                f"{recalled[name]} of {count} items are at level recall; at most {MOST:.0%} may be. "
                "Replace some of them with questions about causes or changes."
            )
            yield problem("B507", Place(f"quizzes/{name}"), told, warning=True)
