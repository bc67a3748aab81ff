"""Everything below docs and quizzes: no links, plain names, and only types of files that the site needs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.problems import Place, Problem, problem

FOLDERS = ("docs", "quizzes")
WRITTEN = (".cache", "site")  # which `serve` and the site generator fill and clear
# what may be where: code is in docs/assets and docs/labs alone, which .github/CODEOWNERS gives to
# maintainers; the first folder that fits counts
TYPES = {
    "docs/assets/pictures": {".svg"},
    "docs/assets": {".css", ".js", ".mts", ".png", ".py", ".svg", ".ts"},
    "docs/data": {".csv", ".md", ".yml"},
    "docs/labs": {".md", ".py"},
    "docs": {".md"},
}
WATCHED = frozenset().union(*TYPES.values())  # types of every file that `serve` looks at
GENERATED = Path("docs/assets/generated")
PNG = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


def file_name_type_and_symlink_problems(root: Path) -> Iterator[Problem]:
    """Links, names that an address cannot hold as they are, and types of files that are not served."""
    for name in WRITTEN:
        if (root / name).is_symlink():
            message = "is a symbolic link, so the build would write and delete files in its target. Delete it."
            yield problem("P104", Place(name), message)
    for top in FOLDERS:
        for folder, folders, files in os.walk(root / top):
            inside = Path(folder).relative_to(root)
            for name in sorted([*folders, *files]):
                yield from _name_type_and_symlink_problems(root, inside / name, is_folder=name in folders)
            # os.walk does not follow links; what staging generated is its own
            folders[:] = sorted(name for name in folders if inside / name != GENERATED)


def _name_type_and_symlink_problems(root: Path, path: Path, is_folder: bool) -> Iterator[Problem]:
    shown = Place(os.fsencode(path).decode("utf-8", "backslashreplace"))
    name = path.name
    if name.startswith("."):
        return  # left by an editor or a file manager; the site generator skips it
    if (root / path).is_symlink():
        message = "is a symbolic link, so the build would publish its target. Put the file itself here."
        yield problem("P104", shown, message)
    elif name.endswith("~"):
        return  # a backup copy that an editor left; the seal refuses to publish it
    elif not _NAME.fullmatch(name):
        message = "has a name that is not safe in an address. Use letters, digits, hyphens, and dots."
        yield problem("P105", shown, message)
    elif path.parts[0] == "docs" and not is_folder:
        top = next(top for top in TYPES if path.as_posix().startswith(f"{top}/"))
        if path.suffix not in TYPES[top]:
            message = f"has a type that is not allowed here. Types allowed in {top}: {', '.join(sorted(TYPES[top]))}."
            yield problem("P105", shown, message)
        elif path.suffix == ".png" and not (root / path).read_bytes().startswith(PNG):
            yield problem("P105", shown, "is not a PNG picture. Save it as one.")
