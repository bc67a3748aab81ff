"""B406: a hint does not begin with a capital letter.

In a list in brackets, YAML takes each comma outside quotation marks as the end of an entry, so one hint becomes two
parts of a sentence.

Bad:
    hints: [Ask which rows are counted, and why.]
Good:
    hints: ["Ask which rows are counted, and why."]
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    for item in course.bank.items:
        for index, hint in enumerate(item.hints):
            if hint[:1].islower():
                message = f"the hint `{hint[:40]}` begins in mid-sentence. Put the whole hint in quotation marks."
                yield problem("B406", item.at("hints", index), message)
