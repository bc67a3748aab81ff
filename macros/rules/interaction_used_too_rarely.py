"""B508: an interaction is used too rarely.

Each interaction practices a different skill. For example, an order item asks which step depends on which, and a numeric
item asks for a calculation. At least 5% of the items should use each interaction. The rule applies to banks of 100 or
more items. It is only a warning, but `make test` treats it as an error in the question bank of this site.

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
    if not blueprint.has_enough_items_to_judge_bank(course):
        return
    used = Counter(item.interaction for _, item in course.bank.active_items_with_files)
    for name in INTERACTIONS:
        if used[name] / used.total() < FEWEST:
            message = (
                f"{used[name]} of {used.total()} items are {name} items; at least {FEWEST:.0%} should be. Write "
                "more of them."
            )
            yield problem("B508", Place("quizzes"), message, warning=True)
