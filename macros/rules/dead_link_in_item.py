"""B134: a link in an item leads nowhere.

In items, write a link as the path from `docs/` to the source file of the page. In pages, links are relative to the
page, and P127 checks them.

Bad:
    rationale: Recall is explained [in a section of its own](metrics/sample.md#recal).
Good:
    rationale: Recall is explained [in a section of its own](metrics/sample.md#recall).
"""

from collections.abc import Iterator

from macros import prose
from macros.bank import Item
from macros.course import Course
from macros.course.targets import why_link_is_dead
from macros.problems import Place, Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Checks the links in every text of items and cases."""
    for file in course.bank.files.values():
        for place, text in [
            *_item_texts_with_places(file.items),
            *((case.place, case.text) for case in file.cases.values()),
        ]:
            for target in prose.link_targets(text):
                if fault := why_link_is_dead(course, target, file.page):
                    yield problem("B134", place, f"the link {target[:80]} {fault}")


def _item_texts_with_places(items: list[Item]) -> Iterator[tuple[Place, str]]:
    return ((item.at(*steps), text) for item in items for steps, text in item.paths_and_texts())
