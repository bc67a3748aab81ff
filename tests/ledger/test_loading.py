"""The ledger's files: which are read, and what an entry may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import rules
from macros.course import load_course
from macros.ledger import load_ledger
from macros.ledger.loading import FAULTS
from tests.sample import write_course


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (FAULTS["L106"].bad, "Did you mean facts?"),
        ("facts.yaml", "Did you mean facts?"),
        ("FACTS.YML", "The files are facts.yml"),
        ("exams/aif.yaml", "The files are"),
        ("exam/aif.yml", "The files are"),
    ],
)
def test_a_file_that_nobody_reads_is_named(name: str, hint: str, tmp_path: Path) -> None:
    file = write_course(tmp_path) / "docs/data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("x: 1\n")
    [found] = load_ledger(tmp_path).problems
    assert (found.path, found.code) == (f"docs/data/{name}", "L106")
    assert hint in found.text


def test_data_sets_lessons_and_what_editors_leave_are_no_such_files(tmp_path: Path) -> None:
    write_course(tmp_path)
    for name in ("rows.csv", "splits.md", ".facts.yml.swp", "facts.yml~", FAULTS["L106"].good):
        (tmp_path / "docs/data" / name).touch()
    assert load_ledger(tmp_path).problems == []


def test_an_id_ends_with_its_last_letter(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / "docs/data/facts.yml").write_text('"limit\\n": {text: t, value: 1, source: guide, seen: 2026-11-24}\n')
    assert [one.code for one in load_ledger(tmp_path).problems] == ["L104"]


@pytest.mark.parametrize("value", ["1e400", "-1e999"])
def test_a_value_beyond_all_numbers_is_refused(value: str, tmp_path: Path) -> None:
    text = f"limit: {{text: t, value: {value}, source: guide, seen: 2026-11-24}}\n"
    (write_course(tmp_path) / "docs/data/facts.yml").write_text(text)
    ledger = load_ledger(tmp_path)
    [found] = ledger.problems
    assert (found.code, found.line, found.column) == ("L103", 1, text.index(value) + 1)
    assert ledger.facts == {}


@pytest.mark.parametrize("value", ["1", "0.5", "2026-11-24", "text", "nan", "9" * 38])
def test_a_value_is_a_number_a_date_or_a_text(value: str, tmp_path: Path) -> None:
    text = f"limit: {{text: t, value: {value}, source: guide, seen: 2026-11-24}}\n"
    (write_course(tmp_path) / "docs/data/facts.yml").write_text(text)
    assert load_ledger(tmp_path).problems == []


GUIDE = """title: A guide
version: "1.1"
seen: 2026-11-24
source: guide
domains:
- {id: 1, title: Basics, weight: 60, entries: [{ids: ["1.1", "1.2"], asks: terms}]}
- {id: 2, title: The rest, weight: 40}
"""


def test_an_exam_guide_is_known_by_its_code(tmp_path: Path) -> None:
    file = write_course(tmp_path) / "docs/data/exams/aif-c01.yml"
    file.parent.mkdir()
    file.write_text(GUIDE)
    ledger = load_ledger(tmp_path)
    assert ledger.problems == []
    assert ledger.exams["AIF-C01"].skill_ids == ["1.1", "1.2"]
    assert ledger.place_of("exams", "AIF-C01", "domains", 1).line == 7


def test_a_broken_guide_is_left_out_with_its_place(tmp_path: Path) -> None:
    file = write_course(tmp_path) / "docs/data/exams/aif-c01.yml"
    file.parent.mkdir()
    file.write_text(GUIDE.replace("weight: 40", "wait: 40"))
    ledger = load_ledger(tmp_path)
    assert [(one.code, one.line) for one in ledger.problems] == [("L102", 7)]
    assert ledger.exams == {}


@pytest.mark.parametrize("name", ['"%"', '"@k"', '"..."'])
def test_the_name_of_a_term_begins_with_a_letter_or_digit(name: str, tmp_path: Path) -> None:
    text = f"share: {{names: [percent, {name}], meaning: m, page: metrics/sample}}\n"
    (write_course(tmp_path) / "docs/data/glossary.yml").write_text(text)
    course = load_course(tmp_path)
    assert [(one.code, one.line, one.column) for one in course.ledger.problems] == [("L103", 1, text.index(name) + 1)]
    assert course.ledger.glossary == {}
    assert "L103" in {one.code for one in rules.unwaived_problems(course)}


def test_a_card_needs_a_verdict_that_is_known(tmp_path: Path) -> None:
    card = "recall: {claim: c, verdict: true-ish, holds: h, why: w, page: metrics/sample, source: guide}\n"
    (write_course(tmp_path) / "docs/data/cards.yml").write_text(card)
    [found] = load_ledger(tmp_path).problems
    assert (found.code, found.path) == ("L103", "docs/data/cards.yml")
    assert "right, imprecise, incomplete, outdated or wrong" in found.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ('text: "1 GB", value: 1, unit: GB', ""),
        ('text: "2,048 MB", value: 2048, unit: MB', ""),
        ('text: "15 minutes", value: 15, unit: min', ""),
        ('text: "1 day", value: 1, unit: days', ""),
        ('text: "50%", value: 50, unit: "%"', ""),
        ('text: "0.90", value: 0.9', ""),
        ('text: "1 GB", value: 1', ""),
        ('text: "50", value: 50, unit: endpoints per Region', ""),
        ('text: "more than 250", value: 300', ""),
        ('text: "3.10", value: "3.10"', ""),
        ('text: "2 GB", value: 1, unit: GB', "text is 2 GB, but the value is 1 GB."),
        ('text: "1 GB", value: 1, unit: MB', "text is 1 GB, but the value is 1 MB."),
        ('text: "1 GB", value: 1, unit: gigabytes', "text is 1 GB, but the value is 1 gigabytes."),
        ('text: "60 minutes", value: 60, unit: s', "text is 60 minutes, but the value is 60 s."),
        ('text: "128,000 bytes", value: 128, unit: bytes', "text is 128,000 bytes, but the value is 128 bytes."),
        ('text: "29 ms", value: 29, unit: s', "text is 29 ms, but the value is 29 s."),
        ('text: "4 vCPUs", value: 4, unit: GB', "text is 4 vCPUs, but the value is 4 GB."),
        ('text: "4 vCPUs", value: 4, unit: vCPUs', ""),
        ('text: "65", value: 56', "text is 65, but the value is 56."),
        ('text: "6\u00a0hours", value: 8, unit: h', "text is 6\u00a0hours, but the value is 8 h."),
        ('text: "1 GB", value: 1, disputed: [{text: "25 MB", value: 5, source: guide}]',
         "text is 25 MB, but the value is 5."),
    ],
)  # fmt: skip
def test_the_text_and_the_value_of_a_fact_agree(fields: str, said: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    fact = f"limit: {{{fields}, source: guide, seen: 2026-11-24}}\n"
    (tmp_path / "docs/data/facts.yml").write_text(fact, encoding="utf-8")
    found = [(one.code, one.text) for one in load_ledger(tmp_path).problems]
    assert found == ([("L107", f"{said} Correct the wrong one.")] if said else [])
