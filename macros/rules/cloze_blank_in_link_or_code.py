"""B132: the blank of a cloze item is inside a link or code.

The blank becomes an input field. Readers cannot type into a field inside a link, and inside code the blank stays plain
text.

Bad:
    interaction: cloze
    choices:
    turns_on:
    level: recall
    stem: "Recall divides by the [actual ___](metrics/sample.md)."
    key: [there]
Good:
    interaction: cloze
    choices:
    turns_on:
    level: recall
    stem: "[Recall](metrics/sample.md) divides by the actual ___."
    key: [there]
"""

import re
from collections.abc import Iterator

from macros import prose
from macros.course import Course
from macros.problems import Problem, problem

_MARK = "\ue000"  # stands for the blank while Markdown is read
_LINK_CODE_OR_TAG = re.compile(r"<(a|code)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)


def check(course: Course) -> Iterator[Problem]:
    """Renders each stem, and looks for the blank outside links and code."""
    for item in course.bank.items:
        blank = item.presentation.blank
        if not blank:
            continue
        html = prose.render_inline(item.stem.replace(_MARK, "").replace(blank, _MARK))
        if _MARK not in _LINK_CODE_OR_TAG.sub("", html):
            message = "the blank is inside a link or code, where an input field is not possible. Move it out."
            yield problem("B132", item.at("stem"), message)
