"""B506: an objective has fewer than three items, or none at the `apply` or `analyze` level.

Readers soon remember the wording of a single item. An objective with at least three items, at least one of them at the
`apply` or `analyze` level, tests whether readers can use what they know. The rule applies to banks of 100 or more
items. It is only a warning, but `make test` treats it as an error in the question bank of this site.

Bad:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample}
      precision: {statement: Compute precision, page: metrics/sample}
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 3}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import blueprint

FEWEST = 3
THOUGHT = ("apply", "analyze")


def check(course: Course) -> Iterator[Problem]:
    """Counts the items of each objective and their levels."""
    if not blueprint.has_enough_items_to_judge_bank(course):
        return
    levels: dict[str, list[str]] = {name: [] for name in course.ledger.objectives}
    for _, item in course.bank.active_items_with_files:
        levels.setdefault(item.objective, []).append(item.level)
    for name in course.ledger.objectives:
        place = course.ledger.place_of("objectives", name)
        if len(levels[name]) < FEWEST:
            message = (
                f"{name} has {len(levels[name])} items; at least {FEWEST} are needed. Write more, in other settings."
            )
            yield problem("B506", place, message, warning=True)
        elif not set(THOUGHT) & set(levels[name]):
            message = f"{name} has no item at the apply or analyze level. Write one that depends on a fact in its stem."
            yield problem("B506", place, message, warning=True)
