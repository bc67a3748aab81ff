"""Names of services, features, and options in texts, by their spellings in docs/data/names.yml.

A name that is mostly right where it is offered gives keys away, and one that is never right rules choices out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from macros.problems import Problem, problem
from macros.reading import read_yaml_or_empty_and_problems
from macros.validation import Origin

PATH = "docs/data/names.yml"
FILE = Path(__file__).parents[2] / PATH  # the project's own list, whichever course is checked


def service_names_in_text(text: str) -> frozenset[str]:
    """Names of services, features, and options that a text contains, in any spelling and case, singular or plural."""
    names = service_names_by_spelling()
    return frozenset(names[found[1].casefold()] for found in _service_name_pattern().finditer(text))


def service_spellings_file_problems(root: Path) -> Iterator[Problem]:
    """Problems of the list of names below `root`: every name needs spellings, and no two names share one."""
    reading = read_yaml_or_empty_and_problems(root / PATH, PATH)
    yield from reading.problems
    names: dict[str, str] = {}
    for name, spellings in reading.data.items():
        origin = Origin(PATH, reading, (name,))
        if not _is_nonempty_list_of_texts(spellings):
            yield problem("L103", origin.place_of(), f"{name[:60]} must be a list of texts, such as [Canvas].")
            continue
        for spelling in spellings:
            other = names.setdefault(spelling.casefold(), name)
            if other != name:
                told = f"{spelling[:60]} is also a spelling of {other[:60]}. Remove one of them."
                yield problem("L103", origin.place_of(), told)


def _is_nonempty_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) and each for each in value)


@cache
def service_names_by_spelling() -> dict[str, str]:
    """The name of the service, feature, or option for each spelling in lower case; empty without the file."""
    entries = read_yaml_or_empty_and_problems(FILE, PATH).data.items()
    return {
        spelling.casefold(): name
        for name, spellings in entries
        if _is_nonempty_list_of_texts(spellings)
        for spelling in spellings
    }


@cache
def _service_name_pattern() -> re.Pattern[str]:
    longest_first = sorted(service_names_by_spelling(), key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")  # matches nothing
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})s?(?![\w-])", re.IGNORECASE)
