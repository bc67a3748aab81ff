"""Before the build: what the browser needs beside the pages, written to docs/assets/generated.

A file is written only when its content differs, so that a live reload is not set off for nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from macros.course import Course
from macros.engines import ENGINES
from macros.rendering.catalogue import review_catalogue
from macros.rendering.fragments import item_fragments
from macros.staging.bundles import bundles
from macros.staging.bundling import CODE_EDITOR, MEMORY, bundled_script
from macros.staging.missing import NotSetUp, read_installed
from macros.staging.playground import playground_files
from macros.staging.wheel import NPM_LOCK, lock_file, wheel

__all__ = ["NotSetUp", "stage"]

VENDORED = {file.name: Path(file.source) for engine in ENGINES for file in engine.files if file.source}


def stage(course: Course) -> list[str]:
    """Writes docs/assets/generated of a course; returns what was written, and removes what no longer belongs."""
    target = _generated_folder(course.root)
    wanted = dict(_files(course))
    written = [name for name, content in wanted.items() if _write(target / name, content)]
    for left in sorted(target.rglob("*"), reverse=True):
        if left.is_file() and left.relative_to(target).as_posix() not in wanted:
            left.unlink()
    return written


def _files(course: Course) -> Iterator[tuple[str, bytes]]:
    root = course.root
    for name, source in VENDORED.items():
        yield name, read_installed(root, source)
    for name, content in bundles(root):
        yield f"live/{name}.bin", content
    yield from _for_labs(root)
    yield "playground/files.json", playground_files(root)
    for name, html in item_fragments(course):
        yield f"items/{name}.html", html.encode()
    yield "review/catalogue.json", json.dumps(review_catalogue(course), separators=(",", ":")).encode()
    yield "review/memory.js", bundled_script(root, MEMORY)


def _for_labs(root: Path) -> Iterator[tuple[str, bytes]]:
    """The metrics as a wheel, the lock that names its hash, and the code editor."""
    name, content = wheel(root)
    yield f"pyodide/{name}", content
    yield "pyodide/pyodide-lock.json", lock_file(read_installed(root, NPM_LOCK).decode(), name, content)
    yield "code/code-editor.js", bundled_script(root, CODE_EDITOR)


def _generated_folder(root: Path) -> Path:
    """docs/assets/generated, where a link that a pull request brought would lead writing and removing elsewhere."""
    target = root / "docs/assets/generated"
    for path in [target, *target.rglob("*")]:
        if path.is_symlink():
            path.unlink()
    return target


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
