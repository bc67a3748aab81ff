"""The theme's search is told to wait: once, in place, and nothing else is touched."""

from pathlib import Path

from macros.sealing.searching import search_on_demand

THEIRS = 'function E(e,t){return L($(location.protocol!=="file:"),Je("search")).pipe(b(()=>t))}'


def bundle(site: Path, text: str) -> Path:
    file = site / "assets/javascripts/bundle.a5f9d56c.min.js"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file


def test_the_index_waits_for_the_reader(tmp_path: Path) -> None:
    file = bundle(tmp_path, THEIRS)
    search_on_demand(tmp_path)
    assert file.read_text() == THEIRS.replace('location.protocol!=="file:"', "!1")
    once = file.stat().st_mtime_ns
    search_on_demand(tmp_path)
    assert file.stat().st_mtime_ns == once


def test_another_question_about_the_protocol_stays(tmp_path: Path) -> None:
    other = 'if(location.protocol==="file:")return y;$(location.protocol!=="file:"),Je("toggle")'
    file = bundle(tmp_path, other)
    search_on_demand(tmp_path)
    assert file.read_text() == other
