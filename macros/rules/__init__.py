"""The rules: what may be wrong with content. One file a rule; the room `gate/` serves those that judge the whole bank.

A rule's docstring is its page (`CODE: title`, why, Bad, Good), `check(course)` yields problems. The file name is the
registration. Rules see the whole course, never each other, and never print.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from macros.course import Course
from macros.problems import Problem


@cache
def rules() -> dict[str, ModuleType]:
    """Every rule by its code, sorted."""
    found: dict[str, ModuleType] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.ispkg:
            rule = import_module(f"{__name__}.{module.name}")
            found[code_of(rule)] = rule
    return dict(sorted(found.items()))


def code_of(rule: ModuleType) -> str:
    """The code that opens a rule's docstring."""
    return str(rule.__doc__).partition(":")[0]


def check(course: Course) -> list[Problem]:
    """Every problem of a course, those of loading and those of rules, sorted by place."""
    found = list(course.problems)
    for rule in rules().values():
        found.extend(rule.check(course))
    return sorted(set(found))
