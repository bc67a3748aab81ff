"""What the check says of a lab that lacks something."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import rules
from macros.course import load_course
from macros.rules import missing_or_invalid_lab_part
from tests.sample import write_course

GOOD = (missing_or_invalid_lab_part.__doc__ or "").partition("Good:\n")[2]
EXAMPLE = "".join(line[4:] for line in GOOD.splitlines(keepends=True))
LAB, LESSON = "docs/labs/count/", "../../metrics/sample.md"  # seen from the folder of the lab


def problem_lines_after_replacement(
    root: Path, file: str = "", old: str = "", new: str = "", example: str = EXAMPLE
) -> list[str]:
    write_course(root, example)
    if file:
        path = root / LAB / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return [
        f"{one.code} {one.path.removeprefix(LAB)}: {one.text}" for one in rules.unwaived_problems(load_course(root))
    ]


def test_a_complete_lab_has_no_problem(tmp_path: Path) -> None:
    assert problem_lines_after_replacement(tmp_path) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("starter.py", "count = None", "", "P130 index.md: the lab has no starter.py"),
        ("solution.py", "len", "(len", "P130 solution.py: is not valid Python: '(' was never closed (line 1)"),
        ("tests.py", "test_count", "check_count", "P130 tests.py: defines no test."),
        ("index.md", "{{ lab() }}", "Text.", "P130 index.md: a lab's page shows the lab once."),
        ("index.md", "Count the rows., ", "", "P130 index.md: a lab has three hints; this lab has 2."),
        (
            "index.md",
            "Count the rows., ",
            "'Count [the rows](metrics/sampel.md).', ",
            "B134 index.md: the link metrics/sampel.md leads to docs/metrics/sampel.md, which is not there.",
        ),
        ("index.md", "[recall]", "[recal]", "P131 index.md: unknown objective recal. Did you mean recall?"),
        ("index.md", "[recall]", "[]", "P131 index.md: a lab names the objectives that it practices."),
        ("index.md", "lesson: metrics/sample\n", "", "P131 index.md: a lab names the lesson that it belongs to."),
        (
            "index.md",
            "metrics/sample",
            "metrics/smaple",
            "P131 index.md: lesson names metrics/smaple, which does not exist",
        ),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    assert [line for line in problem_lines_after_replacement(tmp_path, file, old, new) if line.startswith(says)]


def test_a_lesson_without_a_link_is_named(tmp_path: Path) -> None:
    lines = problem_lines_after_replacement(tmp_path, LESSON, '{{ lab_link("count") }}', "Words.")
    message = "P131 index.md: its lesson docs/metrics/sample.md has no link to it."
    assert any(line.startswith(message) for line in lines)


def test_a_link_to_an_unknown_lab_is_named(tmp_path: Path) -> None:
    lines = problem_lines_after_replacement(tmp_path, LESSON, 'lab_link("count")', 'lab_link("cuont")')
    assert any("no lab cuont. Did you mean count?" in line for line in lines)


@pytest.mark.parametrize(("minutes", "says"), [("minutes: 9\n", "9"), ("minutes: 16\n", "16"), ("", "")])
def test_a_lab_that_is_too_long_or_has_no_minutes_is_named(tmp_path: Path, minutes: str, says: str) -> None:
    lines = problem_lines_after_replacement(tmp_path, "index.md", "minutes: 10\n", minutes)
    assert [
        line
        for line in lines
        if line.startswith(
            f"P130 index.md: a lab takes 10 to 15 minutes; this lab {f'has {says}' if says else 'names no time'}."
        )
    ]
