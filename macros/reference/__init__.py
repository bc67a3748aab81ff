"""The rooms' own documentation, as macros: what runs is what the page shows.

Stands above every other room, since it describes them all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.reference.codes import rules_page
from macros.reference.gate import gate_page


def macros_for(project: str) -> dict[str, Callable[..., str]]:
    """The macros by name; `project` is the folder that holds mkdocs.yml."""
    return {"gate": lambda: gate_page(Path(project)), "rules": rules_page}
