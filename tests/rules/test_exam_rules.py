"""Exam guides: which skills are covered, and which terms a lesson and the glossary must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.problems import Problem
from macros.rules import unwaived_problems
from tests.sample import write_course

GUIDE = """
docs/data/objectives.yml:
  recall: {{statement: Compute recall, page: metrics/sample, exams: [AIF-C01 1.1]}}
docs/data/exams/aif-c01.yml:
  title: A guide
  version: "1.1"
  seen: 2026-11-24
  source: guide
  domains: [{{id: 1, title: Basics, weight: 100, entries: [{entry}]}}]
docs/data/glossary.yml:
  recall: {{names: [recall, sensitivity], meaning: Recall is a share., page: "metrics/sample#recall"}}
docs/metrics/sample.md: {{body: "## Recall {{#recall}}\\n\\n{text}\\n\\n{{{{ quiz() }}}}\\n"}}
"""


def problems_with_exam_entry(root: Path, code: str, entry: str, page_text: str = "Words.") -> list[Problem]:
    course = load_course(write_course(root, GUIDE.format(entry=entry, text=page_text)))
    return [one for one in unwaived_problems(course) if one.code == code]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('{ids: ["1.1"], asks: x}', ""),
        ('{ids: ["1.1"], asks: x, partly: The rest.}', ""),
        (
            '{ids: ["1.1"], asks: x, not_covered: No.}',
            "AIF-C01 1.1 has `not_covered`, but the objective recall covers it.",
        ),
        ('{ids: ["1.2"], asks: x, not_covered: No.}', ""),
        ('{ids: ["1.2"], asks: x}', "AIF-C01 1.2 is not covered by any objective."),
        ('{ids: ["1.2"], asks: x, partly: The rest.}', "AIF-C01 1.2 has `partly`, but no objective covers it."),
    ],
)
def test_a_skill_is_covered_or_says_why_not(entry: str, told: str, tmp_path: Path) -> None:
    assert [one.text[: len(told)] for one in problems_with_exam_entry(tmp_path, "L118", entry)] == (
        [told] if told else []
    )


@pytest.mark.parametrize(
    ("terms", "text", "lacking"),
    [
        ("terms: [recall]", "", []),
        ("terms: [Recall]", "", []),
        ("terms: [sensitivity]", "The **sensitivities** of two tests.", []),
        ("terms: [sensitivity]", "See [sensitivity](#recall).", []),
        ("terms: [sensitivity]", "An insensitivity.", ["its lessons"]),
        ("terms: [base-rate]", "The base rate.", ["the glossary"]),
        ("terms: [base rate]", "", ["its lessons", "the glossary"]),
        ("phrases: [cost per user]", "The cost per\\nuser.", []),
        ("phrases: [cost per user]", "", ["its lessons"]),
    ],
)
def test_a_term_is_in_a_lesson_and_in_the_glossary(terms: str, text: str, lacking: list[str], tmp_path: Path) -> None:
    told = [one.text for one in problems_with_exam_entry(tmp_path, "L119", f'{{ids: ["1.1"], asks: x, {terms}}}', text)]
    assert [one.partition("which ")[2].partition(" do")[0] for one in told] == lacking


def test_a_missing_term_is_reported_where_the_guide_names_it(tmp_path: Path) -> None:
    [one, _] = problems_with_exam_entry(tmp_path, "L119", '{ids: ["1.1"], asks: x, terms: [recall, base rate]}')
    line = (tmp_path / one.path).read_text().splitlines()[one.line - 1]
    assert line[one.column - 1 :].startswith("base rate")
    assert one.text == "AIF-C01 1.1 asks for `base rate`, which its lessons do not use. Teach it in metrics/sample."


def test_terms_of_a_skill_that_is_not_covered_are_not_looked_for(tmp_path: Path) -> None:
    assert (
        problems_with_exam_entry(tmp_path, "L119", '{ids: ["1.2"], asks: x, terms: [base rate], not_covered: No.}')
        == []
    )
