"""YAML as plain data beside the places of its values and keys. Nothing is raised for what a file holds.

Built on `yaml.compose` with the C loader, which keeps line marks at no cost.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.problems import Place, Problem, problem
from macros.reading.files import read_text_or_empty_and_problems
from macros.reading.limits import (
    DEEPEST,
    LARGEST,
    invisible_character_problem,
    is_too_deep,
    merge_conflict_problem,
)
from macros.reading.syntax_errors import syntax_error_problem
from macros.reading.values import KINDS, Places, ValueReader


class Reading(NamedTuple):
    """What a file holds: plain data, the places of its values and keys, and what is wrong."""

    data: dict[str, Any]
    places: Places
    problems: list[Problem]


def read_yaml_or_empty_and_problems(file: Path, shown_path: str) -> Reading:
    """Reads a file; `shown_path` is its path in messages. A missing file reads as empty."""
    text, problems = read_text_or_empty_and_problems(file, shown_path)
    return Reading({}, Places(), problems) if problems else parse_yaml(text, shown_path)


def parse_yaml(text: str, shown_path: str, first_line: int = 1) -> Reading:
    """Reads YAML text whose first line is `first_line` of the file `shown_path`."""
    text = text.removeprefix("\ufeff")
    if refused := _problem_before_parsing(text, shown_path, first_line):
        return Reading({}, Places(), [refused])
    try:
        node = yaml.compose(text, Loader=_UntypedLoader)
    except yaml.MarkedYAMLError as fault:
        return Reading({}, Places(), [syntax_error_problem(fault, text, shown_path, first_line)])
    except yaml.YAMLError as fault:
        message = f"is not YAML: {str(fault).splitlines()[0]}. Correct this place, or put the text in quotes."
        return Reading({}, Places(), [problem("Y103", Place(shown_path, first_line), message)])
    if node is None:
        return Reading({}, Places(), [])
    walk = ValueReader(shown_path, first_line, text)
    data = walk.convert_node(node, 0)
    if not isinstance(data, dict):
        walk.add_problem("Y109", node, "must contain a mapping (`name: value` lines), not a list or a single value.")
        data = {}
    return Reading(data, Places(node, first_line), walk.problems)


def safe_load_yaml_or_none(yaml_text: str) -> Any:
    """What PyYAML's safe loader, which the site generator uses for front matter, makes of YAML; None if it fails."""
    try:
        return yaml.load(yaml_text, yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None


def _problem_before_parsing(text: str, shown_path: str, first_line: int) -> Problem | None:
    """Why the text must not reach the parser: length, invisible character, merge conflict, or depth; else None."""
    if len(text) > LARGEST:
        message = f"{len(text):,} characters; the limit is {LARGEST:,}. Split the file."
        return problem("Y106", Place(shown_path), message)
    found = invisible_character_problem(text, shown_path, first_line)
    if found := found or merge_conflict_problem(text, shown_path, first_line):
        return found
    if is_too_deep(text):
        message = f"nesting is deeper than {DEEPEST} levels. Flatten it."
        return problem("Y107", Place(shown_path, first_line), message)
    return None


class _UntypedLoader(yaml.CBaseLoader):
    """Composes nodes with a tag by their kind alone, without guessing the type of a scalar; the walk does that."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return KINDS[kind]
