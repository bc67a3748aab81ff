"""`serve` builds from a copy of docs, in which a page with a problem is replaced by the list of its problems.

So nothing that the check refuses reaches the site generator, and the rest of the site can be looked at meanwhile. The
banks are copied too, because pages for contributors include some of them.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable
from pathlib import Path

from macros.problems import Problem, errors
from macros.rendering.problems import problem_box

SERVED = Path(".cache/serve")
FOLDER = SERVED / "docs"
CHECKED = FOLDER / ".checked"  # written after banks changed: the site generator watches this folder alone
HEAD = "This page is left out until these problems are fixed. Save the file to try again."
LEFT_OUT = "---\ntitle: {title}\ndescription: The problems of this page.\nverified: 2026-11-30\n---\n\n{box}\n"


def mirror(root: Path, found: Iterable[Problem]) -> None:
    """Brings the copy below `root`/.cache up to date; `found` is what the check says. Files that are equal stay."""
    docs, copy = root / "docs", root / FOLDER
    refused = _refused(found)
    found_files = (path for path in docs.rglob("*") if path.is_file() and not path.is_symlink())
    wanted = {path.relative_to(docs) for path in found_files if not path.name.endswith("~")}
    for path in sorted(wanted):
        problems = refused.get(f"docs/{path.as_posix()}")
        if problems and path.suffix == ".md":
            _write(copy / path, _page_of(path, problems))
        elif problems:
            (copy / path).unlink(missing_ok=True)
        else:
            _copy(docs / path, copy / path)
    for left in sorted(copy.rglob("*"), reverse=True):
        if left.is_file() and left.relative_to(copy) not in wanted and left != root / CHECKED:
            left.unlink()
    banks = sorted(path for path in (root / "quizzes").rglob("*.yml") if not path.is_symlink())
    changed = [_copy(path, root / SERVED / path.relative_to(root)) for path in banks]
    if any(changed):
        _write(root / CHECKED, str(time.time_ns()))


def _refused(found: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Errors by the path of the page or file that is left out for them; those of banks and data leave out no page."""
    refused: dict[str, list[Problem]] = {}
    for problem in errors(found):
        is_page = problem.path.endswith(".md") and problem.code[0] in "PY"
        if problem.path.startswith("docs/") and (is_page or problem.code in ("P104", "P105", "P117")):
            refused.setdefault(problem.path, []).append(problem)
    return refused


def _page_of(path: Path, problems: list[Problem]) -> str:
    box = problem_box(problems, HEAD).replace("{", "&#123;")  # braces of a message would run as a macro
    return LEFT_OUT.format(title=json.dumps(f"Problems of {path.stem}"), box=box)


def _write(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> bool:
    """Copies a file that differs in size or time; whether it did."""
    before, after = source.stat(), target.stat() if target.is_file() else None
    if after and (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
    return True
