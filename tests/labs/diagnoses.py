"""The diagnoses that a lab's tests.py contains: its sentences, whatever function puts them into a message."""

import ast
import re
from collections.abc import Iterator

_CAPTIONS = "figure"  # the function of tests.py whose sentences are no diagnoses


def diagnoses(tests: str) -> list[str]:
    """A regular expression for each text in tests.py that ends with a period, other than docstrings and captions."""
    module = ast.parse(tests)
    module.body = [node for node in module.body if not (isinstance(node, ast.FunctionDef) and node.name == _CAPTIONS)]
    return [pattern for pattern in _text_patterns(module) if pattern.endswith(r"\.") and " " in pattern]


def _text_patterns(node: ast.AST) -> Iterator[str]:
    """A regular expression for each text below the node; what an f-string fills in can be anything."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".*" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):  # which is a docstring
        for child in ast.iter_child_nodes(node):
            yield from _text_patterns(child)
