"""B514: the question bank is smaller than the course needs.

The finished course has 350 items, including 230 choice items with a single key and 40 items with a computed key. In a
smaller bank, cues that raise a guesser's score by 10 percentage points could go unnoticed. The rule applies to banks of
100 or more items. It is only a warning, but `make test` treats it as an error in the question bank of this site.

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
    """Counts items, single-key choice items, and computed keys."""
    items = [item for _, item in course.bank.active_items_with_files]
    counts = (
        (len(items), blueprint.ITEMS, "items"),
        (sum(item.presentation.has_one_key for item in items), blueprint.SINGLE_KEY, "single-key choice items"),
        (sum(map(blueprint.has_computed_key, items)), blueprint.NUMERIC_KEYS, "computed keys"),
    )
    for count, wanted, what in counts if blueprint.has_enough_items_to_judge_bank(course) else ():
        if count < wanted:
            message = f"{count} {what}; the finished course needs {wanted}. Write {wanted - count} more."
            yield problem("B514", Place("quizzes"), message, warning=True)
