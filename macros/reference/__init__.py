"""The rooms' own documentation, as macros: what runs is what the page shows.

Stands above every other room, since it describes them all.
"""

from __future__ import annotations

from collections.abc import Callable

from macros.reference.codes import rules_page


def macros_for() -> dict[str, Callable[..., str]]:
    """The macros by name."""
    return {"rules": rules_page}
