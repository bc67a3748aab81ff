"""The sample course with an example merged into it, as the rules see it."""

from __future__ import annotations

from pathlib import Path

from macros.course import load_course
from macros.problems import Problem
from macros.rules import unwaived_problems
from tests.sample import write_course


def problems_of_example(folder: Path, example: str) -> list[Problem]:
    return unwaived_problems(load_course(write_course(folder, example)))
