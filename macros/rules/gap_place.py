"""B132: the gap of a cloze stands inside a link or inside code.

The gap becomes a field. Inside a link nobody could click into it, and in code it would be text.

Bad:
    interaction: cloze
    choices:
    turns_on:
    level: recall
    stem: "Recall divides by [all that is ___](metrics/sample.md)."
    key: [there]
Good:
    interaction: cloze
    choices:
    turns_on:
    level: recall
    stem: "Recall divides by [all](metrics/sample.md) that is ___."
    key: [there]
"""

import re
from collections.abc import Iterator

from macros import prose
from macros.bank import GAP, ClozeItem
from macros.course import Course
from macros.problems import Problem, problem

_MARK = "\ue000"  # stands for the gap while Markdown is read
_CLOSED = re.compile(r"<(a|code)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)


def check(course: Course) -> Iterator[Problem]:
    """Renders each stem, and looks for the gap in what is neither link nor code."""
    for item in course.bank.of(ClozeItem):
        made = prose.inline(item.stem.replace(_MARK, "").replace(GAP, _MARK))
        if _MARK not in _CLOSED.sub("", made):
            told = "the gap stands inside a link or code, where no field can be. Move it out."
            yield problem("B132", item.at("stem"), told)
