"""B508: an interaction is used too seldom.

Each way to answer asks for something else: an order for what needs what, a number for a calculation done. One item in
twenty at least has each of them. Looked for in banks of a hundred items or more. A warning;
`make test` holds this site's bank to it.

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
    """Counts items by interaction."""
    if not blueprint.is_judged(course):
        return
    used = Counter(item.interaction for _, item in blueprint.asked(course))
    for name in INTERACTIONS:
        if used[name] / used.total() < FEWEST:
            told = f"{used[name]} of {used.total()} items are {name}; at least {FEWEST:.0%}. Write more of them."
            yield problem("B508", Place("quizzes"), told, warning=True)
