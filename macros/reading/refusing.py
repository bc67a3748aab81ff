"""What keeps a text from being read as YAML at all: what is invisible, too deep, or no YAML; and that in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.problems import Place, Problem, problem

LARGEST = 1_000_000  # bytes; a bank of 30 items is near 50,000
DEEPEST = 40
SAFE = 2_000  # levels that the C composer, which recurses without a limit, bears many times over

_FIX = "A text with `: `, `#`, or quotes needs quotes or `>-`. Fields of an entry start in the same column."
_DENSE = re.compile(r"(?:[-?][ \t]+){40}")
# also what turns the direction of a line, parts lines unseen, or hides letters (tags)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
                      "\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")  # fmt: skip


def invisible(text: str, name: str, first_line: int) -> Problem | None:
    """The first character that no reader of the file would see."""
    if all(map(str.isprintable, text.split("\n"))):  # most are, and this takes half the time
        return None
    found = CONTROL.search(text)
    if found is None:
        return None
    line, column = _position(text, found.start())
    code = "Y101" if "\ud800" <= found[0] <= "\udfff" else "Y110"
    told = f"contains the character U+{ord(found[0]):04X}. Delete it."
    return problem(code, Place(name, line + first_line - 1, column), told)


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def too_deep(text: str) -> bool:
    """What might be too deep for the composer is measured first, by events, which do not recurse."""
    if text.count("[") + text.count("{") < SAFE and not _DENSE.search(text):
        return False
    try:
        return any(depth > DEEPEST for depth in _depths(text))
    except yaml.YAMLError:
        return False  # compose meets the same fault at the same depth, and names it


def _depths(text: str) -> Iterator[int]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        yield depth


def syntax(fault: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> tuple[str, Place, str]:
    """Code, place and text of what the parser refused: where to fix it, which is not always where it was noticed."""
    mark = fault.problem_mark or fault.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    place = Place(name, row + first_line, column + 1)
    line = text.split("\n")[row] if row < text.count("\n") + 1 else ""
    indent = len(line) - len(line.lstrip())
    if "\t" in line[:indent] and column <= indent:
        return "Y102", place, "this line is indented with a tab. Use spaces."
    if fault.problem and "undefined alias" in fault.problem:
        return "Y105", place, "there is an alias (`*name`) without its anchor. Write out the value."
    if fault.context == "while scanning a quoted scalar" and fault.context_mark:  # the end may be far below
        begun = Place(name, fault.context_mark.line + first_line, fault.context_mark.column + 1)
        return "Y103", begun, "a quoted text starts here and does not end. Add the closing quote."
    said = "; ".join(part for part in (fault.context, fault.problem) if part)
    return "Y103", place, f"is not YAML: {said}. {_FIX}"
