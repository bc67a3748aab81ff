"""The course: ledger, bank and an index of the pages, loaded once, with every problem met on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from macros.bank import Bank, Item, load_bank
from macros.course.files import file_name_type_and_symlink_problems
from macros.course.labs import Lab, labs_by_name
from macros.course.pages import Call, Heading, Page, load_pages_and_problems
from macros.ledger import Ledger, load_ledger
from macros.problems import Problem

__all__ = ["Call", "Course", "Heading", "Page", "load_course"]


class Course(NamedTuple):
    """Everything that rules and rendering look at."""

    root: Path
    ledger: Ledger
    bank: Bank
    pages: dict[str, Page]
    labs: dict[str, Lab]
    problems: list[Problem]

    @property
    def unreadable_pages(self) -> list[Page]:
        """The pages that could not be read, by path. A problem says why."""
        return [page for page in self.pages.values() if not page.is_readable]

    def without_unreadable_pages(self) -> Course:
        """The same course with only those pages that could be read."""
        return self._replace(
            pages={name: page for name, page in self.pages.items() if page.is_readable},
            labs={name: lab for name, lab in self.labs.items() if lab.page.is_readable},
        )

    @property
    def sorted_lesson_names(self) -> list[str]:
        """Names of the lessons in alphabetical order: pages that an objective names, and that are written."""
        return sorted({objective.page for objective in self.ledger.objectives.values()} & set(self.pages))

    def quiz_calls_with_items(self, page: Page) -> list[tuple[Call, list[Item]]]:
        """The quiz calls of a page in order, each with the items that it places. Unknown ids are left out."""
        file = self.bank.files.get(page.name)
        here = {item.id: item for item in file.items if item.is_on_page} if file else {}
        named = {name for call in page.valid_calls_of("quiz") for name in call.arguments["ids"]}
        rest = [item for name, item in here.items() if name not in named]
        return [
            (call, [here[name] for name in call.arguments["ids"] if name in here] if call.arguments["ids"] else rest)
            for call in page.valid_calls_of("quiz")
        ]

    def quiz_items_except_pretest(self, page: Page) -> list[Item]:
        """The items that a page counts, in their order: those of its quizzes, without the pretest."""
        calls = self.quiz_calls_with_items(page)
        return [item for call, items in calls if call.arguments["mode"] != "pretest" for item in items]


def load_course(root: Path) -> Course:
    """Reads docs/data, quizzes and docs below `root`."""
    with _paused_garbage_collector():
        gc.unfreeze()  # the last course can go
        course = _read_course(root)
        gc.freeze()  # a course outlives its build, so later collections leave it out: a check is a sixth faster
        return course


@contextmanager
def _paused_garbage_collector() -> Iterator[None]:
    """Keeps the garbage collector from walking a growing heap, which took two fifths of the loading time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_course(root: Path) -> Course:
    ledger = load_ledger(root)
    bank = load_bank(root, ledger.facts, ledger.entry_ids_in_file("facts") - set(ledger.facts))
    pages, problems = load_pages_and_problems(root)
    problems = [*ledger.problems, *bank.problems, *problems, *file_name_type_and_symlink_problems(root)]
    return Course(root, ledger, bank, pages, labs_by_name(root, pages), problems)
