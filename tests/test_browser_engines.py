"""The search for an installed browser, on whose verdict `make` relies before the browser tests."""

import runpy
import shutil
import sys
from pathlib import Path

import pytest

from tests.browser.engines import INSTALL, NAMED
from tests.conftest import ROOT


@pytest.mark.parametrize("engine", INSTALL)
def test_a_missing_browser_is_reported_with_what_to_install(
    engine: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(NAMED[engine], raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(Path, "is_file", lambda path: False)
    monkeypatch.setattr(sys, "argv", ["engines", engine])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "tests/browser/engines.py"), run_name="__main__")
    assert (ended.value.code, capsys.readouterr()) == (1, ("", INSTALL[engine] + "\n"))
