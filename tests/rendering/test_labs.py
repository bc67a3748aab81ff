"""A lab as HTML: complete without scripts, free of spoilers for the search, and linked both ways."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.course import load_course
from macros.engines import LAB_ENGINE
from macros.rendering.labs import format_megabytes
from macros.rendering.macros import macros_by_name
from macros.rules import missing_or_invalid_lab_part
from macros.sealing.pages import read_page_contents
from macros.sealing.policy import refused_content_codes_and_messages
from tests.sample import write_course

GOOD = (missing_or_invalid_lab_part.__doc__ or "").partition("Good:\n")[2]
EXAMPLE = "".join(line[4:] for line in GOOD.splitlines(keepends=True))
TESTS = "def test_count(lab):\n    '''Count <two> rows'''\n    assert lab.count([1, 2]) == 2 < 3, '</script>'\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_course(tmp_path, EXAMPLE)
    (tmp_path / "docs/labs/count/tests.py").write_text(TESTS, encoding="utf-8")
    return tmp_path


def made(root: Path, macro: str, *given: str, page: str = "labs/count/index.md") -> str:
    return macros_by_name(load_course(root), lambda: SimpleNamespace(path=page))[macro](*given)


def test_starter_tests_hints_and_solution_are_in_the_page(root: Path) -> None:
    html = made(root, "lab")
    for text in ("count", "Count &lt;two&gt; rows", "Not run", "Hint 3 of 3", "Use len.", "Compare with the solution"):
        assert text in html
    assert 'href="../../metrics/sample/"' in html
    assert 'href="../../metrics/sample/#recall"' in html


def test_the_button_names_the_size_of_the_engine(root: Path) -> None:
    assert f"Start Python ({format_megabytes(LAB_ENGINE.download_bytes)})" in made(root, "lab")
    assert format_megabytes(6_402_131) == "6.4 MB"


def test_the_script_gets_tests_and_sizes_as_data_that_ends_no_script(root: Path) -> None:
    data = json.loads(re.findall(r'<script type="application/json">(.*?)</script>', made(root, "lab"), re.DOTALL)[0])
    assert data["tests"] == TESTS
    assert set(data["files"]) == {file.name.rpartition("/")[2] for file in LAB_ENGINE.files}


def test_code_hints_and_solution_are_kept_out_of_the_search(root: Path) -> None:
    [lab] = re.findall(r"<lab-editor data-search-exclude .*?</lab-editor>", made(root, "lab"), re.DOTALL)
    assert lab.count('data-part="hint"') == 3 and 'data-part="starter"' in lab and 'data-part="solution"' in lab


def test_nothing_in_it_is_refused_by_the_policy(root: Path) -> None:
    assert (
        list(refused_content_codes_and_messages(read_page_contents(made(root, "lab")), "labs/count/index.html")) == []
    )


def test_a_lesson_links_to_its_lab_and_the_list_to_all(root: Path) -> None:
    link = made(root, "lab_link", "count", page="metrics/sample.md")
    assert 'data-lab-link="count"' in link
    assert 'href="../../labs/count/"' in link
    assert "10 min" in link
    listed = made(root, "labs", page="labs/index.md")
    assert 'href="../labs/count/"' in listed
    assert "Compute recall" in listed


def test_an_unknown_lab_names_those_there_are(root: Path) -> None:
    assert "there is no lab &#39;cuont&#39; in docs/labs; there is count." in made(root, "lab_link", "cuont")
    assert "there is no lab" in made(root, "lab", page="metrics/sample.md")


def test_the_titles_of_tests_are_read_without_running_them(root: Path) -> None:
    lab = load_course(root).labs["count"]
    assert lab.test_names_and_titles == [("test_count", "Count <two> rows")]
    (root / "docs/labs/count/tests.py").write_text("def test_(:", encoding="utf-8")
    assert load_course(root).labs["count"].test_names_and_titles == []
