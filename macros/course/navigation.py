"""The navigation in mkdocs.yml: which pages it lists, in which order, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from macros.problems import Place, Problem
from macros.reading import DataPath, Reading, read_yaml_or_empty_and_problems
from macros.validation import Origin

FILE = "mkdocs.yml"


class NavigationEntry(NamedTuple):
    """One entry under `nav`: the path of a page as written, or None for what is neither a page nor a list of pages."""

    path: str | None
    place: Place


class Navigation(NamedTuple):
    """The entries in order, where `nav` stands, and why mkdocs.yml cannot be read."""

    entries: list[NavigationEntry]
    place: Place
    problems: list[Problem]


def read_navigation(root: Path) -> Navigation:
    """What mkdocs.yml lists under `nav`; nothing if there is no such file."""
    reading = read_yaml_or_empty_and_problems(root / FILE, FILE)
    problems = [one for one in reading.problems if one.code != "Y105"]  # MkDocs reads variables with the tag !ENV
    entries = _entries_inside(reading.data.get("nav", []), ("nav",), reading)
    return Navigation(list(entries), Origin(FILE, reading).place_of_key("nav"), problems)


def pages_in_navigation_order(root: Path, page_names: Iterable[str]) -> list[str]:
    """These pages in the order of the navigation; those that it does not list come last."""
    listed = [entry.path.removesuffix(".md") for entry in read_navigation(root).entries if entry.path]
    place = {name: at for at, name in enumerate(listed)}
    return sorted(page_names, key=lambda name: (place.get(name, len(place)), name))


def _entries_inside(value: Any, steps: DataPath, reading: Reading) -> Iterator[NavigationEntry]:
    """The entries of a list, and of the lists inside it; those of the wrong form are included, with their contents."""
    place = Origin(FILE, reading).place_of(*steps)
    if isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _entries_inside(inner, (*steps, at), reading)
    elif isinstance(value, dict):
        if len(value) != 1 or not isinstance(steps[-1], int):
            yield NavigationEntry(None, place)
        for title, inner in value.items():
            yield from _entries_inside(inner, (*steps, title), reading)
    else:
        yield NavigationEntry(value if isinstance(value, str) else None, place)
