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
from macros.rendering.problems import problem_box_html
from macros.staging.symbolic_links import delete_symbolic_links_at_or_in

SERVED = Path(".cache/serve")
FOLDER = SERVED / "docs"
CHECKED = FOLDER / ".checked"  # written after banks changed: the site generator watches this folder alone
HEAD = "This page is left out until these problems are fixed. Save the file to try again."
LEFT_OUT = "---\ntitle: {title}\ndescription: The problems of this page.\nverified: 2026-11-30\n---\n\n{box}\n"


def sync_docs_replacing_faulty_pages(root: Path, problems: Iterable[Problem]) -> None:
    """Updates the copy of docs below `root`/.cache. Equal files are not written again, and files that are gone go.

    problems: what the check found. A page with errors is replaced by a list of them, another such file is left out.
    """
    docs, copy = root / "docs", root / FOLDER
    if (root / SERVED.parent).is_symlink():
        (root / SERVED.parent).unlink()
    delete_symbolic_links_at_or_in(root / SERVED)
    excluded = _errors_by_excluded_file(problems)
    files = (path for path in docs.rglob("*") if path.is_file() and not path.is_symlink())
    wanted = {path.relative_to(docs) for path in files if not path.name.endswith("~")}
    for path in sorted(wanted):
        errors_of_file = excluded.get(f"docs/{path.as_posix()}")
        if errors_of_file and path.suffix == ".md":
            _write_if_changed(copy / path, _problem_page_markdown(path, errors_of_file))
        elif errors_of_file:
            (copy / path).unlink(missing_ok=True)
        else:
            _copy_if_size_or_time_differs(docs / path, copy / path)
    for left in sorted(copy.rglob("*"), reverse=True):
        if left.is_file() and left.relative_to(copy) not in wanted and left != root / CHECKED:
            left.unlink()


def copy_banks_for_serving(root: Path) -> None:
    """Copies the banks that changed beside the copy of docs, and lets the site generator notice if there were any."""
    banks = sorted(path for path in (root / "quizzes").rglob("*.yml") if not path.is_symlink())
    changed = [_copy_if_size_or_time_differs(path, root / SERVED / path.relative_to(root)) for path in banks]
    if any(changed):
        _write_if_changed(root / CHECKED, str(time.time_ns()))


def _errors_by_excluded_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Errors by the path of the page or file that is left out for them; those of banks and data leave out no page."""
    excluded: dict[str, list[Problem]] = {}
    for problem in errors(problems):
        is_page = problem.path.endswith(".md") and problem.code[0] in "PY"
        if problem.path.startswith("docs/") and (is_page or problem.code in ("P104", "P105", "P117")):
            excluded.setdefault(problem.path, []).append(problem)
    return excluded


def _problem_page_markdown(path: Path, problems: list[Problem]) -> str:
    box = problem_box_html(problems, HEAD).replace("{", "&#123;")  # braces of a message would run as a macro
    return LEFT_OUT.format(title=json.dumps(f"Problems of {path.stem}"), box=box)


def _write_if_changed(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _copy_if_size_or_time_differs(source: Path, target: Path) -> bool:
    """Copies a file if its size or time differs; returns whether it was copied."""
    before, after = source.stat(), target.stat() if target.is_file() else None
    if after and (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
    return True
