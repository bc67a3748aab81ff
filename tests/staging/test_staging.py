"""Staging writes what the browser needs, once, and removes what no longer belongs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.course import load_course
from macros.staging import VENDORED, NotSetUp, RefusedSource, npm_scripts, sync_generated_assets
from macros.staging.calculator_bundles import (
    calculator_bundles,
    micropython_bytecode,
    paths_with_imports,
    playground_files_json,
    without_docs_and_annotations,
)
from macros.staging.supervisor import RESTARTING, modification_times
from macros.staging.wheel import NPM_LOCK
from tests.sample import write_course

FOR_REVIEW = ["review/catalogue.json", "review/memory.js"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for source in VENDORED.values():
        (tmp_path / source).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / source).write_bytes(source.name.encode())
    npm = Path(__file__).parents[2] / "node_modules"
    (tmp_path / "node_modules/@esbuild").symlink_to(npm / "@esbuild")
    (tmp_path / NPM_LOCK).write_bytes((npm.parent / NPM_LOCK).read_bytes())
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "2026.11.0"\n', encoding="utf-8")
    for script in (npm_scripts.CODE_EDITOR, npm_scripts.MEMORY):
        (tmp_path / script).parent.mkdir(parents=True)
        (tmp_path / script).write_text("/** Why. */\nexport const answer = 6 * 7;\n", encoding="utf-8")
    for folder in ("metrics", "calculators"):
        (tmp_path / "macros/live" / folder).mkdir(parents=True)
    (tmp_path / "macros/live/metrics/__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "macros/live/metrics/counts.py").write_text("x = 'é'\n", encoding="utf-8")
    (tmp_path / "macros/live/metrics/other.py").write_text("y = 2\n", encoding="utf-8")
    (tmp_path / "macros/live/calculators/halves.py").write_text("from ..metrics.counts import x\n", encoding="utf-8")
    return tmp_path


def test_runtimes_and_live_sources_are_written(root: Path) -> None:
    for_labs = ["pyodide/live_metrics-2026.11.0-py3-none-any.whl", "pyodide/pyodide-lock.json", "code/code-editor.js"]
    assert sync_generated_assets(load_course(root)) == [
        *VENDORED,
        "live/halves.bin",
        *for_labs,
        "playground/files.json",
        *FOR_REVIEW,
    ]
    head, _, files = (root / "docs/assets/generated/live/halves.bin").read_bytes().partition(b"\n")
    paths, sizes = zip(*json.loads(head), strict=True)
    assert paths == ("live/calculators/halves.mpy", "live/metrics/__init__.mpy", "live/metrics/counts.mpy")
    assert sum(sizes) == len(files)
    assert files.startswith(b"M\x06")  # bytecode of MicroPython 1.19 and later


def test_the_playground_gets_metrics_with_their_docstrings_and_the_example_data(root: Path) -> None:
    (root / "macros/live/metrics/names.py").write_text('"""Why."""\nfrom .counts import x\n', encoding="utf-8")
    (root / "docs/data").mkdir()
    (root / "docs/data/two.csv").write_text("row,y_true,y_pred\n", encoding="utf-8")
    texts = json.loads(playground_files_json(root))
    assert list(texts) == [
        "live/metrics/__init__.py", "live/metrics/counts.py", "live/metrics/names.py", "data/two.csv",
    ]  # fmt: skip
    assert texts["live/metrics/names.py"].startswith('"""Why."""')
    assert texts["data/two.csv"] == "row,y_true,y_pred\n"


def test_only_what_is_imported_goes_to_the_browser() -> None:
    sources = {
        "live/a.py": "from .b import f\nfrom . import c\n",
        "live/b.py": "def f():\n    from .d.e import g\n",
        "live/c.py": "from .gone import x\n",
        "live/d/__init__.py": "",
        "live/d/e.py": "",
        "live/d/other.py": "",
        "live/unused.py": "",
    }
    assert paths_with_imports(sources, ["live/c.py"]) == ["live/c.py"]
    assert paths_with_imports(sources, ["live/b.py"]) == ["live/b.py", "live/d/__init__.py", "live/d/e.py"]
    assert paths_with_imports(sources, ["live/a.py"]) == [
        "live/a.py",
        "live/b.py",
        "live/c.py",
        "live/d/__init__.py",
        "live/d/e.py",
    ]


def test_two_runs_compile_to_the_same_bytes(root: Path) -> None:
    sync_generated_assets(load_course(root))
    first = (root / "docs/assets/generated/live/halves.bin").read_bytes()
    micropython_bytecode.cache_clear()
    assert dict(calculator_bundles(root))["halves"] == first


def test_what_readers_of_the_source_need_is_left_at_home() -> None:
    source = '"""Why."""\ndef half(x: float, *, of: int = 2) -> float:\n    """A half."""\n    return x / of  # why\n'
    assert without_docs_and_annotations(source) == "def half(x, *, of=2):\n    return x / of\n"
    assert (
        without_docs_and_annotations('class Refused(ValueError):\n    """Why."""\n')
        == "class Refused(ValueError):\n    pass\n"
    )


def test_a_second_run_writes_nothing(root: Path) -> None:
    sync_generated_assets(load_course(root))
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert sync_generated_assets(load_course(root)) == []
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_what_no_longer_belongs_is_removed(root: Path) -> None:
    sync_generated_assets(load_course(root))
    stray = root / "docs/assets/generated/old.js"
    stray.write_text("x")
    sync_generated_assets(load_course(root))
    assert not stray.exists()


def test_a_missing_package_is_named(root: Path) -> None:
    (root / VENDORED["mpy/micropython.mjs"]).unlink()
    with pytest.raises(NotSetUp, match=r"micropython\.mjs is missing"):
        sync_generated_assets(load_course(root))


def test_the_editor_is_bundled_without_its_comments(root: Path) -> None:
    made = npm_scripts.bundled_script(root, npm_scripts.CODE_EDITOR).decode()
    assert "Why" not in made
    assert made.startswith("var ") and "export{" in made


def test_an_editor_that_cannot_be_bundled_says_why(root: Path) -> None:
    (root / npm_scripts.CODE_EDITOR).write_text('import { x } from "@codemirror/nowhere";\nx();\n', encoding="utf-8")
    with pytest.raises(RefusedSource, match="@codemirror/nowhere"):
        npm_scripts.bundled_script(root, npm_scripts.CODE_EDITOR)


def test_the_supervisor_sees_edits_below_macros_and_not_what_is_generated(root: Path) -> None:
    before = modification_times(root, RESTARTING)
    (root / "macros/live/metrics/counts.py").write_text("y = 2\n")
    (root / "macros/notes.txt").write_text("x")
    after = modification_times(root, RESTARTING)
    assert [path.name for path in after if after[path] != before.get(path)] == ["counts.py"]


def test_a_link_in_place_of_what_staging_generates_leads_nowhere(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "own.txt").write_text("mine")
    (root / "docs/assets").mkdir(parents=True, exist_ok=True)
    (root / "docs/assets/generated").symlink_to(elsewhere)
    sync_generated_assets(load_course(root))
    assert [path.name for path in elsewhere.iterdir()] == ["own.txt"]


def test_every_item_that_can_be_asked_is_written_as_a_fragment(root: Path) -> None:
    write_course(root, "use: pool")
    assert {"items/first.html", "items/second.html"} < set(sync_generated_assets(load_course(root)))
    file = root / "docs/assets/generated/items/first.html"
    assert file.read_text(encoding="utf-8").startswith('<quiz-item id="item-first"')
    write_course(root, "status: retired")
    sync_generated_assets(load_course(root))
    assert not file.exists()


def test_python_that_cannot_be_compiled_says_why() -> None:
    with pytest.raises(RefusedSource, match=r"(?s)live/x\.py: .*SyntaxError"):
        micropython_bytecode("live/x.py", "x = \n")
