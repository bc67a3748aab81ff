"""Why staging cannot write a file: a package is not installed, or a tool refuses a source."""

from __future__ import annotations

from pathlib import Path


class NotSetUp(Exception):
    """A package that should be copied or called is not installed."""

    def __init__(self, missing: object) -> None:
        super().__init__(f"{missing} is missing. Run `make build` or `make serve`, which install it.")


class RefusedSource(Exception):
    """A compiler or bundler refused a source file; the text is what it says."""


def read_installed_bytes(root: Path, path: Path) -> bytes:
    """The content of an installed file; raises NotSetUp if it is not there."""
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        raise NotSetUp(path) from None
