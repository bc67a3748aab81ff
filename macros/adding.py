"""`macros new`: adds a copy of a sample to the bank of a page.

The copy passes the check, which warns about texts of the sample until they are replaced (B126).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from macros.bank.skeleton import GALLERY, NEW, skeletons_by_kind, text_and_line_of_appended_item
from macros.course import Course, Page
from macros.problems import did_you_mean
from macros.reading import read_text_or_empty_and_problems
from macros.rules.too_many_items_in_file_or_page import LONGEST, ON_PAGE

USE = 'make new ARGS="match metrics/precision-and-recall"'
_HEAD = "# yaml-language-server: $schema={up}schema.json\n# Items of docs/{page}.md.\n"
_QUIZ = "{{ quiz() }}"


class Refused(Exception):
    """Nothing was added. The text says why, and what to do."""


class HelpRequested(Refused):
    """The command has no arguments. The text lists the interactions and pages that can be named."""


class Added(NamedTuple):
    """Bank and line of the new item, its id, the objectives of its page, and whether the page got a quiz call."""

    bank: str
    line: int
    id: str
    objectives: list[str]
    quiz_added: bool


def add_sample_item(course: Course, interaction: str, page_name: str, today: date) -> Added:
    """Adds a sample item of this interaction to the bank of a page, and a quiz call unless it has one without ids.

    today: the date on which the item was verified.
    """
    gallery = GALLERY.as_posix()
    if any(one.path == gallery for one in course.bank.problems):
        raise Refused(f"{gallery}, which holds the samples, has problems. Fix them first: make check")
    known = skeletons_by_kind(read_text_or_empty_and_problems(course.root / GALLERY, gallery)[0])
    page_name = _page_name_from_path(page_name)
    _require_known_interaction_and_page(course, known, interaction, page_name)
    page = course.pages[page_name]
    path = f"quizzes/{page.name}.yml"
    if refusal := _why_page_takes_no_item(course, page, path):
        raise Refused(refusal)
    bank = course.bank.files.get(page.name)
    items = bank.items if bank else []
    objectives = [name for name, entry in course.ledger.objectives.items() if entry.page == page.name]
    first = objectives[0] if objectives else known[interaction].data["objective"]
    name = _id_not_in_use(course, f"{NEW}{interaction}")
    pool = sum(item.is_on_page for item in items) >= ON_PAGE
    line = _append_item_to_bank(
        course.root / path, page.name, known[interaction].lines_of_new_item(name, first, today, pool)
    )
    return Added(path, line, name, objectives, _ensure_quiz_call_without_ids(course, page))


def _page_name_from_path(page_or_bank_path: str) -> str:
    """The name of a page, from the path of the page or of its bank."""
    return re.sub(r"^(\./)?((docs|quizzes)/)?|\.(md|yml)$", "", page_or_bank_path)


def _require_known_interaction_and_page(
    course: Course, known_interactions: Iterable[str], interaction: str, page_name: str
) -> None:
    """Raises Refused, with the names that are known, if one of the two is missing or unknown."""
    faults = []
    if interaction and interaction not in known_interactions:
        faults.append(f"there is no interaction {interaction}.{did_you_mean(interaction, known_interactions)}")
    if page_name and page_name not in course.pages:
        faults.append(f"there is no page {page_name}.{did_you_mean(page_name, course.pages)}")
    if faults or not interaction or not page_name:
        lessons = {entry.page for entry in course.ledger.objectives.values()} & course.pages.keys()
        raise (Refused if interaction or page_name else HelpRequested)("\n".join([
            *faults,
            f"Name an interaction and a page: {USE}",
            f"interactions: {', '.join(sorted(known_interactions))} (choices: a choice item with several keys)",
            f"pages: {', '.join(sorted(lessons))}",
        ]))  # fmt: skip


def _why_page_takes_no_item(course: Course, page: Page, bank_path: str) -> str:
    """Why no item can be added to the bank of the page, and what to do, or nothing."""
    if any(one.path == page.path for one in course.problems):
        return f"{page.path} has problems. Fix them first: make check"
    bank = course.bank.files.get(page.name)
    if bank and bank.sample:
        return f"{bank_path} holds the samples. Name the page of a lesson instead."
    if bank and len(bank.items) >= LONGEST:
        return f"{bank_path} is full: it has {LONGEST} items. Split the page and its bank."
    return ""


def _id_not_in_use(course: Course, stem: str) -> str:
    """An id that no item has, nor had when it was released."""
    taken = {item.id for item in course.bank.items} | course.bank.released.keys()
    return next(name for name in chain([stem], (f"{stem}-{number}" for number in count(2))) if name not in taken)


def _append_item_to_bank(bank_file: Path, page_name: str, item_lines: list[str]) -> int:
    """Adds an item to the bank of a page, or begins the bank; returns the number of the line where the item starts."""
    head = _HEAD.format(up="../" * page_name.count("/"), page=page_name)
    before = bank_file.read_text(encoding="utf-8", errors="surrogateescape") if bank_file.is_file() else head
    try:
        text, line = text_and_line_of_appended_item(before, item_lines)
    except ValueError as fault:
        raise Refused(f"no item can be added to quizzes/{page_name}.yml: {fault}") from None
    bank_file.parent.mkdir(parents=True, exist_ok=True)
    bank_file.write_text(text, encoding="utf-8")
    return line


def _ensure_quiz_call_without_ids(course: Course, page: Page) -> bool:
    """Adds a quiz call to the page unless it has one that shows the remaining items; returns whether it was added."""
    if any(not call.arguments["ids"] for call in page.valid_calls_of("quiz")):
        return False
    file = course.root / page.path
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\n{_QUIZ}\n", encoding="utf-8")
    return True
