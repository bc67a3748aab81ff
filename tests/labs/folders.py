"""The labs as they are on disk: sources, and the harness run on them."""

from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from tests.conftest import ROOT

FOLDER = ROOT / "docs/labs"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def source(lab: str, file: str) -> str:
    """The text of one of a lab's files."""
    return (FOLDER / lab / file).read_text(encoding="utf-8")


def solution(lab: str) -> SimpleNamespace:
    """What the lab's solution defines."""
    names: dict[str, object] = {"__name__": "lab"}
    exec(compile(source(lab, "solution.py"), "solution.py", "exec"), names)
    return SimpleNamespace(**names)


@cache
def run(lab: str, code: str) -> dict[str, Any]:
    """What the harness returns for a reader's code in this lab."""
    result: dict[str, Any] = import_module("harness").run(code, source(lab, "tests.py"))
    return result


def with_mistake(lab: str, old: str, new: str) -> str:
    """The lab's solution with one mistake in it: `old`, which occurs once, replaced by `new`."""
    solution = source(lab, "solution.py")
    assert solution.count(old) == 1, f"{old!r} occurs {solution.count(old)} times in the solution of {lab}"
    return solution.replace(old, new)


def messages(result: dict[str, Any]) -> dict[str, str]:
    """The diagnosis of each failed test, by the test's name."""
    return {test["name"]: test["message"] for test in result["tests"] if not test["passed"]}
