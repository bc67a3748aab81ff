"""B134: a link in an item, or in a hint of a lab, leads nowhere.

In items and in hints of labs, write a link as the path from `docs/` to the source file of the page. In pages, links
are relative to the page, and P127 checks them.

Bad:
    rationale: Recall is explained [in a section of its own](metrics/sample.md#recal).
Good:
    rationale: Recall is explained [in a section of its own](metrics/sample.md#recall).
"""

from collections.abc import Iterator

from macros import prose
from macros.course import Course
from macros.course.targets import why_link_is_dead
from macros.problems import Place, Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Checks the links in every text of items and cases, and in the hints of labs."""
    for page_name, place, text in _item_case_and_lab_hint_texts(course):
        for target in prose.link_targets(text):
            if fault := why_link_is_dead(course, target, page_name):
                yield problem("B134", place, f"the link {target[:80]} {fault}")


def _item_case_and_lab_hint_texts(course: Course) -> Iterator[tuple[str, Place, str]]:
    """(name of the page that shows it, place, text) of each text of items and cases, and of each hint of labs."""
    for file in course.bank.files.values():
        for item in file.items:
            yield from ((file.page, item.at(*steps), text) for steps, text in item.paths_and_texts())
        yield from ((file.page, case.place, case.text) for case in file.cases.values())
    for lab in course.labs.values():
        yield from ((lab.page.name, Place(lab.page.path), hint) for hint in lab.page.meta.hints)
