"""Packing: one file for each entry, nothing left of what went in, and the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.sealing.built_site import add_policies_and_check_files
from macros.sealing.packing import bundle_scripts_and_styles_in_place
from tests.sealing.folder import contents, written

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "assets/quiz/define.js": 'import { deep } from "../scoring/score.js";\n/* why */\ndefine("x", deep);\n',
        "assets/scoring/score.js": "export const deep = class extends HTMLElement {};\nexport const unused = 1;\n",
        "assets/quiz/quiz.css": "/* why */\n.a {\n  color: red;\n}\n",
        "assets/javascripts/theme.js": 'import "nothing-here";\n',
        "assets/stylesheets/main.css": "/* theirs */ .b { color: red; }\n",
    }
    return written(tmp_path, files)


def test_an_entry_holds_all_it_imports_and_nothing_else(site: Path) -> None:
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    packed = contents(site)
    assert "assets/scoring/score.js" not in packed
    assert "HTMLElement" in packed["assets/quiz/define.js"]
    assert "why" not in packed["assets/quiz/define.js"] + packed["assets/quiz/quiz.css"]
    assert ".a{color:red}" in packed["assets/quiz/quiz.css"]


def test_what_is_imported_at_run_time_is_a_file_of_its_own_and_shared_code_stands_once(site: Path) -> None:
    (site / "assets/quiz/define.js").write_text('import("./late.js");\nimport("./later.js");\n')
    (site / "assets/quiz/shared.js").write_text('export const said = ["shared"];\n')
    for name in ("late", "later"):
        (site / f"assets/quiz/{name}.js").write_text(
            f'import {{ said }} from "./shared.js";\nconsole.log("{name}", said);\n'
        )
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    packed = contents(site)
    assert not [name for name in packed if name.endswith(("late.js", "later.js", "shared.js"))]
    assert [text.count('"shared"') for name, text in packed.items() if "/chunks/" in name].count(1) == 1
    loaded = [name for name in packed if name.rpartition("/")[2] in packed["assets/quiz/define.js"] and "late" in name]
    assert len(loaded) == 2
    once = contents(site)
    assert bundle_scripts_and_styles_in_place(site, ROOT) == [] and contents(site) == once


def test_the_theme_stays_as_it_is(site: Path) -> None:
    before = contents(site)
    bundle_scripts_and_styles_in_place(site, ROOT)
    for name in ("assets/javascripts/theme.js", "assets/stylesheets/main.css"):
        assert contents(site)[name] == before[name]


def test_what_two_entries_share_is_in_each(site: Path) -> None:
    other = site / "assets/study/define.js"
    other.parent.mkdir()
    other.write_text('import { deep } from "../scoring/score.js";\ndefine("y", deep);\n')
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    packed = contents(site)
    assert not [name for name in packed if name.startswith("assets/chunks/") or name == "assets/scoring/score.js"]
    assert "HTMLElement" in packed["assets/quiz/define.js"]
    assert "HTMLElement" in packed["assets/study/define.js"]


def test_what_is_imported_only_later_is_a_file_of_its_own(site: Path) -> None:
    (site / "assets/quiz/later.js").write_text('export const late = "on demand";\n')
    with (site / "assets/quiz/define.js").open("a") as script:
        script.write('addEventListener("x", () => import("./later.js"));\n')
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    packed = contents(site)
    assert "on demand" not in packed["assets/quiz/define.js"]
    [name] = [name for name in packed if "on demand" in packed[name]]
    assert name.startswith("assets/chunks/later-")
    assert f"../chunks/{Path(name).name}" in packed["assets/quiz/define.js"]
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    assert contents(site) == packed


def test_packing_twice_changes_nothing(site: Path) -> None:
    bundle_scripts_and_styles_in_place(site, ROOT)
    once = contents(site)
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    assert contents(site) == once


def test_a_script_that_imports_nothing_there_is_a_problem(site: Path) -> None:
    (site / "assets/scoring/score.js").unlink()
    [one] = bundle_scripts_and_styles_in_place(site, ROOT)
    assert one.code == "S107"
    assert "score.js" in one.text


def test_a_style_sheet_that_is_not_utf_8_stays_so_and_is_a_problem(site: Path) -> None:
    (site / "assets/quiz/quiz.css").write_bytes(b'.a::before { content: "caf\xe9" }')
    assert bundle_scripts_and_styles_in_place(site, ROOT) == []
    [one] = add_policies_and_check_files(site)
    assert (one.code, one.path) == ("S111", "assets/quiz/quiz.css")


def test_a_missing_tool_is_named(site: Path, tmp_path: Path) -> None:
    [one] = bundle_scripts_and_styles_in_place(site, tmp_path)
    assert "Run `make build`" in one.text


@pytest.mark.parametrize(
    "sheet",
    [
        'a { background: url("{secret}") }',
        '@import "{secret}";',
        "a { background: u\\72l({secret}) }",
        '@import "https://evil.example/x.css";',
        "a { background: url(//evil.example/x.png) }",
    ],
)
def test_a_sheet_loads_nothing_from_outside_and_nothing_outside_is_removed(sheet: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("a{}")
    site = written(tmp_path / "site", {"assets/css/x.css": sheet.replace("{secret}", str(secret))})
    [found] = bundle_scripts_and_styles_in_place(site, ROOT)
    assert (found.code, found.path) in [("S116", "assets/css/x.css"), ("S107", str(site))]
    assert secret.read_text() == "a{}"
