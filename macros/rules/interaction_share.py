"""B508: an interaction is used too rarely.

Each interaction practices something different: an order item asks what depends on what, and a numeric item asks for a
calculation. Each interaction has at least 5% of the items. The rule applies to banks of 100 items or more. A warning;
`make test` enforces it for the bank of this site.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.bank.interactions import INTERACTIONS
from macros.course import Course
from macros.problems import Place, Problem, problem
from macros.rules.gate import blueprint

FEWEST = 0.05


def check(course: Course) -> Iterator[Problem]:
    """Counts the items of each interaction."""
    if not blueprint.is_judged(course):
        return
    used = Counter(item.interaction for _, item in blueprint.asked(course))
    for name in INTERACTIONS:
        if used[name] / used.total() < FEWEST:
            told = (
                f"{used[name]} of {used.total()} items are {name} items; at least {FEWEST:.0%} should be. Write "
                "more of them."
            )
            yield problem("B508", Place("quizzes"), told, warning=True)
