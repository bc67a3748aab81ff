"""Before the build: what the browser needs beside the pages, written to docs/assets/generated.

A file is written only when its content differs, so that a live reload is not set off for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.course import Course
from macros.course.files import GENERATED
from macros.engines import ENGINES
from macros.rendering.catalogue import review_catalogue_json
from macros.rendering.fragments import active_item_ids_and_html
from macros.staging.calculator_bundles import calculator_bundles, playground_files_json
from macros.staging.missing import NotSetUp, RefusedSource, read_installed_bytes
from macros.staging.npm_scripts import CODE_EDITOR, MEMORY, bundled_script
from macros.staging.symbolic_links import delete_symbolic_links_at_or_in
from macros.staging.wheel import NPM_LOCK, metrics_wheel, single_wheel_lock_file

__all__ = ["NotSetUp", "RefusedSource", "sync_generated_assets"]

VENDORED = {file.name: Path(file.source) for engine in ENGINES for file in engine.files if file.source}


def sync_generated_assets(course: Course) -> list[str]:
    """Writes docs/assets/generated of a course; returns what was written, and removes what no longer belongs."""
    target = course.root / GENERATED
    delete_symbolic_links_at_or_in(target)
    wanted = dict(_generated_asset_paths_and_contents(course))
    written = [name for name, content in wanted.items() if _write_if_changed(target / name, content)]
    for left in sorted(target.rglob("*"), reverse=True):
        if left.is_file() and left.relative_to(target).as_posix() not in wanted:
            left.unlink()
    return written


def _generated_asset_paths_and_contents(course: Course) -> Iterator[tuple[str, bytes]]:
    """Path below docs/assets/generated, and content, of each file."""
    root = course.root
    for name, source in VENDORED.items():
        yield name, read_installed_bytes(root, source)
    for name, content in calculator_bundles(root):
        yield f"live/{name}.bin", content
    yield from _metrics_wheel_and_lock_files(root)
    yield "code/code-editor.js", bundled_script(root, CODE_EDITOR)
    yield "playground/files.json", playground_files_json(root)
    for name, html in active_item_ids_and_html(course):
        yield f"items/{name}.html", html.encode()
    yield "review/catalogue.json", review_catalogue_json(course)
    yield "review/memory.js", bundled_script(root, MEMORY)


def _metrics_wheel_and_lock_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Paths and contents of the metrics as a wheel, and of the lock file that names its hash."""
    name, content = metrics_wheel(root)
    yield f"pyodide/{name}", content
    npm_lock = read_installed_bytes(root, NPM_LOCK).decode()
    yield "pyodide/pyodide-lock.json", single_wheel_lock_file(npm_lock, name, content)


def _write_if_changed(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
