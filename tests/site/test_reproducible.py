"""Same sources, same bytes: in another folder, time zone, locale and hash order."""

from pathlib import Path

from tests.conftest import build
from tests.site.project_copy import copy_project


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes(site, tmp_path):
    copy = copy_project(tmp_path / "elsewhere")
    build(copy, PYTHONHASHSEED="7", TZ="Pacific/Kiritimati", LC_ALL="C")
    first, second = contents(site), contents(copy / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
