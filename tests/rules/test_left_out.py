"""What could not be read is said first, and nothing is blamed that only follows from it.

Our own content, in which much refers to each other, is broken in each kind of file; the sample course in each way.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.course import load_course
from macros.rules import unchecked_rules_sentences, unwaived_problems
from tests.sample import copy_content, write_course

OPEN = '\n  x: "open\n'


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own content, of which a test breaks one file and mends it again."""
    root = copy_content(tmp_path_factory.mktemp("content"))
    shutil.copy(Path(__file__).parents[2] / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course, of which a test breaks one file and mends it again."""
    return write_course(tmp_path_factory.mktemp("sample"))


def problem_codes_and_left_out_rules(file: Path, content: str | bytes) -> tuple[list[str], str]:
    """Path and code of each problem while a file has this content, and what is said to be left out."""
    before = file.read_bytes()
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        course = load_course(next(folder for folder in file.parents if (folder / "quizzes").is_dir()))
    finally:
        file.write_bytes(before)
    return [f"{one.path} {one.code}" for one in unwaived_problems(course)], unchecked_rules_sentences(course)


def test_a_bank_that_cannot_be_read_is_all_that_is_reported(content: Path) -> None:
    file = content / "quizzes/metrics/regression.yml"
    found, left = problem_codes_and_left_out_rules(file, file.read_text(encoding="utf-8") + OPEN)
    assert found == ["quizzes/metrics/regression.yml Y103"]
    assert left.startswith("Not checked, because some files in quizzes/ could not be read: B5, L117, P115")


def test_an_item_that_cannot_be_read_is_all_that_is_reported(content: Path) -> None:
    file = content / "quizzes/metrics/regression.yml"
    found, left = problem_codes_and_left_out_rules(
        file, file.read_text(encoding="utf-8").replace("  key:", "  # key:", 3)
    )
    assert found == ["quizzes/metrics/regression.yml B101"] * 3
    assert left.startswith("Items with errors in their fields: ")
    assert "Not checked, because some items in quizzes/ could not be read: B5, L117, P115." in left


BROKEN_PAGES: dict[str, tuple[str, Callable[[str], bytes]]] = {  # way -> code, what breaks a text
    "a byte that is not UTF-8": ("Y101", lambda text: text.encode() + b"\xe9"),
    "nothing": ("P101", lambda text: b""),
    "front matter that is not YAML": ("Y103", lambda text: text.replace("title: ", 'title: "', 1).encode()),
    "too many characters": ("P103", lambda text: text.encode() + b"word " * 10_000),
    "a call that is not closed": ("P102", lambda text: text.replace("\n## ", "\n{{ fact(1) filter\n\n## ", 1).encode()),
    "curly quotes": ("P102", lambda text: text.replace("\n## ", "\n{{ fact(“limit”) }}\n\n## ", 1).encode()),
}


def expect_that_a_broken_page_is_all_that_is_reported(root: Path, name: str, way: str) -> None:
    code, broken = BROKEN_PAGES[way]
    file = root / f"docs/{name}.md"
    found, left = problem_codes_and_left_out_rules(file, broken(file.read_text(encoding="utf-8")))
    assert found == [f"docs/{name}.md {code}"]
    assert left.startswith(f"Not checked, because docs/{name}.md could not be read: L114")


@pytest.mark.parametrize("way", BROKEN_PAGES)
def test_a_page_that_cannot_be_read_is_all_that_is_reported(way: str, sample: Path) -> None:
    expect_that_a_broken_page_is_all_that_is_reported(sample, "metrics/sample", way)


def test_a_page_of_ours_that_cannot_be_read_is_all_that_is_reported(content: Path) -> None:
    expect_that_a_broken_page_is_all_that_is_reported(
        content, "metrics/precision-and-recall", "a call that is not closed"
    )


def test_a_page_of_a_lab_that_cannot_be_read_is_all_that_is_reported(tmp_path: Path) -> None:
    write_course(tmp_path, "docs/labs/count/starter.py: 'count = None'")
    expect_that_a_broken_page_is_all_that_is_reported(tmp_path, "labs/count/index", "nothing")


@pytest.mark.parametrize("name", ["objectives", "sources", "misconceptions"])
def test_a_data_file_that_cannot_be_read_is_all_that_is_reported(name: str, content: Path) -> None:
    file = content / f"docs/data/{name}.yml"
    found, left = problem_codes_and_left_out_rules(file, file.read_text(encoding="utf-8") + OPEN)
    assert found == [f"docs/data/{name}.yml Y103"]
    assert left == f"Nothing else was checked, because the rules need docs/data/{name}.yml."


def test_what_cannot_be_read_comes_first(content: Path) -> None:
    file = content / "docs/data/facts.yml"
    found, _ = problem_codes_and_left_out_rules(file, file.read_text(encoding="utf-8") + OPEN)
    assert found[0] == "docs/data/facts.yml Y103"
    assert {line.split()[1] for line in found[1:]} == {"L105"}


def test_rules_are_left_out_for_a_reason_only(content: Path) -> None:
    file = content / "docs/data/objectives.yml"
    found, left = problem_codes_and_left_out_rules(
        file, file.read_text(encoding="utf-8").replace("compute-mse-rmse:", "compute-rmse-mse:")
    )
    assert "docs/data/objectives.yml B506" in found
    assert left == ""


ENTRIES = {"objectives": "statement", "sources": "seen", "misconceptions": "tempts", "cards": "claim", "facts": "seen"}


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_that_is_there_and_broken_is_not_missed_elsewhere(name: str, content: Path, sample: Path) -> None:
    file = (content if name == "cards" else sample) / f"docs/data/{name}.yml"
    text = file.read_text(encoding="utf-8")
    found, _ = problem_codes_and_left_out_rules(file, re.sub(rf"\b({ENTRIES[name]}): ", r"\1x: ", text, count=1))
    assert found == [f"docs/data/{name}.yml L102"]


def test_no_item_is_blamed_for_a_fact_that_is_there_and_broken(content: Path) -> None:
    file = content / "docs/data/facts.yml"
    old = 'text: "1 GB"\n  value: 1'
    changed = file.read_text(encoding="utf-8").replace(old, f"{old},000", 1)
    assert problem_codes_and_left_out_rules(file, changed)[0] == ["docs/data/facts.yml L103"]
