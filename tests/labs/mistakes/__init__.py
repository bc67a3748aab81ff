"""Typical mistakes of each lab, made in its solution, and what the lab must say to them.

Each lab has a module with its name, such as find_the_leak.py. STARTER of a module names a test that the unchanged
starter fails, and part of the message; MISTAKES lists the mistakes.
"""

from importlib import import_module
from pathlib import Path

from tests.labs.mistake import Mistake

_MODULES = sorted(file.stem for file in Path(__file__).parent.glob("[a-z]*.py"))
_LABS = {name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in _MODULES}

STARTERS: dict[str, tuple[str, str]] = {lab: module.STARTER for lab, module in _LABS.items()}
MISTAKES: dict[str, list[Mistake]] = {lab: module.MISTAKES for lab, module in _LABS.items()}
