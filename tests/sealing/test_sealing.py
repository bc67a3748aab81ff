"""The seal: policy first, nothing forbidden, no spoilers, and the same bytes the second time."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from macros.problems import Problem
from macros.sealing import FAULTS, seal, seal_page
from macros.sealing.pages import seen

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>'


def sealed(page: str) -> tuple[str, list[Problem]]:
    return seal_page(page, "index.html", seen(page))


def codes(body: str) -> list[str]:
    return [one.code for one in sealed(HEAD + body)[1]]


@pytest.mark.parametrize("code", sorted(set(FAULTS) - {"S105", "S106", "S107"}))
def test_each_fault_has_an_example_that_fires_and_one_that_does_not(code: str) -> None:
    assert code in codes(FAULTS[code].bad)
    assert codes(FAULTS[code].good) == []


def test_a_page_without_its_character_set_is_refused() -> None:
    assert [one.code for one in sealed("<p>no head</p>")[1]] == ["S106"]


def test_the_policy_stands_before_every_script_and_hashes_the_inline_ones() -> None:
    page, problems = sealed(HEAD + "<script>let a = 1</script>")
    assert problems == []
    hashed = b64encode(sha256(b"let a = 1").digest()).decode()
    assert f"script-src 'self' 'sha256-{hashed}';" in page
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert "unsafe" not in page


def test_data_blocks_and_files_need_no_hash() -> None:
    page, _ = sealed(HEAD + '<script type="application/json">{}</script><script src="a.js"></script>')
    assert "script-src 'self';" in page


def test_a_calculator_page_may_run_wasm_and_a_worker_page_may_start_workers() -> None:
    page, _ = sealed(HEAD + '<p data-needs="wasm worker">')
    assert "'wasm-unsafe-eval'" in page
    assert "worker-src 'self' blob:;" in page


def test_sealing_twice_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(HEAD + "<script>1</script>")
    assert seal(tmp_path) == []
    once = file.read_bytes()
    assert seal(tmp_path) == []
    assert file.read_bytes() == once


def test_line_ends_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HEAD.encode() + b"<script>a\r\nb</script>\r\n")
    seal(tmp_path)
    assert b"a\r\nb</script>\r\n" in (tmp_path / "a.html").read_bytes()


def test_a_spoiler_with_signs_in_it_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    entry = {"location": "", "text": "If p &lt; 0.5 and q &gt; 0.3 the threshold moves"}
    (tmp_path / "search/search_index.json").write_text(json.dumps({"docs": [entry]}))
    page = HEAD + "<details data-search-exclude><p>If p &lt; 0.5 and q &gt; 0.3 the threshold moves</p></details>"
    (tmp_path / "index.html").write_text(page)
    assert [one.code for one in seal(tmp_path)] == ["S105"]


def test_a_link_to_another_site_is_fine_but_loading_from_it_is_not() -> None:
    assert codes('<a href="https://example.com/">x</a><link rel="canonical" href="https://example.com/">') == []
    assert codes('<link rel="stylesheet" href="https://example.com/x.css">') == ["S103"]
    assert codes('<img src="//example.com/x.png">') == ["S103"]


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        '<script src=" //evil.example/x.js"></script>',
        '<script src="https:evil.example/y.js"></script>',
        '<link rel="STYLESHEET" href="https://evil.example/x.css">',
        '<base href="https://evil.example/">',
        '<img srcset="https://evil.example/x.png 2x">',
    ],
)
def test_no_spelling_of_another_host_passes(body: str) -> None:
    assert "S103" in codes(body)


def test_feedback_in_the_search_index_is_a_spoiler(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    entry = {"location": "#a", "text": "All here: the <b>spoiled answer</b> is forty&nbsp;two of them."}
    (tmp_path / "search/search_index.json").write_text(json.dumps({"docs": [entry]}))
    page = HEAD + "<details data-search-exclude><p>The spoiled answer is <em>forty two</em> of them.</p></details>"
    (tmp_path / "index.html").write_text(page)
    assert [one.code for one in seal(tmp_path)] == ["S105"]
    (tmp_path / "index.html").write_text(page.replace("forty", "fifty"))
    assert seal(tmp_path) == []


def test_words_that_the_page_shows_anyway_are_no_spoiler(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(
        json.dumps({"docs": [{"location": "", "text": "The share of the boats it found"}]})
    )
    hidden = "<details data-search-exclude><p>The share of the boats it found</p></details>"
    (tmp_path / "index.html").write_text(HEAD + "<label>The share of the boats it found</label>" + hidden)
    assert seal(tmp_path) == []
    (tmp_path / "index.html").write_text(HEAD + hidden)
    assert [one.code for one in seal(tmp_path)] == ["S105"]


def test_hidden_text_ends_with_its_element() -> None:
    found = seen("<div data-search-exclude><br><p>in <b>her</b>e</p><ul><li>a<li>b</ul></div><p>out</p>")
    assert found.hidden == ["in here", "a", "b"]
    assert found.text == "out"
