"""YAML whose values know line and column: the one door for YAML.

`read` returns plain data beside the places of its values and keys, and never raises for what a file
holds. Built on `yaml.compose` with the C loader, which keeps line marks at no cost. Scalars follow YAML 1.2:
`yes`, `no`, `on` and `off` are refused with a hint, 010 is ten, 1:30 is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.problems import Fault, Place, Problem, problem

Path_ = tuple[str | int, ...]

LARGEST = 1_000_000  # bytes; a bank of 25 items is near 50,000
DEEPEST = 40
SAFE = 2_000  # levels that the C composer, which recurses without a limit, bears many times over

FAULTS = {
    "Y101": Fault("A file that is not UTF-8 shows other letters on other machines.", "a: \udce9", "a: é"),
    "Y102": Fault("YAML forbids tabs for indenting, since editors draw them differently.", "a:\n\tb: 1", "a:\n  b: 1"),
    "Y103": Fault("What cannot be read as YAML cannot be checked.", 'a: "open', 'a: "closed"'),
    "Y104": Fault("Of two equal keys the first would be lost in silence.", "a: 1\na: 2", "a: 1\nb: 2"),
    "Y105": Fault("Aliases and foreign tags hide what a file says, and aliases can grow without bound.",
                  "a: &x 1\nb: *x", "a: 1\nb: 1"),
    "Y106": Fault("A file beyond a million bytes is no item file.", "a: " + "x" * (LARGEST + 1), "a: x"),
    "Y107": Fault("Nothing here is nested that deeply.", "a: " + "[" * 60 + "]" * 60, "a: [[1]]"),
    "Y108": Fault("To many YAML readers a bare yes, no, on or off is a truth value, to others it is text.",
                  "a: no", 'a: "no"'),
    "Y109": Fault("Every file here is a mapping of names to values.", "- a\n- b", "a: b"),
    "Y110": Fault("Control characters are invisible and break pages, written as escapes too.", "a: \x07", "a: b"),
    "Y111": Fault("Unquoted braces start a mapping, so the fact would be lost.",
                  'a: {{ fact("x") }}', "a: '{{ fact(\"x\") }}'"),
    "Y112": Fault("A key is a short name, neither a list nor a mapping.", "? [a, b]\n: 1", "a: 1"),
    "Y113": Fault("A space and # begin a comment, so the rest of an unquoted text would be lost in silence. "
                  "`# ` with a space behind it stays what it is.", "a: room #5", 'a: "room #5"'),
}  # fmt: skip

_MEND = "A text with `: `, `#` or quotes in it needs quotes, or `>-`; fields of one entry begin in one column."
_WORDS = dict.fromkeys(["", "~", "null", "Null", "NULL"])
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DOUBTFUL = {word.casefold() for word in ("yes", "no", "on", "off", "y", "n")}
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_FIRST = set("+-.0123456789")  # of a number or a date
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CUT = re.compile(r"[ \t]+#[^\s#]")  # no comment of an author, who would write `# `
_DENSE = re.compile(r"(?:[-?][ \t]+){40}")
_KINDS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_OWN_TAGS = set(_KINDS.values())
# also what turns the direction of a line, parts lines unseen, or hides letters (tags)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
                      "\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")  # fmt: skip


class Places:
    """Where values and keys stand, by path; looked up in the composed nodes only when somebody asks."""

    def __init__(self, root: Any = None, first_line: int = 1) -> None:
        self.root, self.first_line = root, first_line
        self._inside: dict[int, dict[Any, tuple[Any, Any]]] = {}  # pairs by name, of the mappings asked for

    def of(self, path: Path_) -> tuple[int, int] | None:
        """(line, column) of the value at a path."""
        pair = self._pair(path)
        return _start(pair[1], self.first_line) if pair else None

    def of_key(self, path: Path_) -> tuple[int, int] | None:
        """(line, column) of the name at a path that ends in one."""
        pair = self._pair(path)
        return _start(pair[0], self.first_line) if pair and pair[0] is not None else None

    def _pair(self, path: Path_) -> tuple[Any, Any] | None:
        key, node = None, self.root
        for step in path:
            if isinstance(node, yaml.MappingNode):
                key, node = self._pairs(node).get(step, (None, None))
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = None, node.value[step]
            else:
                return None
        return (key, node) if node is not None else None

    def _pairs(self, node: Any) -> dict[Any, tuple[Any, Any]]:
        if id(node) not in self._inside:
            named = [pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode)]
            self._inside[id(node)] = {key.value: (key, value) for key, value in reversed(named)}  # the first counts
        return self._inside[id(node)]


class Reading(NamedTuple):
    """What a file holds: plain data, the places of its values and keys, and what is wrong."""

    data: dict[str, Any]
    places: Places
    problems: list[Problem]


def read(file: Path, name: str) -> Reading:
    """Reads a file; `name` is its path in messages. A missing file reads as empty."""
    text, problems = read_text(file, name)
    return Reading({}, Places(), problems) if problems else parse(text, name)


def read_text(file: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file, or the one problem that keeps it from being read; a missing file reads as empty."""
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return "", []
    except OSError as fault:
        return "", [problem("Y103", Place(name), f"can't be read: {fault.strerror}. Mend its permissions.")]
    if len(raw) > LARGEST:
        told = f"{len(raw):,} bytes; at most {LARGEST:,} are read. Split the file."
        return "", [problem("Y106", Place(name), told)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = fault.start - (raw.rfind(b"\n", 0, fault.start) + 1) + 1
        return "", [problem("Y101", Place(name, line, column), "is not UTF-8 here. Save the file as UTF-8.")]
    refused = _control(text, name, 1)
    return ("", [refused]) if refused else (text, [])


def unread(folder: Path, known: Iterable[Path]) -> list[Path]:
    """Files below a folder that nobody reads, by their way inside; what an editor left behind is none."""
    found = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    kept = [path for path in found - set(known) if not path.name.startswith(".") and not path.name.endswith("~")]
    return sorted(kept)


def parse(text: str, name: str, first_line: int = 1) -> Reading:
    """Reads YAML text whose first line is `first_line` of the file `name`."""
    text = text.removeprefix("\ufeff")
    refused = _refused(text, name, first_line)
    if refused:
        return refused
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        return _nothing(*_syntax(fault, text, name, first_line))
    except yaml.YAMLError as fault:
        return _nothing("Y103", Place(name, first_line), f"is not YAML: {str(fault).splitlines()[0]}.")
    if node is None:
        return Reading({}, Places(), [])
    walk = _Walk(name, first_line, text)
    data = walk.value(node, 0)
    if not isinstance(data, dict):
        walk.report("Y109", node, "must hold a mapping (`name: value` lines), not a list or a single value.")
        data = {}
    return Reading(data, Places(node, first_line), walk.problems)


def _refused(text: str, name: str, first_line: int) -> Reading | None:
    """What must not reach the parser: too much, invisible, or too deep."""
    if len(text) > LARGEST:
        return _nothing("Y106", Place(name), f"{len(text):,} characters; at most {LARGEST:,}. Split the file.")
    if control := _control(text, name, first_line):
        return Reading({}, Places(), [control])
    if _too_deep(text):
        return _nothing("Y107", Place(name, first_line), f"nests deeper than {DEEPEST} levels. Flatten it.")
    return None


class _Loader(yaml.CBaseLoader):
    """Composes without guessing what a scalar means; `plain` does that."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return _KINDS[kind]


class _Walk:
    """One pass over composed nodes: plain data, and problems."""

    def __init__(self, name: str, first_line: int, text: str) -> None:
        self.name, self.first_line = name, first_line
        self.cut = {at: line for at, line in enumerate(text.split("\n")) if "#" in line and _CUT.search(line)}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def report(self, code: str, node: Any, text: str) -> None:
        self.problems.append(problem(code, Place(self.name, *_start(node, self.first_line)), text))

    def value(self, node: Any, depth: int) -> Any:
        if id(node) in self.seen:
            self.report("Y105", node, "is used twice through an alias (`*name`). Write it out at both places.")
            return None
        self.seen.add(id(node))
        if node.tag not in _OWN_TAGS:
            self.report("Y105", node, f"has the tag {node.tag[:60]}. Leave tags out.")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if depth > DEEPEST:
            self.report("Y107", node, f"nests deeper than {DEEPEST} levels. Flatten it.")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, depth + 1) for child in node.value]
        return self.mapping(node, depth)

    def mapping(self, node: Any, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, child in node.value:
            name = self.key(key)
            if name is None:
                continue
            if name in data:
                self.report("Y104", key, f"{name} stands here for the second time. Keep one.")
                continue
            data[name] = self.value(child, depth + 1)
        return data

    def key(self, node: Any) -> str | None:
        if isinstance(node, yaml.ScalarNode):
            self.invisible(node)
            return str(node.value)
        if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
            inner = getattr(node.value[0][0], "value", "")
            self.report(
                "Y111",
                node,
                f"starts with braces, which YAML reads as a mapping: {str(inner)[:60]}. "
                "Put the whole text in single quotes, or use `>-`.",
            )
        else:
            self.report("Y112", node, "has a list or a mapping as key. Use a short name.")
        return None

    def scalar(self, node: Any) -> Any:
        text = node.value
        if node.style:
            self.invisible(node)
            return text
        if text.casefold() in _DOUBTFUL:
            self.report("Y108", node, f"a bare {text} means {_truth(text)} to many YAML readers. Put it in quotes.")
        rest = self.cut.get(node.end_mark.line, "")[node.end_mark.column :]
        if _CUT.match(rest):
            self.report("Y113", node, f"ends before {rest.strip()[:60]}, a comment to YAML. Put the text in quotes.")
        return plain(text)

    def invisible(self, node: Any) -> None:
        """Refuses what an escape hides: the text of the file does not show it."""
        if node.style == '"' and (found := _CONTROL.search(node.value)):
            self.report("Y110", node, f"holds the character U+{ord(found[0]):04X}. Delete it.")


def plain(text: str) -> Any:
    """The value of an unquoted YAML 1.2 scalar: text, a number, a truth value, a date or None."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if _NUMBER.fullmatch(text) and len(text) < 40:
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _start(node: Any, first_line: int) -> tuple[int, int]:
    return node.start_mark.line + first_line, node.start_mark.column + 1


def _truth(text: str) -> str:
    return "true" if text.casefold() in ("yes", "on", "y") else "false"


def _nothing(code: str, place: Place, text: str) -> Reading:
    return Reading({}, Places(), [problem(code, place, text)])


def _control(text: str, name: str, first_line: int) -> Problem | None:
    if all(map(str.isprintable, text.split("\n"))):  # most are, and this takes half the time
        return None
    found = _CONTROL.search(text)
    if found is None:
        return None
    line, column = _position(text, found.start())
    code = "Y101" if "\ud800" <= found[0] <= "\udfff" else "Y110"
    told = f"holds the character U+{ord(found[0]):04X}. Delete it."
    return problem(code, Place(name, line + first_line - 1, column), told)


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def _too_deep(text: str) -> bool:
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


def _syntax(fault: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> tuple[str, Place, str]:
    mark = fault.problem_mark or fault.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    place = Place(name, row + first_line, column + 1)
    line = text.split("\n")[row] if row < text.count("\n") + 1 else ""
    indent = len(line) - len(line.lstrip())
    if "\t" in line[:indent] and column <= indent:
        return "Y102", place, "a tab indents this line. Use spaces."
    if fault.problem and "undefined alias" in fault.problem:
        return "Y105", place, "an alias (`*name`) without its anchor. Write the value out."
    if fault.context == "while scanning a quoted scalar" and fault.context_mark:  # the end may be far below
        begun = Place(name, fault.context_mark.line + first_line, fault.context_mark.column + 1)
        return "Y103", begun, "a quoted text begins here and does not end. Close it."
    said = "; ".join(part for part in (fault.context, fault.problem) if part)
    return "Y103", place, f"is not YAML: {said}. {_MEND}"
