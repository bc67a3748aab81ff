"""The wheel of the metrics: what is in it, that it is reproducible, and that its lock names its hash."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from macros.staging.wheel import NPM_LOCK, metrics_wheel, single_wheel_lock_file

ROOT = Path(__file__).parents[2]
PRECISION = "from live.metrics import precision; print(precision(tp=40, fp=10), 'tp / (tp + fp)' in precision.__doc__)"


def test_the_wheel_holds_every_module_of_live_as_it_is_written() -> None:
    name, content = metrics_wheel(ROOT)
    archive = zipfile.ZipFile(BytesIO(content))
    sources = {
        f"live/{path.relative_to(ROOT / 'macros/live').as_posix()}": path for path in ROOT.glob("macros/live/**/*.py")
    }
    modules = [entry for entry in archive.namelist() if entry.startswith("live/")]
    assert modules == sorted(sources)
    assert all(archive.read(entry) == sources[entry].read_bytes() for entry in modules)
    assert name == "live_metrics-2026.11.0-py3-none-any.whl"


def test_equal_sources_give_equal_bytes() -> None:
    assert metrics_wheel(ROOT) == metrics_wheel(ROOT)
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(metrics_wheel(ROOT)[1])).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_python_imports_the_wheel_and_its_docstrings_stay(tmp_path: Path) -> None:
    name, content = metrics_wheel(ROOT)
    (tmp_path / name).write_bytes(content)
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path / name)!r}); {PRECISION}"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "0.8 True\n"


def test_every_file_of_the_wheel_is_recorded_with_its_hash() -> None:
    archive = zipfile.ZipFile(BytesIO(metrics_wheel(ROOT)[1]))
    record = next(entry for entry in archive.namelist() if entry.endswith("/RECORD"))
    lines = [line.split(",") for line in archive.read(record).decode().splitlines()]
    assert [line[0] for line in lines] == archive.namelist()
    assert all(int(size) == len(archive.read(entry)) for entry, _, size in lines[:-1])


def test_the_lock_names_the_wheel_alone_its_hash_and_the_abi_of_this_pyodide() -> None:
    npm_lock = (ROOT / NPM_LOCK).read_text(encoding="utf-8")
    name, content = metrics_wheel(ROOT)
    made = json.loads(single_wheel_lock_file(npm_lock, name, content))
    package = made["packages"].pop("live-metrics")
    assert made["packages"] == {}
    assert (package["file_name"], package["sha256"]) == (name, sha256(content).hexdigest())
    assert package["imports"] == ["live"]
    assert json.loads(npm_lock)["info"].items() <= made["info"].items()
