"""Composed YAML nodes become plain data; the places of values and keys are found when a message needs them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from macros.problems import Place, Problem, problem
from macros.reading.limits import CONTROL, DEEPEST

DataPath = tuple[str | int, ...]

_CONSTANTS = dict.fromkeys(["", "~", "null", "Null", "NULL"])
_CONSTANTS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BOOL_TEXT_BY_YAML_1_1_WORD = dict.fromkeys(("yes", "on", "y"), "true") | dict.fromkeys(("no", "off", "n"), "false")
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_FIRST_OF_NUMBER_OR_DATE = set("+-.0123456789")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_UNINTENDED_COMMENT = re.compile(r"[ \t]+#[^\s#]")  # an intended one begins with `# `
KINDS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_OWN_TAGS = set(KINDS.values())


class Places:
    """Lines and columns of values and keys by path, looked up in the composed nodes when they are needed."""

    def __init__(self, root: Any = None, first_line: int = 1) -> None:
        self.root, self.first_line = root, first_line
        self._pairs_by_node: dict[int, dict[Any, tuple[Any, Any]]] = {}  # key and value nodes by name

    def position_of_value_or_none(self, path: DataPath) -> tuple[int, int] | None:
        """(line, column) of the value at a path; None if the path has no value."""
        pair = self._key_and_value_nodes(path)
        return _line_and_column(pair[1], self.first_line) if pair else None

    def position_of_key_or_none(self, path: DataPath) -> tuple[int, int] | None:
        """(line, column) of the name at the end of a path; None if the path has no value or ends in an index."""
        pair = self._key_and_value_nodes(path)
        return _line_and_column(pair[0], self.first_line) if pair and pair[0] is not None else None

    def _key_and_value_nodes(self, path: DataPath) -> tuple[Any, Any] | None:
        key, node = None, self.root
        for step in path:
            if isinstance(node, yaml.MappingNode):
                key, node = self._key_value_nodes_by_key(node).get(step, (None, None))
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = None, node.value[step]
            else:
                return None
        return (key, node) if node is not None else None

    def _key_value_nodes_by_key(self, mapping: yaml.MappingNode) -> dict[Any, tuple[Any, Any]]:
        if id(mapping) not in self._pairs_by_node:
            named = [pair for pair in mapping.value if isinstance(pair[0], yaml.ScalarNode)]
            # reversed, so that the first of several equal names counts
            self._pairs_by_node[id(mapping)] = {key.value: (key, value) for key, value in reversed(named)}
        return self._pairs_by_node[id(mapping)]


class ValueReader:
    """Converts composed nodes into plain data in one pass and collects their problems."""

    def __init__(self, path: str, first_line: int, text: str) -> None:
        self.path, self.first_line = path, first_line
        lines = text.split("\n")
        self.lines_with_unintended_comment = {
            at: line for at, line in enumerate(lines) if "#" in line and _UNINTENDED_COMMENT.search(line)
        }
        self.lines_with_ampersand = {at: line for at, line in enumerate(lines) if "&" in line}
        self.problems: list[Problem] = []
        self.converted: set[int] = set()

    def add_problem(self, code: str, node: Any, text: str) -> None:
        self.problems.append(problem(code, Place(self.path, *_line_and_column(node, self.first_line)), text))

    def convert_node(self, node: Any, depth: int) -> Any:
        if id(node) in self.converted:
            self.add_problem("Y105", node, "is used twice through an alias (`*name`). Write it out in both places.")
            return None
        self.converted.add(id(node))
        self.report_word_read_as_anchor(node)
        if node.tag not in _OWN_TAGS:
            self.add_problem(
                "Y105",
                node,
                f"has the tag {node.tag[:60]}. Remove the tag, or put a text that starts with ! in quotes.",
            )
            return None
        if isinstance(node, yaml.ScalarNode):
            return self.convert_and_check_scalar(node)
        if depth > DEEPEST:
            self.add_problem("Y107", node, f"nesting is deeper than {DEEPEST} levels. Flatten it.")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.convert_list_entry(child, depth + 1) for child in node.value]
        return self.convert_mapping(node, depth)

    def convert_list_entry(self, node: Any, depth: int) -> Any:
        self.remove_merged_second_entry(node)
        return self.convert_node(node, depth)

    def remove_merged_second_entry(self, list_entry: Any) -> None:
        """Removes from a list entry, in place, the fields of a second entry without a dash, and reports it.

        The second entry starts where the first field name is repeated, if another name is repeated too.
        """
        if not isinstance(list_entry, yaml.MappingNode) or list_entry.flow_style or not list_entry.value:
            return
        names = [key.value if isinstance(key, yaml.ScalarNode) else None for key, _ in list_entry.value]
        if names.count(names[0]) > 1 and len(names) - len(set(names)) > 1:
            second = names.index(names[0], 1)
            self.add_problem("Y104", list_entry.value[second][0], "a second entry starts here. Begin it with `- `.")
            list_entry.value = list_entry.value[:second]

    def convert_mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, child in node.value:
            name = self.convert_and_check_key(key)
            if name is None:
                continue
            if name in data:
                self.add_problem("Y104", key, f"{name} is used twice. Keep one of them.")
                continue
            data[name] = self.convert_node(child, depth + 1)
        return data

    def convert_and_check_key(self, node: Any) -> str | None:
        """The text of a key; None, and a problem, if it is a list or a mapping."""
        if isinstance(node, yaml.ScalarNode):
            self.report_escaped_invisible_character(node)
            return str(node.value)
        if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
            inner = getattr(node.value[0][0], "value", "")
            self.add_problem(
                "Y111",
                node,
                f"starts with braces, which YAML reads as a mapping: {str(inner)[:60]}. "
                "Put the whole text in single quotes, or use `>-`.",
            )
        else:
            self.add_problem("Y112", node, "has a list or a mapping as its key. Use a plain string.")
        return None

    def convert_and_check_scalar(self, node: yaml.ScalarNode) -> Any:
        """The value of a scalar. Reports words that YAML 1.1 reads as booleans, and unintended comments."""
        text = node.value
        if node.style:
            self.report_escaped_invisible_character(node)
            return text
        if bool_text := _BOOL_TEXT_BY_YAML_1_1_WORD.get(text.casefold()):
            self.add_problem(
                "Y108",
                node,
                f"many YAML parsers read an unquoted {text} as {bool_text}. Put it in quotes.",
            )
        rest = self.lines_with_unintended_comment.get(node.end_mark.line, "")[node.end_mark.column :]
        if _UNINTENDED_COMMENT.match(rest):
            self.add_problem(
                "Y113", node, f"ends before {rest.strip()[:60]}, which YAML reads as a comment. Put the text in quotes."
            )
        return value_of_unquoted_scalar(text)

    def report_word_read_as_anchor(self, node: Any) -> None:
        """Reports a word that begins with &, which names the value behind it and is not a part of it."""
        if line := self.lines_with_ampersand.get(node.start_mark.line):
            word = line[node.start_mark.column :].split(None, 1)[:1]
            if word and word[0].startswith("&"):
                self.add_problem("Y105", node, f"YAML reads {word[0][:60]} as an anchor and drops it. Put text that "
                                               "starts with & in quotes, or remove the anchor.")  # fmt: skip

    def report_escaped_invisible_character(self, node: yaml.ScalarNode) -> None:
        """Reports an invisible character that is written as an escape, which the text of the file does not show."""
        if node.style == '"' and (found := CONTROL.search(node.value)):
            self.add_problem("Y110", node, f"contains the character U+{ord(found[0]):04X}. Delete it.")


def value_of_unquoted_scalar(text: str) -> Any:
    """The value of an unquoted YAML 1.2 scalar: text, a number, a truth value, a date or None."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _FIRST_OF_NUMBER_OR_DATE:
        return text
    if _NUMBER.fullmatch(text) and len(text) < 40:
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _line_and_column(node: Any, first_line: int) -> tuple[int, int]:
    return node.start_mark.line + first_line, node.start_mark.column + 1
