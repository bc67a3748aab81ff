"""L117: fewer than two items use a misconception.

If only one item tests a misconception, readers never meet it in different words, and they cannot tell whether they
have overcome it. The rule applies to banks of 100 or more items. It is a warning.

Bad:
    docs/data/misconceptions.yml:
      divides-by-flagged: {belief: b, tempts: t, correction: c, objectives: [recall]}
      counts-all: {belief: b, tempts: t, correction: c, objectives: [recall]}
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}
Good:
    docs/data/misconceptions.yml:
      divides-by-flagged: {belief: b, tempts: t, correction: c, objectives: [recall]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate.blueprint import has_enough_items_to_judge_bank

FEWEST = 2


def check(course: Course) -> Iterator[Problem]:
    """Counts the items that use each misconception."""
    used = Counter[str]()
    for _, item in course.bank.active_items_with_files:
        used.update({name for _, name in item.presentation.paths_and_misconception_ids})
    for name in course.ledger.misconceptions if has_enough_items_to_judge_bank(course) else ():
        if used[name] < FEWEST:
            message = f"{name} is used by {used[name] or 'no'} item. Use it in at least {FEWEST} items, or remove it."
            yield problem("L117", course.ledger.place_of("misconceptions", name), message, warning=True)
