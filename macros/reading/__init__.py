"""YAML whose values know line and column: the one door for YAML.

`read_yaml_or_empty_and_problems` returns plain data beside the places of its values and keys, and never raises for
what a file holds. Built on `yaml.compose` with the C loader, which keeps line marks at no cost. Scalars follow
YAML 1.2: `yes`, `no`, `on` and `off` are refused with a hint, 010 is ten, 1:30 is text.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.problems import Fault, Place, Problem, problem
from macros.reading.limits import (
    CONTROL,
    DEEPEST,
    LARGEST,
    invisible_character_problem,
    is_too_deep,
    merge_conflict_problem,
    syntax_error_problem,
)
from macros.reading.values import KINDS, DataPath, Places, ValueReader, value_of_unquoted_scalar

__all__ = [
    "CONTROL",
    "FAULTS",
    "DataPath",
    "Places",
    "Reading",
    "parse_yaml",
    "read_text_or_empty_and_problems",
    "read_yaml_or_empty_and_problems",
    "safe_load_yaml_or_none",
    "unread_files",
    "value_of_unquoted_scalar",
]

FAULTS = {
    "Y101": Fault("If a file is not encoded as UTF-8, computers can show different characters for the same bytes.",
                  "a: \udce9", "a: é"),
    "Y102": Fault("YAML does not allow tabs for indentation, because editors show them with different widths.",
                  "a:\n\tb: 1", "a:\n  b: 1"),
    "Y103": Fault("The check cannot read a file that is not valid YAML.", 'a: "open', 'a: "closed"'),
    "Y104": Fault("If a mapping contains a key twice, some YAML parsers drop the first value without a warning.",
                  "a: 1\na: 2", "a: 1\nb: 2"),
    "Y105": Fault("Aliases and custom tags hide what a file contains, and aliases can expand without limit.",
                  "a: &x 1\nb: *x", "a: 1\nb: 1"),
    "Y106": Fault("A file of more than a million bytes takes too long to check.", "a: " + "x" * (LARGEST + 1), "a: x"),
    "Y107": Fault("Data files do not need such deep nesting, and very deep nesting can crash a parser.",
                  "a: " + "[" * 60 + "]" * 60, "a: [[1]]"),
    "Y108": Fault("Some YAML parsers read an unquoted yes, no, on, or off as true or false, and others read it "
                  "as text.",
                  "a: no", 'a: "no"'),
    "Y109": Fault("A data file must be a mapping of names to values. Other content would not be read.",
                  "- a\n- b", "a: b"),
    "Y110": Fault("Control characters are invisible and can break a page, even if they are written as escape "
                  "sequences.",
                  "a: \x07", "a: b"),
    "Y111": Fault("In YAML, unquoted braces start a mapping, so the reference to the fact would be lost.",
                  'a: {{ fact("x") }}', "a: '{{ fact(\"x\") }}'"),
    "Y112": Fault("A key must be a plain string, because lists and mappings cannot be used as field names or ids.",
                  "? [a, b]\n: 1", "a: 1"),
    "Y113": Fault("In an unquoted string, a space followed by # starts a comment, so the rest of the string would be "
                  "lost without a warning. A # that is followed by a space is accepted as an intended comment.",
                  "a: room #5", 'a: "room #5"'),
    "Y114": Fault("Both versions of the lines would be published, with the marks between them.",
                  "<<<<<<< main\na: 1\n=======\na: 2\n>>>>>>> branch", "a: 1"),
}  # fmt: skip


class Reading(NamedTuple):
    """What a file holds: plain data, the places of its values and keys, and what is wrong."""

    data: dict[str, Any]
    places: Places
    problems: list[Problem]


def read_yaml_or_empty_and_problems(file: Path, shown_path: str) -> Reading:
    """Reads a file; `shown_path` is its path in messages. A missing file reads as empty."""
    text, problems = read_text_or_empty_and_problems(file, shown_path)
    return Reading({}, Places(), problems) if problems else parse_yaml(text, shown_path)


def read_text_or_empty_and_problems(file: Path, shown_path: str) -> tuple[str, list[Problem]]:
    """(text of a file, no problems), or ("", the problem that keeps it from being read). A missing file is empty."""
    if file.is_symlink() or (file.exists() and not file.is_file()):
        return "", [problem("Y103", Place(shown_path), "is not a regular file. Replace the link with the file itself.")]
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return "", []
    except OSError as fault:
        return "", [problem("Y103", Place(shown_path), f"cannot be read: {fault.strerror}. Fix its permissions.")]
    if len(raw) > LARGEST:
        told = f"{len(raw):,} bytes; the limit is {LARGEST:,}. Split the file."
        return "", [problem("Y106", Place(shown_path), told)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = fault.start - (raw.rfind(b"\n", 0, fault.start) + 1) + 1
        return "", [problem("Y101", Place(shown_path, line, column), "this is not UTF-8. Save the file as UTF-8.")]
    refused = invisible_character_problem(text, shown_path, 1) or merge_conflict_problem(text, shown_path, 1)
    return ("", [refused]) if refused else (text, [])


def unread_files(folder: Path, known_files: Iterable[Path]) -> list[Path]:
    """Sorted paths, relative to a folder, of its files that nobody reads, without those that editors leave behind."""
    found = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    kept = [path for path in found - set(known_files) if not path.name.startswith(".") and not path.name.endswith("~")]
    return sorted(kept)


def parse_yaml(text: str, shown_path: str, first_line: int = 1) -> Reading:
    """Reads YAML text whose first line is `first_line` of the file `shown_path`."""
    text = text.removeprefix("\ufeff")
    if refused := _length_character_or_nesting_problem(text, shown_path, first_line):
        return Reading({}, Places(), [refused])
    try:
        node = yaml.compose(text, Loader=_UntypedLoader)
    except yaml.MarkedYAMLError as fault:
        return Reading({}, Places(), [syntax_error_problem(fault, text, shown_path, first_line)])
    except yaml.YAMLError as fault:
        told = f"is not YAML: {str(fault).splitlines()[0]}."
        return Reading({}, Places(), [problem("Y103", Place(shown_path, first_line), told)])
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


def _length_character_or_nesting_problem(text: str, shown_path: str, first_line: int) -> Problem | None:
    """Why the text must not reach the parser: its length, a character, a merge conflict, or its depth; else None."""
    if len(text) > LARGEST:
        told = f"{len(text):,} characters; the limit is {LARGEST:,}. Split the file."
        return problem("Y106", Place(shown_path), told)
    found = invisible_character_problem(text, shown_path, first_line)
    if found := found or merge_conflict_problem(text, shown_path, first_line):
        return found
    if is_too_deep(text):
        told = f"nesting is deeper than {DEEPEST} levels. Flatten it."
        return problem("Y107", Place(shown_path, first_line), told)
    return None


class _UntypedLoader(yaml.CBaseLoader):
    """Composes nodes with a tag by their kind alone, without guessing the type of a scalar; the walk does that."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return KINDS[kind]
