"""Same sources, same bytes: in another folder, time zone, locale and hash order."""

import shutil
from pathlib import Path

from tests.conftest import build

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".venv*", "node_modules", "site", "generated", ".cache", "__pycache__", ".*_cache")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes(site, tmp_path):
    copy = tmp_path / "elsewhere"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT, symlinks=True)
    for installed in [".venv", "node_modules"]:
        (copy / installed).symlink_to(ROOT / installed)
    build(copy, PYTHONHASHSEED="7", TZ="Pacific/Kiritimati", LC_ALL="C")
    first, second = contents(site), contents(copy / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
