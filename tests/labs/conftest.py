"""Labs in CPython: `live` comes from the wheel that readers get, and `harness` is the file that their browser loads."""

import sys
from collections.abc import Iterator

import pytest

from macros.staging.wheel import metrics_wheel
from tests.conftest import ROOT


@pytest.fixture(scope="package", autouse=True)
def importable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The wheel and the folder of the harness are on the path until the tests of the labs end."""
    name, content = metrics_wheel(ROOT)
    built = tmp_path_factory.mktemp("wheel") / name
    built.write_bytes(content)
    added = [str(built), str(ROOT / "docs/assets/lab")]
    sys.path[:0] = added
    yield
    for path in added:
        sys.path.remove(path)
