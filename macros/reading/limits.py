"""Why a text is not read at all: invisible characters, a merge conflict, or too many levels."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.problems import Place, Problem, problem

LARGEST = 1_000_000  # bytes of a file, characters of a text; a bank of 30 items is near 50,000
DEEPEST = 40
SAFE = 2_000  # levels; the C composer recurses without a limit and survives many times as many

_CONFLICT = re.compile(r"^(?:(?:<{7}|\|{7}|>{7}) |={7}$)", re.MULTILINE)
_DENSE = re.compile(r"(?:[-?][ \t]+){40}")
# also characters that change the direction of a line, separate lines invisibly, or hide letters (tags)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
                      "\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")  # fmt: skip


def invisible_character_problem(text: str, path: str, first_line: int) -> Problem | None:
    """A problem for the first character that a person who reads the file would not see; None if there is none.

    path: the file in messages.
    first_line: number of the text's first line in that file.
    """
    if all(map(str.isprintable, text.split("\n"))):  # true for most texts, and twice as fast as the pattern
        return None
    found = CONTROL.search(text)
    if found is None:
        return None
    line, column = _line_and_column(text, found.start())
    code = "Y101" if "\ud800" <= found[0] <= "\udfff" else "Y110"
    message = f"contains the character U+{ord(found[0]):04X}. Delete it."
    return problem(code, Place(path, line + first_line - 1, column), message)


def merge_conflict_problem(text: str, path: str, first_line: int) -> Problem | None:
    """A problem for the first mark that git left at a merge conflict; None if there is none."""
    found = _CONFLICT.search(text)
    if found is None:
        return None
    line, column = _line_and_column(text, found.start())
    message = "a merge conflict is left here. Resolve it, and delete the lines with <<<<<<<, =======, and >>>>>>>."
    return problem("Y114", Place(path, line + first_line - 1, column), message)


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def is_too_deep(text: str) -> bool:
    """Whether a YAML text is nested too deeply. Counts parser events, because composing the text would recurse."""
    if text.count("[") + text.count("{") < SAFE and not _DENSE.search(text):
        return False
    try:
        return any(depth > DEEPEST for depth in _nesting_depths(text))
    except yaml.YAMLError:
        return False  # composing meets the same syntax error at the same depth, and reports it


def _nesting_depths(text: str) -> Iterator[int]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        yield depth
