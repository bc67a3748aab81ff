"""The exam guides as content: how many skills they list, and that AIF-C01 domain 1 is covered completely."""

from __future__ import annotations

import re

import pytest

from macros.course import Course
from tests.conftest import ROOT

SKILLS = {"AIF-C01": {1: 17}, "MLA-C02": {1: 25, 2: 27, 3: 30, 4: 25}}  # as the guides list them
PLAN_STEP = re.compile(r"\*\*Days (\d+) to (\d+), .*?: domains? ([\d and]+) \((\d+)%")


@pytest.mark.parametrize("code", SKILLS)
def test_a_guide_lists_every_skill_of_the_domains_that_the_course_covers(code: str, course: Course) -> None:
    domains = course.ledger.exams[code].domains
    listed = {domain.id: sum(len(asked.ids) for asked in domain.entries) for domain in domains if domain.skills}
    assert listed == SKILLS[code]


def test_every_skill_of_the_first_domain_for_practitioners_has_a_lesson_and_items(course: Course) -> None:
    [domain] = [domain for domain in course.ledger.exams["AIF-C01"].domains if domain.id == 1]
    tested = {item.objective for item in course.bank.non_samples if item.status is None}
    for asked in domain.entries:
        objectives = course.ledger.covering_objective_ids("AIF-C01", asked)
        assert not asked.partly and not asked.not_covered, asked.ids
        assert any(course.ledger.objectives[name].page in course.pages for name in objectives), asked.ids
        assert tested & set(objectives), asked.ids


def test_the_plan_for_three_weeks_divides_the_days_by_the_weights_of_all_domains(course: Course) -> None:
    weights = {domain.id: domain.weight for domain in course.ledger.exams["AIF-C01"].domains}
    page = (ROOT / "docs/reference/exams.md").read_text(encoding="utf-8")
    steps = [
        (int(a), int(b), [int(n) for n in re.findall(r"\d", ids)], int(w)) for a, b, ids, w in PLAN_STEP.findall(page)
    ]
    assert sorted(number for *_, ids, _ in steps for number in ids) == sorted(weights)
    for first, last, ids, percent in steps:
        assert percent == sum(weights[number] for number in ids)
        assert last - first + 1 == round(21 * percent / 100)
