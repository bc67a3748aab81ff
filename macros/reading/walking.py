"""The walk over composed YAML: plain data, what is wrong with it, and the places of its values and keys."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from macros.problems import Place, Problem, problem
from macros.reading.refusing import CONTROL, DEEPEST

Path_ = tuple[str | int, ...]

_WORDS = dict.fromkeys(["", "~", "null", "Null", "NULL"])
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DOUBTFUL = {word.casefold() for word in ("yes", "no", "on", "off", "y", "n")}
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_FIRST = set("+-.0123456789")  # of a number or a date
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CUT = re.compile(r"[ \t]+#[^\s#]")  # no comment of an author, who would write `# `
KINDS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_OWN_TAGS = set(KINDS.values())


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


class Walk:
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
            self.report("Y105", node, "is used twice through an alias (`*name`). Write it out in both places.")
            return None
        self.seen.add(id(node))
        if node.tag not in _OWN_TAGS:
            self.report("Y105", node, f"has the tag {node.tag[:60]}. Remove the tag.")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if depth > DEEPEST:
            self.report("Y107", node, f"nesting is deeper than {DEEPEST} levels. Flatten it.")
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
                self.report("Y104", key, f"{name} is used twice. Keep one of them.")
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
            self.report("Y112", node, "has a list or a mapping as its key. Use a short name.")
        return None

    def scalar(self, node: Any) -> Any:
        text = node.value
        if node.style:
            self.invisible(node)
            return text
        if text.casefold() in _DOUBTFUL:
            self.report("Y108", node, f"many YAML parsers read an unquoted {text} as {_truth(text)}. Put it in quotes.")
        rest = self.cut.get(node.end_mark.line, "")[node.end_mark.column :]
        if _CUT.match(rest):
            self.report(
                "Y113", node, f"ends before {rest.strip()[:60]}, which YAML reads as a comment. Put the text in quotes."
            )
        return plain(text)

    def invisible(self, node: Any) -> None:
        """Refuses what an escape hides: the text of the file does not show it."""
        if node.style == '"' and (found := CONTROL.search(node.value)):
            self.report("Y110", node, f"contains the character U+{ord(found[0]):04X}. Delete it.")


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
