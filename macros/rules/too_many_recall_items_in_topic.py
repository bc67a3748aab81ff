"""B507: a topic has too many items at the `recall` level.

At most 40% of the items of a topic may be at the `recall` level, because exams and work rarely depend on facts that can
be looked up. The rule applies to banks of 100 or more items, and to topics with ten or more. It is only a warning, but
`make test` treats it as an error in the question bank of this site.

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
FEWEST_ITEMS = 10  # items of a topic


def check(course: Course) -> Iterator[Problem]:
    """Counts the levels in each folder."""
    if not blueprint.has_enough_items_to_judge_bank(course):
        return
    every, recalled = Counter[str](), Counter[str]()
    for file, item in course.bank.active_items_with_files:
        every[blueprint.topic_folder_or_empty(file)] += 1
        recalled[blueprint.topic_folder_or_empty(file)] += item.level == "recall"
    for name, count in every.items():
        if count >= FEWEST_ITEMS and recalled[name] / count > MOST:
            message = (
                f"{recalled[name]} of {count} items are at the recall level; at most {MOST:.0%} may be. "
                "Replace some of them with questions about causes or changes."
            )
            yield problem("B507", Place(f"quizzes/{name}"), message, warning=True)
