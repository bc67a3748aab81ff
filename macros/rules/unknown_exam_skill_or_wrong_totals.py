"""L116: an objective names an exam skill that does not exist, or the numbers in an exam guide do not add up.

Skills move between the versions of an exam guide. For each exam, a dated file lists the skills that we consulted, and
the objectives are checked against that list.

Bad:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample, exams: [AIF-C01 1.3.6]}
    docs/data/exams/aif-c01.yml:
      domains: [{id: 1, title: Basics, weight: 80, entries: [{ids: ["1.3.6"], asks: Metrics.}]}]
Good:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample, exams: [AIF-C01 1.3.6]}
    docs/data/exams/aif-c01.yml:
      domains: [{id: 1, title: Basics, weight: 100, entries: [{ids: ["1.3.6"], asks: Metrics.}]}]
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.ledger import Exam
from macros.ledger.loading import EXAMS
from macros.problems import Problem, did_you_mean, problem

ALL = 100  # percent


def check(course: Course) -> Iterator[Problem]:
    """Looks up each skill that an objective names, and adds up the weights and skills of each guide."""
    known = [f"{code} {entry}" for code, exam in course.ledger.exams.items() for entry in exam.skill_ids]
    for name, objective in course.ledger.objectives.items():
        for at, entry in enumerate(objective.exams):
            if entry not in known:
                hint = did_you_mean(entry, known) or f" Skills are listed in docs/data/{EXAMS}/, as in AIF-C01 1.3.6."
                place = course.ledger.place_of("objectives", name, "exams", at)
                yield problem("L116", place, f"{name}: there is no exam skill {entry[:60]}.{hint}")
    for code, exam in course.ledger.exams.items():
        weights = sum(domain.weight for domain in exam.domains)
        if weights != ALL:
            message = f"the weights of {code} add up to {weights}. Compare them with the guide."
            yield problem("L116", course.ledger.place_of(EXAMS, code, "domains"), message)
        yield from _domain_skill_count_problems(course, code, exam)
        for entry, times in Counter(exam.skill_ids).items():
            if times > 1:
                message = f"{code} lists {entry} {times} times. Keep one of them."
                yield problem("L116", course.ledger.place_of(EXAMS, code, "domains"), message)


def _domain_skill_count_problems(course: Course, code: str, exam: Exam) -> Iterator[Problem]:
    """A problem for each domain that does not list as many skills as its `skills` says."""
    for at, domain in enumerate(exam.domains):
        listed = sum(len(asked.ids) for asked in domain.entries)
        if domain.skills is not None and listed != domain.skills:
            place = course.ledger.place_of(EXAMS, code, "domains", at, "skills")
            message = f"domain {domain.id} of {code} lists {listed} ids, but `skills` says {domain.skills}."
            yield problem("L116", place, f"{message} Compare both with the guide.")
