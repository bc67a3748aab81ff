"""macros/live keeps to the Python that MicroPython and CPython share: a walk over its syntax trees."""

import ast
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "macros/live"
FILES = sorted(ROOM.rglob("*.py"))

NAMES = {
    "sorted": "MicroPython's sort is quadratic on ordered input and not stable: ascending()",
    "sum": "plain in one runtime, compensated in another: total()",
    "round": "rounds ties differently: fixed() to show, nothing before",
    "isinstance": "True is no int in MicroPython: type(x) in (int, float, bool)",
    "eval": "live code is code",
    "exec": "live code is code",
    "open": "live code reads no files",
    "print": "live code returns what it has to say",
    "slice": "MicroPython has none",
    "reversed": "MicroPython has none for dicts: list(...)[::-1]",
    "pow": "** does it",
}
METHODS = {
    *("zfill", "ljust", "rjust", "center", "removeprefix", "removesuffix", "title", "casefold", "isalnum", "translate"),
    *("format", "format_map", "expandtabs", "isidentifier", "isdecimal", "isnumeric", "bit_length", "bit_count"),
    *("is_integer", "as_integer_ratio", "_replace", "sort", "capitalize", "swapcase"),
}
MATH_LACKS = {
    *("fsum", "comb", "perm", "hypot", "dist", "prod", "log1p", "cbrt", "gcd", "lcm", "isqrt", "nextafter", "ulp"),
    *("sumprod", "exp2", "fma", "nan", "inf", "tau"),
}
SYNTAX = {
    "Match": "no match statement",
    "TryStar": "no except*",
    "TypeAlias": "no type statement",
    "AsyncFunctionDef": "no async",
    "Global": "no globals that remember",
}
SORTING_ITSELF = "arithmetic.py"  # the one file whose ascending() may call list.sort


def faults(tree, file=""):
    """What in the tree MicroPython would not run, or would run differently."""
    for node in ast.walk(tree):
        yield from _statement(node)
        yield from _expression(node, file)


def _statement(node):
    kind = type(node).__name__
    if kind in SYNTAX:
        yield node, SYNTAX[kind]
    if isinstance(node, ast.Import) and [name.name for name in node.names] != ["math"]:
        yield node, "imports math only"
    if isinstance(node, ast.ImportFrom) and not node.level:
        yield node, "imports of its own are relative"
    if isinstance(node, ast.arguments) and node.posonlyargs:
        yield node.posonlyargs[0], "no positional-only parameters"
    if isinstance(node, ast.Raise) and node.cause:
        yield node, "no raise ... from"
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and (node.decorator_list or getattr(node, "type_params", [])):
        yield node, "no decorators, no type parameters"


def _expression(node, file):
    if isinstance(node, ast.List | ast.Tuple | ast.Set) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        yield from ((each, "no * in a display: a + b") for each in node.elts if isinstance(each, ast.Starred))
    if isinstance(node, ast.Dict) and None in node.keys:
        yield node, "no ** in a display: update()"
    if isinstance(node, ast.FormattedValue) and node.format_spec:
        yield node, "formats round ties differently: fixed()"
    if isinstance(node, ast.Name) and node.id in NAMES:
        yield node, NAMES[node.id]
    if isinstance(node, ast.Attribute):
        yield from _attribute(node, file)
    if isinstance(node, ast.Call):
        yield from _call(node)


def _attribute(node, file):
    if node.attr in METHODS and not (node.attr == "sort" and file == SORTING_ITSELF):
        yield node, f"MicroPython has no .{node.attr}, or another"
    if isinstance(node.value, ast.Name) and node.value.id == "math" and node.attr in MATH_LACKS:
        yield node, f"MicroPython has no math.{node.attr}"


def _call(node):
    """Built-ins that take no keywords in MicroPython."""
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name in ("zip", "sum", "split", "enumerate") and node.keywords:
        yield node, f"{name} takes no keywords"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOM).as_posix())
def test_live_code_keeps_to_the_portable_subset(file):
    found = faults(ast.parse(file.read_text(encoding="utf-8")), file.name)
    assert [f"{file.name}:{node.lineno}: {why}" for node, why in found] == []


@pytest.mark.parametrize(
    "source",
    [
        "from bisect import bisect_left",
        "import json",
        "import math, json",
        "from __future__ import annotations",
        "from macros.live import numbers",
        "match x:\n    case 1: pass",
        "def f(a, /): pass",
        "[*a, *b]",
        "x = (*a, 1)",
        "{**a}",
        "sorted(a)",
        "sum(a)",
        "round(x, 2)",
        "isinstance(x, int)",
        "f'{x:.2f}'",
        "'{:.2f}'.format(x)",
        "'x'.zfill(3)",
        "a.sort()",
        "math.fsum(a)",
        "zip(a, b, strict=True)",
        "'a,b'.split(sep=',')",
        "raise A from b",
        "try: pass\nexcept* ValueError: pass",
        "@cache\ndef f(): pass",
        "def f():\n    global x",
    ],
)
def test_the_walk_finds(source):
    assert list(faults(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "import math",
        "from ..arithmetic import total",
        "def f(a, *rest, key=None, **more): return g(*rest, **more)",
        "first, *others = a",
        "def f(p: list[float], t: float | None = None) -> dict: pass",
        "f'{name} is {words}'",
        "max(a, default=0)",
    ],
)
def test_the_walk_lets_pass(source):
    assert list(faults(ast.parse(source))) == []
