"""B134: a link of an item leads nowhere.

Links are written from the docs root, to the source of a page. The builder follows the links of pages, not those that
stand in items.

Bad:
    rationale: Recall is explained [in its own section](metrics/sample.md#recal).
Good:
    rationale: Recall is explained [in its own section](metrics/sample.md#recall).
"""

from collections.abc import Iterator

from macros import prose
from macros.bank import Item
from macros.course import Course
from macros.course.targets import dead
from macros.problems import Place, Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Follows the links of every text of items and cases."""
    for file in course.bank.files.values():
        for place, text in [*_texts(file.items), *((case.place, case.text) for case in file.cases.values())]:
            for target in prose.links(text):
                if fault := dead(course, target, file.page):
                    yield problem("B134", place, f"the link {target[:80]} {fault}")


def _texts(items: list[Item]) -> Iterator[tuple[Place, str]]:
    return ((item.at(*steps), text) for item in items for steps, text in item.texts())
