"""The table of Python engines: its sizes are those of the files, and each right that it names is one of the policy."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from macros.engines import ENGINES, LAB_ENGINE, PLAYGROUND_ENGINE, Engine, EngineFile
from macros.sealing.policy import RIGHTS
from macros.staging.calculator_bundles import playground_files_json
from macros.staging.wheel import NPM_LOCK, metrics_wheel, single_wheel_lock_file

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("codemirror", "pyodide_graph", "toml", "zip")  # scripts of PyScript that the playground has no use for
FILES = [file for engine in ENGINES for file in engine.files]


@pytest.mark.parametrize("file", [file for file in FILES if file.source], ids=lambda file: file.name)
def test_the_size_of_a_copied_file_is_exact(file: EngineFile) -> None:
    content = (ROOT / str(file.source)).read_bytes()
    assert (file.size, file.compressed) == (len(content), pytest.approx(len(gzip.compress(content, 9)), rel=0.01))


def test_the_size_on_the_button_is_what_is_downloaded() -> None:
    """What staging makes grows with the sources; the button shows tenths of a megabyte."""
    name, content = metrics_wheel(ROOT)
    made = single_wheel_lock_file((ROOT / NPM_LOCK).read_text(encoding="utf-8"), name, content)
    copied = sum(file.compressed for file in LAB_ENGINE.files if file.source)
    assert LAB_ENGINE.download_bytes == pytest.approx(copied + len(gzip.compress(made, 9)) + len(content), abs=50_000)


def test_the_size_of_what_the_playground_adds_is_about_what_is_downloaded() -> None:
    content = playground_files_json(ROOT)
    [named] = [file for file in PLAYGROUND_ENGINE.files if not file.source]
    assert (named.size, named.compressed) == pytest.approx((len(content), len(gzip.compress(content, 9))), rel=0.1)


def test_every_script_that_pyscript_loads_by_itself_is_listed() -> None:
    """core.js loads its plugins at once; what it loads only for an editor, a terminal, archives or TOML is left out."""
    scripts = {file.name.rpartition("/")[2]: str(file.source) for file in PLAYGROUND_ENGINE.files if file.source}
    [core] = [name for name in scripts if name.startswith("core-")]
    text = (ROOT / scripts[core]).read_text(encoding="utf-8")
    loaded = {name for name in re.findall(r'import\("\./([^"]+)"\)', text) if not name.startswith(LEFT_OUT)}
    assert {"core.js", core, *loaded} == set(scripts)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_an_engine_has_an_element_of_its_own_and_asks_for_rights_that_there_are(engine: Engine) -> None:
    assert [other.name for other in ENGINES if other.element == engine.element] == [engine.name]
    assert engine.needs <= RIGHTS.keys()
