"""Labs in CPython: `live` is importable by the name that the wheel gives it, and `harness` as in the browser."""

import sys
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session", autouse=True)
def importable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Until a lab's tests end, `live` is macros/live and `harness` is docs/assets/lab/harness.py."""
    folder = tmp_path_factory.mktemp("packages")
    (folder / "live").symlink_to(ROOT / "macros/live", target_is_directory=True)
    added = [str(folder), str(ROOT / "docs/assets/lab")]
    sys.path[:0] = added
    yield
    for path in added:
        sys.path.remove(path)
