"""The theme's sheets and ours become one file, which pages link in their place."""

from pathlib import Path

import pytest

from macros.sealing import seal
from macros.sealing.packing import pack
from macros.sealing.published import drop_source_maps
from macros.sealing.styles import gathered, join_styles
from tests.sealing.folder import contents, written

ROOT = Path(__file__).parents[2]
HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<link rel="stylesheet" href="{root}assets/stylesheets/main.1.min.css">\n'
    '<link rel="stylesheet" href="{root}assets/stylesheets/palette.2.min.css">{ours}<title>x</title></head></html>'
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
    return written(tmp_path, files)


def run(site: Path) -> dict[str, str]:
    drop_source_maps(site)
    joined = join_styles(site)
    assert pack(site, ROOT) == []
    assert seal(site, joined) == []
    return contents(site)


def test_theirs_comes_first_and_every_page_links_one_file(site: Path) -> None:
    made = run(site)
    assert sorted(made) == ["assets/css/site.css", "deep/page/index.html", "index.html"]
    assert made["assets/css/site.css"] == "/* packed by seal */\n.a{color:red}.a{color:green}.a{color:#00f}\n"
    for name, root in (("index.html", ""), ("deep/page/index.html", "../../")):
        assert made[name].count('rel="stylesheet"') == 1
        assert OURS.format(root=root) in made[name]


def test_a_second_run_changes_nothing(site: Path) -> None:
    assert run(site) == run(site)


def test_a_page_keeps_a_sheet_that_ours_does_not_hold(site: Path) -> None:
    file = site / "other.html"
    file.write_text((site / "index.html").read_text().replace("palette.2", "print.3"))
    (site / "assets/stylesheets/print.3.min.css").write_text(".b{}")
    page = run(site)["other.html"]
    assert "print.3.min.css" in page and "main.1.min.css" not in page


def test_without_our_sheet_theirs_stays(site: Path) -> None:
    (site / "assets/css/site.css").unlink()
    for name, root in (("index.html", ""), ("deep/page/index.html", "../../")):
        (site / name).write_text(HEAD.format(root=root, ours=""))
    made = run(site)
    assert "assets/stylesheets/main.1.min.css" in made
    assert made["index.html"].count('rel="stylesheet"') == 2


def test_selectors_that_a_browser_cannot_place_are_written_another_way(site: Path) -> None:
    theirs, ours = site / "assets/stylesheets/main.1.min.css", site / "assets/css/site.css"
    theirs.write_text(".a table:not([class])+*{color:red}.no-js .tabbed-labels>:first-child{color:red}")
    ours.write_text(".b table:not([class]) th { color: blue; }")
    made = run(site)["assets/css/site.css"]
    assert ".a .md-typeset__table>table+*{" in made and ".b .md-typeset__table>table th{" in made
    assert ".no-js .tabbed-labels>label:first-child{" in made


def test_a_sheet_that_a_macro_links_goes_to_the_head_once_and_behind_the_others() -> None:
    one, two = (f'<link rel="stylesheet" href="{name}.css">' for name in ("site", "quiz"))
    page = f"<head>{one}</head><body><p>{two}a</p>{two}</body>"
    assert gathered(page) == f"<head>{one}{two}</head><body><p>a</p></body>"
    assert gathered(gathered(page)) == gathered(page)
