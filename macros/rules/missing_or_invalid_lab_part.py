"""P130: a part of a lab is missing.

A lab is a folder in `docs/labs/` with four files. Its page shows the lab only once. The lab takes 10 to 15 minutes and
has three hints, each more specific than the one before. The tests are functions whose names begin with `test_`, and
their docstrings are the titles that readers see.

Bad:
    docs/labs/count/index.md: {hints: [Count.]}
Good:
    docs/labs/count/index.md: {hints: [Count., Count the rows., Use len.]}
"""

import ast
from collections.abc import Iterator

from macros.course import Course
from macros.course.labs import FILES, Lab
from macros.problems import Place, Problem, problem

HINTS = 3
MINUTES = range(10, 16)


def check(course: Course) -> Iterator[Problem]:
    """Looks at every lab's files and page."""
    for lab in course.labs.values():
        yield from (problem("P130", Place(path), text) for path, text in _lab_part_paths_and_faults(lab))


def _lab_part_paths_and_faults(lab: Lab) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) of each missing or invalid part."""
    folder = lab.page.path.rpartition("/")[0]
    for name in FILES:
        if not lab.sources.get(name, "").strip():
            yield lab.page.path, f"the lab has no {name}, or it is empty or not UTF-8. Write {folder}/{name}."
        elif fault := _syntax_error_message(lab.sources[name]):
            yield f"{folder}/{name}", f"is not valid Python: {fault}. Correct it."
    if lab.sources.get("tests.py", "").strip() and not lab.test_names_and_titles:
        yield f"{folder}/tests.py", "defines no test. Write a function test_...(lab) whose docstring is its title."
    if len(lab.page.valid_calls_of("lab")) != 1:
        yield lab.page.path, "a lab's page shows the lab once. Write {{ lab() }} on a line of its own."
    minutes, hints = lab.page.meta.minutes, lab.page.meta.hints
    if minutes not in MINUTES:
        found = f"has {minutes}" if minutes else "names no time"
        message = f"a lab takes {MINUTES[0]} to {MINUTES[-1]} minutes; this lab {found}."
        yield lab.page.path, f"{message} Set `minutes` in the front matter, and shorten the lab if it takes longer."
    if len(hints) != HINTS:
        yield lab.page.path, f"a lab has three hints; this lab has {len(hints)}. List them in the front matter."


def _syntax_error_message(python_source: str) -> str:
    """The message of a SyntaxError with its line, or nothing."""
    try:
        ast.parse(python_source)
    except (SyntaxError, ValueError) as fault:
        return f"{getattr(fault, 'msg', fault)} (line {getattr(fault, 'lineno', 1)})"
    return ""
