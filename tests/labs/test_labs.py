"""Every lab: the solution passes, the starter fails as intended, and typical mistakes get their diagnosis."""

import ast
import re
import sys
from importlib import import_module

import pytest

from macros.rendering.calculators import svg_markup
from tests.labs.diagnoses import diagnoses
from tests.labs.folders import FOLDER, NAMES, messages, run, source, with_mistake
from tests.labs.mistake import Mistake
from tests.labs.mistakes import MISTAKES, STARTERS

FILES = {"index.md", "starter.py", "solution.py", "tests.py"}
EVERY_MISTAKE = [pytest.param(lab, one, id=f"{lab}: {one.id}") for lab in MISTAKES for one in MISTAKES[lab]]


@pytest.mark.parametrize("lab", NAMES)
def test_a_lab_is_a_folder_with_four_files(lab: str) -> None:
    assert {path.name for path in (FOLDER / lab).iterdir()} == FILES


def test_live_comes_from_the_wheel() -> None:
    assert str(import_module("live.metrics").__file__).partition(".whl")[2] == "/live/metrics/__init__.py"


@pytest.mark.parametrize("lab", NAMES)
def test_the_solution_passes(lab: str) -> None:
    result = run(lab, source(lab, "solution.py"))
    assert result["error"] is None
    assert messages(result) == {}
    assert result["passed"]


@pytest.mark.parametrize("lab", NAMES)
def test_a_lab_has_a_list_of_typical_mistakes(lab: str) -> None:
    module = f"tests/labs/mistakes/{lab.replace('-', '_')}.py"
    assert lab in MISTAKES, f"Write {module} with STARTER and MISTAKES, as docs/contributing/new-lab.md shows."


@pytest.mark.parametrize("lab", STARTERS)
def test_the_starter_runs_and_fails_with_the_intended_message(lab: str) -> None:
    test, says = STARTERS[lab]
    result = run(lab, source(lab, "starter.py"))
    assert result["error"] is None
    told = messages(result)
    assert test in told, f"The starter of {lab} passes {test}, which STARTER says that it fails."
    assert says in told[test], f"STARTER of {lab} expects {says!r}."


@pytest.mark.parametrize(("lab", "mistake"), EVERY_MISTAKE)
def test_a_typical_mistake_gets_its_diagnosis_and_not_that_of_another(lab: str, mistake: Mistake) -> None:
    result = run(lab, with_mistake(lab, mistake.old, mistake.new))
    told = messages(result)
    assert not result["passed"]
    assert mistake.test in told, f"{mistake.test} passes. These tests fail: {told}"
    assert mistake.says in told[mistake.test]
    others = [other for other in MISTAKES[lab] if mistake.says not in other.says and other.says not in mistake.says]
    assert [other.id for other in others if other.says in told.get(other.test, "")] == []


@pytest.mark.parametrize("lab", MISTAKES)
def test_every_diagnosis_is_given_to_a_mistake_or_to_the_starter(lab: str) -> None:
    wrong = [source(lab, "starter.py"), *(with_mistake(lab, one.old, one.new) for one in MISTAKES[lab])]
    given = "\n".join(message for code in wrong for message in messages(run(lab, code)).values())
    never = [text for text in diagnoses(source(lab, "tests.py")) if not re.search(text, given)]
    readable = [text.replace("\\", "") for text in never]
    assert readable == [], f"Add a mistake to tests/labs/mistakes/ that gets each of these, or delete it from {lab}."


@pytest.mark.parametrize("lab", MISTAKES)
def test_a_lab_has_at_least_three_typical_mistakes(lab: str) -> None:
    assert len({mistake.says for mistake in MISTAKES[lab]}) >= 3


@pytest.mark.parametrize("lab", NAMES)
def test_every_title_is_a_short_line_that_no_other_test_has(lab: str) -> None:
    titles = [test["title"] for test in run(lab, source(lab, "solution.py"))["tests"]]
    assert len(set(titles)) == len(titles)
    assert all(title and len(title) <= 70 and not title.startswith("test_") for title in titles)


@pytest.mark.parametrize("lab", NAMES)
def test_empty_code_is_told_what_to_define(lab: str) -> None:
    first, *others = messages(run(lab, "")).values()
    assert first.startswith("Define ")
    assert all(message.startswith(("Define ", "Fix ")) for message in others)


@pytest.mark.parametrize("lab", NAMES)
def test_code_fits_a_narrow_editor(lab: str) -> None:
    for file in ("starter.py", "solution.py"):
        assert max(map(len, source(lab, file).splitlines())) <= 88, file


@pytest.mark.parametrize("lab", NAMES)
def test_a_figure_is_drawn_for_the_solution_where_the_lab_has_one(lab: str) -> None:
    figure = run(lab, source(lab, "solution.py"))["figure"]
    assert (figure is not None) == ("\ndef figure(" in source(lab, "tests.py"))
    if figure:
        assert svg_markup(figure["tree"], "lab").startswith("<svg")
        head, *rows = figure["table"]
        assert rows
        assert all(isinstance(cell, str) for row in figure["table"] for cell in row)
        assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize("lab", NAMES)
def test_a_lab_imports_only_what_a_browser_has(lab: str) -> None:
    known = {*sys.stdlib_module_names, "live"}
    for file, allowed in (("starter.py", known), ("solution.py", known), ("tests.py", {*known, "harness"})):
        nodes = list(ast.walk(ast.parse(source(lab, file))))
        names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
        names += [str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)]
        others = sorted({name.partition(".")[0] for name in names} - allowed)
        assert not others, f"{lab}/{file} imports {others}. Labs have Python's standard library and live."
