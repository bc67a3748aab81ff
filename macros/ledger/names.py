"""Names of services, features, and options in texts, by their spellings in docs/data/names.yml.

A name that is mostly right where it is offered gives keys away, and one that is never right rules choices out.
"""

from __future__ import annotations

import re
from pathlib import Path

from macros.problems import Problem, problem
from macros.reading import read_yaml_or_empty_and_problems
from macros.validation import Origin

PATH = "docs/data/names.yml"


class ServiceNames:
    """Names of services, features, and options, by each of their spellings in lower case."""

    def __init__(self, name_by_spelling: dict[str, str]) -> None:
        self.name_by_spelling = name_by_spelling
        longest_first = sorted(name_by_spelling, key=len, reverse=True)
        any_spelling = "|".join(map(re.escape, longest_first)) or "(?!)"  # the last matches nothing
        self._pattern = re.compile(rf"(?<![\w-])({any_spelling})s?(?![\w-])", re.IGNORECASE)

    def names_in(self, text: str) -> frozenset[str]:
        """The names that a text contains, in any spelling and case, singular or plural."""
        return frozenset(self.name_by_spelling[found[1].casefold()] for found in self._pattern.finditer(text))


def service_names_and_problems(root: Path) -> tuple[ServiceNames, list[Problem]]:
    """The names listed below `root`; empty if there is no file. A name needs spellings, and no two names share one."""
    reading = read_yaml_or_empty_and_problems(root / PATH, PATH)
    problems = list(reading.problems)
    name_by_spelling: dict[str, str] = {}
    for name, spellings in reading.data.items():
        place = Origin(PATH, reading, (name,)).place_of()
        if (
            not isinstance(spellings, list)
            or not spellings
            or not all(isinstance(one, str) and one for one in spellings)
        ):
            problems.append(problem("L103", place, f"{name[:60]} must be a list of texts, such as [Canvas]."))
            continue
        for spelling in spellings:
            other = name_by_spelling.setdefault(spelling.casefold(), name)
            if other != name:
                message = f"{spelling[:60]} is also a spelling of {other[:60]}. Remove one of them."
                problems.append(problem("L103", place, message))
    return ServiceNames(name_by_spelling), problems
