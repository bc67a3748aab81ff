"""The calculators that a page can show: the modules of `live.calculators`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from macros.live import calculators


@cache
def calculators_by_name() -> dict[str, ModuleType]:
    """The module of each calculator, in the order of their names."""
    names = sorted(module.name for module in iter_modules(calculators.__path__))
    return {name: import_module(f"{calculators.__name__}.{name}") for name in names}
