"""Everything below docs and quizzes: no links, plain names, and only types of files that the site needs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.problems import Place, Problem, problem

FOLDERS = ("docs", "quizzes")
TYPES = {".md", ".yml", ".csv", ".svg", ".png", ".css", ".js", ".py", ".ts", ".mts", ".json", ".txt"}
GENERATED = Path("docs/assets/generated")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


def file_problems(root: Path) -> Iterator[Problem]:
    """Links, names that an address cannot hold as they are, and types of files that are not served."""
    for top in FOLDERS:
        for folder, folders, files in os.walk(root / top):
            inside = Path(folder).relative_to(root)
            folders[:] = sorted(name for name in folders if inside / name != GENERATED)
            for name in sorted([*folders, *files]):
                yield from _problems(root, inside / name, is_folder=name in folders)
            folders[:] = [name for name in folders if not (Path(folder) / name).is_symlink()]


def _problems(root: Path, path: Path, is_folder: bool) -> Iterator[Problem]:
    shown = Place(os.fsencode(path).decode("utf-8", "backslashreplace"))
    name = path.name
    if name.startswith("."):
        return  # left by an editor or a file manager; the site generator skips it
    if (root / path).is_symlink():
        told = "is a symbolic link, which publishes what it leads to. Put the file itself here."
        yield problem("P105", shown, told)
    elif name.endswith("~"):
        return  # a backup copy that an editor left; the seal refuses to publish it
    elif not _NAME.fullmatch(name):
        told = "has a name that is not safe in an address. Use letters, digits, hyphens, and dots."
        yield problem("P106", shown, told)
    elif path.parts[0] == "docs" and not is_folder and path.suffix not in TYPES:
        told = f"is of a type that the site does not serve. Types served are {', '.join(sorted(TYPES))}."
        yield problem("P106", shown, told)
