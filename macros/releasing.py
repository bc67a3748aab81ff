"""`macros release`: lists the items that readers may have answers to, if the check finds no error."""

from __future__ import annotations

from typing import NamedTuple

from macros.bank.released import FILE, released_file_text, scoring_fingerprint
from macros.course import Course
from macros.problems import Problem, errors
from macros.rules import unwaived_problems
from macros.rules.sample_text_left_in_item import CODE


class Release(NamedTuple):
    """How many items are new in the file, how many are there with another rev or meaning, and how many in all."""

    new: int
    changed: int
    all: int


def errors_and_unfinished_skeletons(course: Course) -> list[Problem]:
    """Problems that must be fixed before a release: every error, and what is left of a skeleton."""
    return errors(one._replace(warning=one.warning and one.code != CODE) for one in unwaived_problems(course))


def write_released_items(course: Course) -> Release:
    """Writes the ids and meanings of all items to quizzes/released.txt, without samples and with retired items."""
    items, before = course.bank.non_samples, course.bank.released
    new = sum(item.id not in before for item in items)
    same = sum(before[item.id][:2] == (item.rev, scoring_fingerprint(item)) for item in items if item.id in before)
    (course.root / FILE).write_text(released_file_text(items), encoding="utf-8")
    return Release(new, len(items) - new - same, len(items))
