"""`macros release`: writes down which items readers may hold answers to, once nothing is wrong with any of them."""

from __future__ import annotations

from typing import NamedTuple

from macros.bank.released import FILE, meaning, released_text
from macros.course import Course
from macros.problems import Problem, errors
from macros.rules import check
from macros.rules.skeleton_left import CODE


class Release(NamedTuple):
    """How many items are new in the file, how many are there with another rev or meaning, and how many in all."""

    new: int
    changed: int
    all: int


def refusals(course: Course) -> list[Problem]:
    """What has to be mended first: every error, and what a skeleton left."""
    return errors(one._replace(warning=one.warning and one.code != CODE) for one in check(course))


def release(course: Course) -> Release:
    """Writes quizzes/released.txt; samples are left out, retired items stay in."""
    items, before = course.bank.non_samples, course.bank.released
    new = sum(item.id not in before for item in items)
    same = sum(before[item.id][:2] == (item.rev, meaning(item)) for item in items if item.id in before)
    (course.root / FILE).write_text(released_text(items), encoding="utf-8")
    return Release(new, len(items) - new - same, len(items))
