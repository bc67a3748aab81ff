"""The edits of the theme's script: each is applied once, changes nothing else, and is reported if it does not match."""

from pathlib import Path

import pytest

from macros.problems import Problem
from macros.sealing import FAULTS
from macros.sealing.theme_bundle import MARK, patch_theme_bundle
from tests.sealing.folder import written

NAME = "assets/javascripts/bundle.a5f9d56c.min.js"
SEARCH = ('L($(location.protocol!=="file:"),Je("search"))', 'L($(!1),Je("search"))')
COLOR_SCHEME = (
    'let o=x("meta",{name:"color-scheme"});document.head.appendChild(o);let n=1;o.content="dark"',
    'let o={};let n=1;o.content="dark"',
)
WORKER = (
    "t=new Worker(e)",
    "t=new Worker(URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(new URL(e,location.href).href)})`],"
    '{type:"text/javascript"})))',
)
OTHER = ';document.head.appendChild(r);if(location.protocol==="file:")y();$(location.protocol!=="file:"),Je("toggle");'


def site_with(folder: Path, *scripts: str) -> Path:
    bundles = {NAME.replace("a5", f"a{count}"): script for count, script in enumerate(scripts, 5)}
    return written(folder, {"search/search_index.json": "{}", **bundles})


def patch(site: Path) -> list[Problem]:
    return list(patch_theme_bundle(site))


def test_each_edit_is_applied_once_and_the_rest_of_the_script_stays(tmp_path: Path) -> None:
    site = site_with(tmp_path, OTHER + SEARCH[0] + OTHER + COLOR_SCHEME[0] + OTHER + WORKER[0])
    edited = MARK + OTHER + SEARCH[1] + OTHER + COLOR_SCHEME[1] + OTHER + WORKER[1]
    assert patch(site) == []
    assert (site / NAME).read_text() == edited
    assert patch(site) == []
    assert (site / NAME).read_text() == edited


@pytest.mark.parametrize(
    ("script", "counts"),
    [
        (SEARCH[0] + WORKER[0], {"color scheme": 0}),
        (COLOR_SCHEME[0], {"search index": 0, "from a blob": 0}),
        (SEARCH[0] + SEARCH[0] + COLOR_SCHEME[0] + WORKER[0], {"search index": 2}),
        ("", {"search index": 0, "color scheme": 0, "from a blob": 0}),
    ],
)
def test_an_edit_that_does_not_match_once_is_reported(script: str, counts: dict[str, int], tmp_path: Path) -> None:
    problems = patch(site_with(tmp_path, script + OTHER))
    assert [(one.path, one.code) for one in problems] == [(NAME, "S117")] * len(counts)
    for one, (subject, count) in zip(problems, counts.items(), strict=True):
        assert subject in one.text and f"matches {count} places" in one.text
        assert "Correct its pattern" in one.text and "macros/sealing/theme_bundle.py" in one.text


@pytest.mark.parametrize("scripts", [[], [SEARCH[0] + COLOR_SCHEME[0] + WORKER[0]] * 2])
def test_a_theme_without_its_one_script_is_reported(scripts: list[str], tmp_path: Path) -> None:
    [one] = patch(site_with(tmp_path, *scripts))
    assert one.code == "S117"
    assert one.text.startswith(f"{len(scripts)} files match")


def test_the_script_of_another_site_generator_stays(tmp_path: Path) -> None:
    site = written(tmp_path, {"search.json": "{}", NAME: OTHER})
    assert patch(site) == []
    assert (site / NAME).read_text() == OTHER


def test_the_examples_of_the_code(tmp_path: Path) -> None:
    assert {one.code for one in patch(site_with(tmp_path / "bad", FAULTS["S117"].bad))} == {"S117"}
    assert patch(site_with(tmp_path / "good", FAULTS["S117"].good)) == []
