"""B514: the bank is smaller than the course needs.

350 items, 230 of them choices with one key, since with fewer a leak of ten points would go unseen; 40 keys that are
computed. Counted once there are a hundred items. A warning;
`make test` holds this site's bank to it.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem
from macros.rules.gate import blueprint


def check(course: Course) -> Iterator[Problem]:
    """Counts items, choices with one key, and computed keys."""
    items = [item for _, item in blueprint.asked(course)]
    counts = (
        (len(items), blueprint.ITEMS, "items"),
        (sum(map(blueprint.has_one_key, items)), blueprint.SINGLE_KEY, "choices with one key"),
        (sum(map(blueprint.key_is_computed, items)), blueprint.NUMERIC_KEYS, "computed keys"),
    )
    for count, wanted, what in counts if blueprint.is_judged(course) else ():
        if count < wanted:
            told = f"{count} {what}; the finished course has at least {wanted}. Write {wanted - count} more."
            yield problem("B514", Place("quizzes"), told, warning=True)
