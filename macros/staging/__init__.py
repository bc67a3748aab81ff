"""Before the build: what the browser needs beside the pages, written to docs/assets/generated.

A file is written only when its content differs, so that a live reload is not set off for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from macros.rules.gate import FILE, Report, as_json
from macros.staging.bundles import NotSetUp, bundles

__all__ = ["NotSetUp", "keep_gate", "stage"]

NODE = Path("node_modules")
VENDORED = {
    "mpy/micropython.mjs": NODE / "@micropython/micropython-webassembly-pyscript/micropython.mjs",
    "mpy/micropython.wasm": NODE / "@micropython/micropython-webassembly-pyscript/micropython.wasm",
}
KEPT = {"gate.json"}  # written by `keep_gate`, which needs the course; all else comes from files


def stage(root: Path) -> list[str]:
    """Writes docs/assets/generated below `root`; returns what was written, and removes what no longer belongs."""
    target = root / "docs/assets/generated"
    wanted = dict(_files(root))
    written = [name for name, content in wanted.items() if _write(target / name, content)]
    for left in sorted(target.rglob("*"), reverse=True):
        if left.is_file() and left.relative_to(target).as_posix() not in wanted.keys() | KEPT:
            left.unlink()
    return written


def keep_gate(root: Path, made: Report) -> None:
    """Writes the gate's report, so that the next check of an unchanged bank need not judge it again."""
    with suppress(OSError):  # a tree that can't be written is judged each time
        _write(root / FILE, as_json(made).encode())


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    for name, source in VENDORED.items():
        try:
            yield name, (root / source).read_bytes()
        except FileNotFoundError:
            raise NotSetUp(f"{source} is missing. Run `make build` or `make serve`, which install it.") from None
    for name, content in bundles(root):
        yield f"live/{name}.bin", content


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
