"""Every code has a page, an example that fires it and one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import bank, course, ledger, reading, rules
from macros.course import load_course
from macros.problems import Fault, Problem
from tests.sample import write_course

EXAMPLES = re.compile(r"\n\nBad:\n(?P<bad>(?:(?: {4}.*)?\n)+)Good:\n(?P<good>(?:(?: {4}.*)?\n)+)\Z")


def rule_pages() -> Iterator[tuple[str, str, str]]:
    for code, rule in rules.rules().items():
        found = EXAMPLES.search(str(rule.__doc__).rstrip() + "\n")
        assert found, f"{rule.__name__}: the docstring needs `Bad:` and `Good:` blocks"
        yield code, dedent(found["bad"]), dedent(found["good"])


def fault_pages() -> Iterator[tuple[str, str, str]]:
    for faults in (bank.loading.FAULTS, course.FAULTS):
        for code, fault in faults.items():
            yield code, fault.bad, fault.good


def dedent(block: str) -> str:
    return "".join(line[4:] if line.startswith("    ") else line for line in block.splitlines(keepends=True))


def found_by(folder: Path, example: str) -> list[Problem]:
    return rules.check(load_course(write_course(folder, example)))


CODES = [pytest.param(*page, id=page[0]) for page in (*rule_pages(), *fault_pages())]


def test_the_sample_course_has_no_problem(tmp_path: Path) -> None:
    assert found_by(tmp_path, "") == []


@pytest.mark.parametrize(("code", "bad", "good"), CODES)
def test_the_bad_example_fires_its_code(code: str, bad: str, good: str, tmp_path: Path) -> None:
    assert code in {one.code for one in found_by(tmp_path, bad)}


@pytest.mark.parametrize(("code", "bad", "good"), CODES)
def test_the_good_example_does_not(code: str, bad: str, good: str, tmp_path: Path) -> None:
    assert code not in {one.code for one in found_by(tmp_path, good)}


@pytest.mark.parametrize("code", sorted(reading.FAULTS))
def test_reading_refuses_its_bad_example_and_takes_the_good_one(code: str) -> None:
    fault = reading.FAULTS[code]
    assert [one.code for one in reading.parse(fault.bad, "f.yml").problems] == [code]
    assert reading.parse(fault.good, "f.yml").problems == []


@pytest.mark.parametrize("code", sorted(ledger.loading.FAULTS))
def test_the_ledger_refuses_its_bad_example_and_takes_the_good_one(code: str, tmp_path: Path) -> None:
    fault = ledger.loading.FAULTS[code]
    for text, wanted in ((fault.bad, [code]), (fault.good, [])):
        (tmp_path / "docs/data").mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs/data/facts.yml").write_text(text, encoding="utf-8")
        assert [one.code for one in ledger.load_ledger(tmp_path).problems] == wanted


def test_codes_are_unique_and_well_formed() -> None:
    tables: list[dict[str, Fault]] = [reading.FAULTS, ledger.loading.FAULTS, bank.loading.FAULTS, course.FAULTS]
    codes = [code for table in tables for code in table] + list(rules.rules())
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[YBLPCES]\d{3}", code) for code in codes)


def test_a_rule_is_found_by_its_file_alone() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {rule.__name__.rpartition(".")[2] for rule in rules.rules().values()} == files


def test_a_problem_points_to_line_and_column(tmp_path: Path) -> None:
    found = found_by(tmp_path, "rationale: 0.80")
    [one] = [one for one in found if one.code == "B103"]
    line = (tmp_path / one.path).read_text().splitlines()[one.line - 1]
    assert line[one.column - 1 :].startswith("0.80")
    assert str(one).startswith(
        f"quizzes/metrics/sample.yml:{one.line}:{one.column}: B103 rationale must be text; this is 0.8"
    )
