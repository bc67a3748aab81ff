"""Symbolic links in folders that staging writes to and clears."""

from __future__ import annotations

from pathlib import Path


def delete_symbolic_links_at_or_in(folder: Path) -> None:
    """Deletes the folder itself if it is a link, and links in it: they would lead writing and removing elsewhere."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            path.unlink()
