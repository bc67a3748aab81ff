"""The theme's sheets and ours become one file, which pages link in their place."""

from pathlib import Path

import pytest

from macros.sealing.packing import pack
from macros.sealing.styles import join_styles

ROOT = Path(__file__).parents[2]
HEAD = (
    '<head><link rel="stylesheet" href="{root}assets/stylesheets/main.1.min.css">\n'
    '<link rel="stylesheet" href="{root}assets/stylesheets/palette.2.min.css">{ours}</head>'
)
OURS = '<link rel="stylesheet" href="{root}assets/css/site.css">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "assets/stylesheets/main.1.min.css": ".a{color:red}\n/*# sourceMappingURL=main.1.min.css.map */",
        "assets/stylesheets/main.1.min.css.map": "{}",
        "assets/stylesheets/palette.2.min.css": ".a{color:green}",
        "assets/css/site.css": ".a { color: blue; }\n",
        "index.html": HEAD.format(root="", ours=OURS.format(root="")),
        "deep/page/index.html": HEAD.format(root="../../", ours=OURS.format(root="../../")),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def contents(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*") if path.is_file()}


def test_theirs_comes_first_and_every_page_links_one_file(site: Path) -> None:
    join_styles(site)
    assert pack(site, ROOT) == []
    assert contents(site) == {
        "assets/css/site.css": "/* packed by seal */\n.a{color:red}.a{color:green}.a{color:#00f}\n",
        "index.html": f"<head>{OURS.format(root='')}</head>",
        "deep/page/index.html": f"<head>{OURS.format(root='../../')}</head>",
    }


def test_a_second_run_changes_nothing(site: Path) -> None:
    for _ in range(2):
        join_styles(site)
        pack(site, ROOT)
        once = contents(site)
    join_styles(site)
    assert contents(site) == once


def test_a_page_without_our_sheet_keeps_theirs(site: Path) -> None:
    (site / "assets/css/site.css").unlink()
    before = contents(site)
    join_styles(site)
    assert contents(site) == before
