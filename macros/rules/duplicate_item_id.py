"""B111: two items have the same id.

Readers' answers are stored under the id of the item, so an answer to one item would count for the other.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first}, {copy_of: first}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first}, {copy_of: second}]}
"""

from collections.abc import Iterator

from macros.bank import BrokenItem, Item
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks through the whole bank, including retired items and those with errors in their fields."""
    first: dict[str, Item | BrokenItem] = {}
    for item in course.bank.items_and_broken_items:
        other = first.setdefault(item.id, item)
        if other is not item and item.id:
            taken = other.at("id")
            yield problem(
                "B111",
                item.at("id"),
                f"the id {item.id} is already used at {taken.path}:{taken.line}. Choose another one. Never "
                "reuse an id.",
            )
