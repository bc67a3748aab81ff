"""The theme's script is eased: each change once, in place, and nothing else is touched."""

from pathlib import Path

import pytest

from macros.sealing.theme_script import ease

SEARCH = ('L($(location.protocol!=="file:"),Je("search"))', 'L($(!1),Je("search"))')
SWITCH = (
    'if(document.body.setAttribute("data-md-color-switching",""),s.color.media==="x")y()',
    'if((document.body.getAttribute("data-md-color-scheme")===s.color.scheme||'
    'document.body.setAttribute("data-md-color-switching","")),s.color.media==="x")y()',
)
SCHEME = (
    'let o=x("meta",{name:"color-scheme"});document.head.appendChild(o);let n=1;o.content="dark"',
    'let o={};let n=1;o.content="dark"',
)
TABLES = ('...M("table:not([class])",e)', '...M(":not(.md-typeset__table)>table:not([class])",e)')
BETWEEN = ';document.head.appendChild(r);if(location.protocol==="file:")y();document.body.setAttribute("data-md-a","");'


def bundle(site: Path, text: str) -> Path:
    file = site / "assets/javascripts/bundle.a5f9d56c.min.js"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file


@pytest.mark.parametrize(("theirs", "ours"), [SEARCH, SWITCH, SCHEME, TABLES])
def test_a_place_is_changed_once_and_what_stands_around_it_stays(tmp_path: Path, theirs: str, ours: str) -> None:
    file = bundle(tmp_path, BETWEEN + theirs + BETWEEN)
    ease(tmp_path)
    assert file.read_text() == BETWEEN + ours + BETWEEN
    once = file.stat().st_mtime_ns
    ease(tmp_path)
    assert file.stat().st_mtime_ns == once


def test_another_script_stays(tmp_path: Path) -> None:
    other = '$(location.protocol!=="file:"),Je("toggle");document.body.setAttribute("data-md-color-switching","");'
    file = bundle(tmp_path, other)
    ease(tmp_path)
    assert file.read_text() == other
