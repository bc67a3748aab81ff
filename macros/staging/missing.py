"""What is said when a package that staging copies or calls is not installed."""

from __future__ import annotations

from pathlib import Path


class NotSetUp(Exception):
    """A package that should be copied or called is not installed."""

    def __init__(self, missing: object) -> None:
        super().__init__(f"{missing} is missing. Run `make build` or `make serve`, which install it.")


def read_installed_file(root: Path, path: Path) -> bytes:
    """The content of an installed file; raises NotSetUp if it is not there."""
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        raise NotSetUp(path) from None
