"""The table of Python engines: its sizes are those of the files, and each right that it names is one of the policy."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from macros.engines import ENGINES, LAB_ENGINE, Engine, EngineFile
from macros.sealing.policy import RIGHTS
from macros.staging.wheel import NPM_LOCK, lock, wheel

ROOT = Path(__file__).parents[1]
FILES = [file for engine in ENGINES for file in engine.files]


@pytest.mark.parametrize("file", [file for file in FILES if file.source], ids=lambda file: file.name)
def test_the_size_of_a_copied_file_is_exact(file: EngineFile) -> None:
    content = (ROOT / str(file.source)).read_bytes()
    assert (file.size, file.compressed) == (len(content), pytest.approx(len(gzip.compress(content, 9)), rel=0.01))


def test_the_size_on_the_button_is_what_is_downloaded() -> None:
    """What staging makes grows with the sources; the button shows tenths of a megabyte."""
    name, content = wheel(ROOT)
    made = lock((ROOT / NPM_LOCK).read_text(encoding="utf-8"), name, content)
    copied = sum(file.compressed for file in LAB_ENGINE.files if file.source)
    assert LAB_ENGINE.compressed == pytest.approx(copied + len(gzip.compress(made, 9)) + len(content), abs=50_000)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_an_engine_has_an_element_of_its_own_and_asks_for_rights_that_there_are(engine: Engine) -> None:
    assert [other.name for other in ENGINES if other.element == engine.element] == [engine.name]
    assert engine.needs <= RIGHTS.keys()
